internal import Bytes
internal import Incremental
internal import SiteBuilder
internal import SiteModel

/// Times what verification asks: the fingerprint of every distinct question of a whole build.
struct KeyCosts {
  private let snapshot: Snapshot
  private var keys: [ReadKey] = []
  private var asked = 0

  /// Renders every route of `snapshot` to learn what is asked.
  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    var seen: Set<ReadKey> = []
    var renderer = PageRenderer(snapshot)
    var bytes = ByteBuffer()
    for id in 0..<RouteID(snapshot.routes.table.count) {
      bytes.removeAll()
      _ = renderer.render(id, into: &bytes)
      for key in renderer.questions {
        asked += 1
        if seen.insert(key).inserted { keys.append(key) }
      }
    }
  }

  /// Prints how many questions there are and what each kind costs, in nanoseconds an answer.
  func run() {
    let start = ThreadClock.microseconds
    let answers = Answers(snapshot)
    print("answers", ((ThreadClock.microseconds - start) / 10).rounded() / 100, separator: "\t")
    print("asked", asked, separator: "\t")
    print("keys", keys.count, separator: "\t")
    print("ns a key", cost(of: keys, answers), separator: "\t")
    for question in Question.allCases {
      let own = keys.filter { $0.question == question.rawValue }
      if own.isEmpty { continue }
      print("ns \(question)", cost(of: own, answers), own.count, separator: "\t")
    }
  }

  private func cost(of keys: [ReadKey], _ answers: Answers) -> Double {
    var best = Double.infinity
    var sum: UInt64 = 0
    for _ in 0..<5 {
      let start = ThreadClock.microseconds
      for key in keys { sum ^= answers.fingerprint(of: key) }
      best = min(best, ThreadClock.microseconds - start)
    }
    // The sum is used, so that nothing is left out.
    return sum == 42 ? 0 : (best * 10_000 / Double(keys.count)).rounded() / 10
  }
}
