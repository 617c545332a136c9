import Backpropagation
import MaskRCNN
import Tensors
import Testing

@testable import TrainingStrategies

@Suite("§2.2 Training")
struct TrainerTests {
  private func session(_ model: MaskXRCNN, steps: Int) -> TrainingSession {
    let set = TrainingSet(TinyScenes(count: 7), by: .tiny, setA: [1, 3])
    return TrainingSession.endToEnd(model, on: set, strategy: .endToEndStopGradient, fewSteps(steps), seed: 8)
  }

  @Test("Ten steps have the same bits on 1, 2 and 5 threads")
  func threads() throws {
    func train(threads: Int) throws -> [[UInt32]] {
      let model = tinyModel()
      var session = session(model, steps: 10)
      while !session.isDone { try session.advance(threads: threads) }
      return bits(of: model)
    }
    let one = try train(threads: 1)
    #expect(try train(threads: 2) == one)
    #expect(try train(threads: 5) == one)
  }

  @Test("A training stopped after any step goes on from its checkpoint to the same bits", arguments: [1, 3])
  func checkpoints(stop: Int) throws {
    let model = tinyModel()
    var undisturbed = session(model, steps: 5)
    var saved: Safetensors?
    while !undisturbed.isDone {
      try undisturbed.advance(threads: 2)
      if undisturbed.trainer.step == stop { saved = undisturbed.trainer.checkpoint }
    }
    // Another process: a model of other weights, and the file as it is on disk.
    let other = tinyModel(seed: 99)
    var resumed = session(other, steps: 5)
    let file = try Safetensors(#require(saved).encoded(), file: "checkpoint")
    try resumed.trainer.restore(file, file: "checkpoint")
    #expect(resumed.trainer.step == stop)
    while !resumed.isDone { try resumed.advance(threads: 1) }
    #expect(bits(of: other) == bits(of: model))
  }

  @Test("A checkpoint of another model is an input error that names the tensor, and changes nothing")
  func foreignCheckpoint() throws {
    let model = tinyModel()
    var checkpoint = session(model, steps: 5).trainer.checkpoint
    checkpoint.tensors["mask.conv1.weight"] = Tensor(shape: [1, 2])
    let before = bits(of: model)
    var session = session(model, steps: 5)
    #expect(throws: InputError.self) { try session.trainer.restore(checkpoint, file: "x") }
    do {
      try session.trainer.restore(checkpoint, file: "x")
    } catch let error as InputError {
      #expect(error.file == "x" && error.place == "mask.conv1.weight")
    }
    checkpoint.tensors["mask.conv1.weight"] = nil
    #expect(throws: InputError.self) { try session.trainer.restore(checkpoint, file: "x") }
    #expect(bits(of: model) == before)
  }

  @Test("Each epoch goes through all images once")
  func epochs() {
    let trainer = Trainer([], fewSteps(1), seed: 3)
    // 7 images in batches of 3: 21 places are three epochs.
    let places = (0..<7).flatMap { trainer.items(of: $0, count: 7) }
    for epoch in 0..<3 {
      #expect(Set(places[epoch * 7..<(epoch + 1) * 7].map(\.index)) == Set(0..<7))
    }
    #expect(places[0..<7].map(\.index) != places[7..<14].map(\.index))
    #expect(Set(places.map(\.flipped)) == [true, false])
    #expect(Set(places.map(\.seed)).count == 21)
  }

  @Test("A loss that is no number stops the training before it touches a weight")
  func notANumber() throws {
    let parameter = Parameter("w", Tensor(shape: [2], values: [1, 2]))
    var trainer = Trainer([parameter], fewSteps(3), seed: 1)
    #expect(throws: TrainingFailure(step: 0, quantity: "bad loss", value: .nan)) {
      try trainer.advance(imageCount: 4, threads: 2) { _, tape in
        [LossTerm("good", sum(tape(parameter))), LossTerm("bad", Float.nan * sum(tape(parameter)))]
      }
    }
    #expect(parameter.value.values == [1, 2] && trainer.step == 0)
  }

  @Test("A step is the mean over its images, by hand")
  func meanOverImages() throws {
    // loss = w · (index + 1); three images of four, so the gradient is the mean of three of 1, 2, 3, 4.
    let parameter = Parameter("w", Tensor(1), decays: false)
    var trainer = Trainer([parameter], fewSteps(3), seed: 1)
    let indices = trainer.items(of: 0, count: 4).map { Float($0.index + 1) }
    let losses = try trainer.advance(imageCount: 4, threads: 1) { item, tape in
      [LossTerm("product", Float(item.index + 1) * tape(parameter))]
    }
    let mean = indices.reduce(0, +) / 3
    #expect(abs(losses.total - mean) < 1e-6)
    #expect(abs(parameter.value.scalar - (1 - 0.05 * mean)) < 1e-6)
  }

  @Test("A loss of regions is the mean over the regions of all images of a step, by hand")
  func meanOverRegions() throws {
    // The image of index i has i regions and a loss of w · (i + 1) in each; beside it a loss of v that all images share.
    let (w, v) = (Parameter("w", Tensor(1), decays: false), Parameter("v", Tensor(1), decays: false))
    for threads in [1, 3] {
      (w.value, v.value) = (Tensor(1), Tensor(1))
      var trainer = Trainer([w, v], fewSteps(3), seed: 1)
      let indices = trainer.items(of: 0, count: 4).map(\.index)
      let losses = try trainer.advance(imageCount: 4, threads: threads) { item, tape in
        [
          LossTerm("image", 2 * tape(v)),
          LossTerm("regions", Float(item.index + 1) * tape(w), regionCount: item.index),
        ]
      }
      let regions = Float(indices.reduce(0, +))
      let mean = Float(indices.reduce(0) { $0 + $1 * ($1 + 1) }) / regions
      #expect(Set(indices).count == 3 && regions > 0)
      #expect(abs(try #require(losses.terms["regions"]) - mean) < 1e-6)
      #expect(losses.terms["image"] == 2)
      #expect(abs(w.value.scalar - (1 - 0.05 * mean)) < 1e-6)
      #expect(abs(v.value.scalar - (1 - 0.05 * 2)) < 1e-6)
    }
  }

  @Test("A step without any region of A learns nothing of masks")
  func noRegions() throws {
    let parameter = Parameter("w", Tensor(1), decays: false)
    var trainer = Trainer([parameter], fewSteps(3), seed: 1)
    let losses = try trainer.advance(imageCount: 4, threads: 1) { _, tape in
      [LossTerm("mask", tape.constant(Tensor(0)), regionCount: 0)]
    }
    #expect(losses.total == 0 && parameter.value.scalar == 1)
  }

  @Test("The tiny world is learnt: all losses fall, and a trained model finds and segments its shapes")
  func learns() throws {
    let model = tinyModel()
    let set = TrainingSet(TinyScenes(count: 8), by: .tiny, setA: [1, 2, 3])
    let schedule = TrainingSchedule(steps: 200, batch: 4, rate: 0.05, warmUp: 10)
    var session = TrainingSession.endToEnd(
      model, on: set, strategy: .endToEndStopGradient, schedule, seed: 2)
    let first = try session.advance(threads: 2)
    var last = first
    while !session.isDone { last = try session.advance(threads: 2) }
    #expect(last.total < 0.6 * first.total, "\(first.total) to \(last.total)")
    #expect(try #require(last.terms["mask"]) < 0.7 * #require(first.terms["mask"]))
  }
}
