import Backpropagation
import Tensors
import Testing

@Suite("The tape")
struct TapeTests {
  let weight = Parameter("weight", Tensor(shape: [2], values: [3, 4]))
  let other = Parameter("other", Tensor(shape: [2], values: [5, 6]))

  @Test("gradients flow to the parameters in training, and to no others")
  func training() {
    let tape = Tape(training: [weight])
    let gradients = tape.gradients(of: sum(tape(weight) * tape(other)))
    #expect(gradients[weight] == Tensor(shape: [2], values: [5, 6]))
    #expect(gradients[other] == nil)
  }

  @Test("a parameter that the loss does not depend on has no gradient")
  func unused() {
    let tape = Tape(training: [weight, other])
    _ = sum(tape(other) * tape(other))
    let gradients = tape.gradients(of: sum(tape(weight)))
    #expect(gradients[weight] == Tensor(shape: [2], repeating: 1))
    #expect(gradients[other] == nil)
  }

  @Test("the stop-gradient keeps the value and lets nothing through")
  func stop() {
    let tape = Tape(training: [weight, other])
    let stopped = stopGradient(tape(weight))
    #expect(stopped.value == weight.value && !stopped.needsGradient)
    // Beside an open path, the gradient is that of the open path to the bit.
    let gradients = tape.gradients(of: sum(stopped * tape(other)) + sum(tape(weight)))
    #expect(gradients[weight] == Tensor(shape: [2], repeating: 1))
    #expect(gradients[other] == weight.value)
  }

  @Test("gradients of a variable that is used several times add up, and leave other tensors as they are")
  func sharing() throws {
    let tape = Tape(training: [weight])
    let (a, b) = (tape(weight) + tape(weight), tape(weight) * tape(weight))
    let gradients = tape.gradients(of: sum(a + b))
    #expect(gradients[weight] == Tensor(shape: [2], values: [2 + 2 * 3, 2 + 2 * 4]))
    #expect(weight.value == Tensor(shape: [2], values: [3, 4]))
  }

  @Test("without parameters nothing is recorded")
  func inference() {
    let tape = Tape()
    let y = relu(tape(weight) * tape(other))
    #expect(!y.needsGradient)
    let gradients = tape.gradients(of: sum(y))
    #expect(gradients[weight] == nil)
  }

  @Test("the mean of several images' gradients; an image that has no part in a parameter counts as zero")
  func batch() throws {
    let images = [true, false].map { isFirst in
      let tape = Tape(training: [weight, other])
      return tape.gradients(of: isFirst ? sum(tape(weight)) : sum(tape(weight) * tape(other)))
    }
    for threads in [1, 3] {
      let mean = try Gradients(meanOf: images, of: [weight, other], threads: threads)
      #expect(mean[weight] == Tensor(shape: [2], values: [3, 3.5]))
      #expect(mean[other] == Tensor(shape: [2], values: [1.5, 2]))
      #expect(mean.norm(of: [other]) == 2.5)
    }
    #expect(try Gradients(meanOf: [images[0]], of: [weight, other], threads: 1)[other] == nil)
  }
}

@Suite("SGD and its rate")
struct SGDTests {
  @Test("two steps by hand: momentum, decay, a bias at twice the rate")
  func byHand() throws {
    let weight = Parameter("weight", Tensor(1))
    let bias = Parameter("bias", Tensor(1), decays: false, rateMultiplier: 2)
    var optimizer = SGD([weight, bias], momentum: 0.5, weightDecay: 0.5)
    func step() throws {
      let tape = Tape(training: [weight, bias])
      try optimizer.step(tape.gradients(of: tape(weight) + 2 * tape(bias)), rate: 0.25)
    }
    try step()  // v = 1 + 0.5 · 1 = 1.5 and 2
    #expect(weight.value.scalar == 1 - 0.375 && bias.value.scalar == 1 - 1)
    try step()  // v = 0.75 + 1 + 0.5 · 0.625 = 2.0625 and 1 + 2 = 3
    #expect(weight.value.scalar == 0.625 - 0.515625 && bias.value.scalar == -1.5)
  }

  @Test("a parameter without a gradient stays, velocity and all")
  func absent() throws {
    let parameters = [Parameter("a", Tensor(1)), Parameter("b", Tensor(1))]
    var optimizer = SGD(parameters)
    let tape = Tape(training: parameters)
    try optimizer.step(tape.gradients(of: 2 * tape(parameters[0])), rate: 0.1)
    #expect(parameters[1].value.scalar == 1 && optimizer.velocities[1].scalar == 0)
    #expect(parameters[0].value.scalar < 1)
  }

  @Test("gradients longer than allowed are shortened, all by the same factor")
  func shortening() throws {
    let parameters = [Parameter("a", Tensor(0)), Parameter("b", Tensor(0))]
    var optimizer = SGD(parameters, weightDecay: 0, largestNorm: 1)
    let tape = Tape(training: parameters)
    let norm = try optimizer.step(
      tape.gradients(of: 3 * tape(parameters[0]) + -4 * tape(parameters[1])), rate: 1)
    #expect(norm == 5)
    #expect(parameters[0].value.scalar == -0.6 && parameters[1].value.scalar == 0.8)
  }

  @Test("the rate: a third at first, linear to the base, divided by ten at each milestone")
  func schedule() {
    let schedule = RateSchedule(base: 0.3, warmUp: 4, milestones: [10, 20])
    let expected: [(Int, Float)] = [
      (0, 0.1), (1, 0.15), (2, 0.2), (3, 0.25), (4, 0.3), (9, 0.3), (10, 0.03), (19, 0.03), (20, 0.003),
    ]
    for (step, rate) in expected {
      #expect(abs(schedule.rate(at: step) - rate) < 1e-6 * rate * 10, "step \(step)")
    }
    #expect(RateSchedule(base: 1, warmUp: 0, milestones: []).rate(at: 0) == 1)
  }
}
