import Tensors
import TrainingStrategies

/// What studies need: each run once, how far it is, and how long it took or may take. Nothing is trained for it.
public struct RunPlan: Sendable {
  /// A run, or the training of a detector that runs share.
  public struct Entry: Sendable {
    /// A few words.
    public var title: String
    /// How far it is.
    public var state: State
    /// Seconds that it has taken so far; nil where nobody knows any more.
    public var spent: Double?
    /// Seconds that it may take yet; nil if nothing like it was done.
    public var left: Double?
    /// The study that lists it first, if that is another one.
    public var sharedWith: String?
  }

  /// How far a run is.
  public enum State: Sendable, Equatable {
    /// Its result is there.
    case done
    /// Its training has come to a step.
    case underway(step: Int, of: Int)
    /// It is trained, and waits to be judged.
    case trained
    /// Nothing is there.
    case toDo
    /// What is there cannot be used, for this reason, and is done again.
    case damaged(String)
  }

  /// Seconds that are left.
  struct Rest: Sendable {
    var seconds = 0.0
    /// Whether that is all: not if some runs are of a kind of which none was done.
    var isWhole = true

    mutating func add(_ seconds: Double?) {
      guard let seconds else { return isWhole = false }
      self.seconds += seconds
    }
  }

  private let studies: [Study]
  /// All runs, in the order in which studies list them.
  private let runs: [Experiment]
  private var standings: [TrainingIdentity: LongTraining.Standing] = [:]
  private var done: [Experiment: Seconds] = [:]
  private var damaged: [Experiment: InputError] = [:]
  private var durations = RunDurations()

  /// The runs of studies, as the stores have them.
  public init(_ studies: [Study], results: ResultStore, checkpoints: CheckpointStore) throws {
    self.studies = studies
    var seen: Set<Experiment> = []
    runs = studies.flatMap(\.experiments).filter { seen.insert($0).inserted }
    for run in runs {
      switch try results.find(run) {
      case .whole(let result): done[run] = result.seconds
      case .damaged(let error): damaged[run] = error
      case .missing: break
      }
    }
    // Of the trainings of runs that are done nobody asks any more.
    let open = runs.filter { done[$0] == nil }.flatMap(\.maskTrainings)
    for training in Set(open).union(runs.flatMap(\.detectorTrainings)) {
      standings[training] =
        training.isGiven ? .finished(seconds: 0) : try LongTraining.standing(of: training, in: checkpoints)
    }
    for (run, seconds) in done { durations.learn(run, seconds) }
    for (training, standing) in standings {
      switch standing {
      case .finished(let seconds):
        durations.learn(training, steps: training.lastSteps, seconds: seconds)
      case .underway(let step, let seconds) where durations.seconds(training, steps: 1) == nil:
        durations.learn(training, steps: step, seconds: seconds)
      case .underway, .toDo, .damaged: break
      }
    }
  }

  /// The number of runs.
  public var count: Int { runs.count }
  /// The number of runs that are done.
  public var doneCount: Int { done.count }

  /// The steps of the trainings that are not done.
  public var stepsLeft: Int {
    Set(runs.filter { done[$0] == nil }.flatMap(\.maskTrainings)).reduce(0) { sum, training in
      switch standings[training] {
      case .finished: sum
      case .underway(let step, _): sum + training.lastSteps - step
      case .toDo, .damaged, nil: sum + training.lastSteps
      }
    }
  }

  /// Whether a run has no result yet.
  func isOpen(_ run: Experiment) -> Bool { done[run] == nil }

  /// A run is done.
  mutating func record(_ result: RunResult) {
    let run = result.experiment
    if done.updateValue(result.seconds, forKey: run) == nil { durations.learn(run, result.seconds) }
    standings[run.trainingIdentity] = .finished(seconds: result.seconds.training)
    for training in run.detectorTrainings + run.maskTrainings {
      if case .finished = standings[training] { continue }
      standings[training] = .finished(seconds: 0)
    }
  }

  /// What is left, besides some runs.
  func rest(besides present: Set<Experiment> = []) -> Rest {
    var rest = Rest()
    var counted = Set(present.flatMap(trainings))
    for run in runs where done[run] == nil && !present.contains(run) {
      for training in trainings(run) where counted.insert(training).inserted {
        rest.add(left(of: training))
      }
      rest.add(durations.judging(run))
    }
    return rest
  }

  /// The trainings that a run still needs, in order: a start no longer, once what follows it has begun.
  private func trainings(_ run: Experiment) -> [TrainingIdentity] {
    switch standings[run.stageOneIdentity] {
    case .finished, .underway: [run.stageOneIdentity] + run.maskTrainings
    case .toDo, .damaged, nil: run.detectorTrainings + run.maskTrainings
    }
  }

  /// Seconds that a training may take yet.
  private func left(of training: TrainingIdentity) -> Double? {
    switch standings[training] {
    case .finished: 0
    case .underway(let step, _): durations.seconds(training, steps: training.lastSteps - step)
    case .toDo, .damaged, nil: durations.seconds(training, steps: training.lastSteps)
    }
  }

  /// Everything by study, the detectors that they share first. What several runs share is counted where it first occurs.
  public func sections() -> [(title: String, entries: [Entry])] {
    var detectors: [Entry] = []
    var seen: Set<TrainingIdentity> = []
    for run in runs {
      for training in run.detectorTrainings where seen.insert(training).inserted {
        detectors.append(detectorEntry(training))
      }
    }
    var sections = [("Stage one", detectors)]
    var first: [Experiment: String] = [:]
    // What is done owns a training, or else the first run that waits for it.
    var trained: Set<TrainingIdentity> = []
    var toTrain: Set<TrainingIdentity> = []
    for study in studies {
      var entries: [Entry] = []
      for run in study.experiments {
        if let other = first[run] {
          if other != study.name {
            entries.append(Entry(title: run.title, state: state(of: run), sharedWith: other))
          }
          continue
        }
        first[run] = study.name
        let training = run.trainingIdentity
        if let seconds = done[run] {
          let own = trained.insert(training).inserted ? seconds.training : 0
          entries.append(Entry(title: run.title, state: .done, spent: own + seconds.evaluation, left: 0))
        } else {
          entries.append(openEntry(run, ownsTraining: toTrain.insert(training).inserted))
        }
      }
      sections.append((study.title, entries))
    }
    return sections
  }

  private func detectorEntry(_ training: TrainingIdentity) -> Entry {
    let isNeeded = runs.contains { done[$0] == nil && trainings($0).contains(training) }
    let given = training.detectorModel.map { "the detector of the file \($0)" }
    var entry = Entry(
      title: given ?? "\(training.boxesTitle), seed \(training.seeds[0])", state: .done, left: 0)
    if case .finished(let seconds) = standings[training] {
      entry.spent = seconds
    } else if isNeeded {
      (entry.state, entry.spent) = (state(of: training), spent(on: training))
      entry.left = left(of: training)
    }
    return entry
  }

  private func openEntry(_ run: Experiment, ownsTraining: Bool) -> Entry {
    var entry = Entry(title: run.title, state: state(of: run), spent: 0, left: durations.judging(run))
    let training = run.trainingIdentity
    // The whole box has no training beyond the detector's.
    guard ownsTraining, training != run.stageOneIdentity else { return entry }
    if !done.keys.contains(where: { $0.trainingIdentity == training }) { entry.spent = spent(on: training) }
    entry.left = entry.left.flatMap { judging in left(of: training).map { $0 + judging } }
    return entry
  }

  private func state(of run: Experiment) -> State {
    if done[run] != nil { return .done }
    if let error = damaged[run] { return .damaged("\(error)") }
    return run.contender == .wholeBox ? .toDo : state(of: run.trainingIdentity)
  }

  private func state(of training: TrainingIdentity) -> State {
    switch standings[training] {
    case .finished: .trained
    case .underway(let step, _): .underway(step: step, of: training.lastSteps)
    case .damaged(let error): .damaged("\(error)")
    case .toDo, nil: .toDo
    }
  }

  private func spent(on training: TrainingIdentity) -> Double {
    switch standings[training] {
    case .finished(let seconds), .underway(_, let seconds): seconds
    case .damaged, .toDo, nil: 0
    }
  }

  /// Seconds that were spent, by kind of work: what results and checkpoints tell.
  var secondsSpent: [String: Double] {
    var spent: [String: Double] = [:]
    func add(_ seconds: Double, to work: RunRecord.Work) {
      if seconds > 0 { spent[work.rawValue, default: 0] += seconds }
    }
    var counted: Set<TrainingIdentity> = []
    for (run, seconds) in done {
      add(seconds.evaluation, to: .judging)
      if counted.insert(run.trainingIdentity).inserted { add(seconds.training, to: run.strategy.work) }
    }
    for training in standings.keys where training.method == nil || !counted.contains(training) {
      add(self.spent(on: training), to: training.method == nil ? .stageOne : training.strategy.work)
    }
    return spent
  }
}

extension Strategy {
  /// The kind of work that its trainings are, stage one aside.
  var work: RunRecord.Work { self == .stageWise ? .stageWise : .endToEnd }
}
