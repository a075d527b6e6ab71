internal import Bytes
internal import FileTree
package import Incremental
package import SiteModel

/// What Render has to do: which results of the journal still hold, and why the others are made.
package struct RenderPlan: Sendable {
  /// By route: the number of the result in the journal, or `made`.
  private var kept: [UInt32] = []
  /// The routes that are rendered, in order.
  package private(set) var routes: [RouteID] = []
  /// Why each of them is.
  package private(set) var causes: [Cause] = []
  /// By route: the file in place where the result holds.
  private var files: [OutputFile] = []
  /// The keys of the journal; nothing when everything is rendered because nothing is remembered.
  let keys: JournalKeys?
  /// The fingerprints of what they are answered now.
  let answers: [UInt64]

  /// Stands for a route that is rendered.
  private static let made = UInt32.max

  /// A plan to render everything.
  init(everything count: Int) {
    kept = Array(repeating: Self.made, count: count)
    routes = (0..<RouteID(count)).map { $0 }
    causes = Array(repeating: .noJournal, count: count)
    files = Array(repeating: .none, count: count)
    keys = nil
    answers = []
  }

  /// A plan without routes yet, `count` of which are to come.
  init(expecting count: Int, keys: JournalKeys, answers: [UInt64]) {
    self.keys = keys
    self.answers = answers
    kept.reserveCapacity(count)
    files.reserveCapacity(count)
  }

  /// Adds the next route.
  mutating func append(_ verdict: Verdict) {
    switch verdict {
    case .holds(let number, let file):
      kept.append(number)
      files.append(file)
    case .make(let cause):
      routes.append(RouteID(kept.count))
      causes.append(cause)
      kept.append(Self.made)
      files.append(.none)
    }
  }

  /// Hands over the files in place, by route; the plan has them no more.
  mutating func takeFiles() -> [OutputFile] {
    defer { files = [] }
    return files
  }

  /// What becomes of one route.
  enum Verdict: Sendable {
    /// The result of this number holds, and the file is in place.
    case holds(UInt32, OutputFile)
    case make(Cause)
  }

  /// The number of the result that holds for a route; nothing when it is rendered.
  func result(of route: RouteID) -> Int? {
    kept[Int(route)] == Self.made ? nil : Int(kept[Int(route)])
  }
}
