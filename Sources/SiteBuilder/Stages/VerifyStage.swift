internal import Bytes
internal import FileTree
internal import Incremental
internal import SiteModel

/// Finds out which results of the journal still hold.
///
/// Every distinct key is answered once by the new snapshot; a result whose keys are all answered as
/// before, that still means the same and whose file is in place as it was written, is what a render
/// would make.
struct VerifyStage {
  private let snapshot: Snapshot
  private let journal: SiteJournal
  private let output: OutputFolder
  private let stamps: OutputStamps
  private let workers: Workers

  /// `stamps` are those of the files of `output`.
  init(
    _ snapshot: Snapshot, _ journal: SiteJournal, _ output: OutputFolder, _ stamps: OutputStamps,
    _ workers: Workers
  ) {
    self.snapshot = snapshot
    self.journal = journal
    self.output = output
    self.stamps = stamps
    self.workers = workers
  }

  /// How much a worker looks at before it hands over what it found.
  private static let chunk = 1 << 13

  /// What is to be rendered.
  func plan() async throws -> RenderPlan {
    let routes = snapshot.routes.table
    async let results = self.results
    let keys = JournalKeys(journal, for: snapshot)
    let answers = try await answers(to: keys)
    let changed = answers.indices.map { answers[$0] != journal.keys.fingerprint($0) }
    journal.drop(.codes, .fingerprints, .keys)
    let judge = Judge(
      snapshot: snapshot, journal: journal, output: output, results: await results,
      changed: changed, stamps: stamps)
    var plan = RenderPlan(expecting: routes.count, keys: keys, answers: answers)
    try await workers.map(routes.count, chunk: Self.chunk) { range in
      try judge.verdicts(on: range)
    } consume: {
      for verdict in $0 { plan.append(verdict) }
    }
    journal.drop(.results, .reads, .stamps)
    return plan
  }

  /// What the keys of the journal are answered now.
  private func answers(to keys: JournalKeys) async throws -> [UInt64] {
    let answers = Answers(snapshot)
    var fingerprints: [UInt64] = []
    fingerprints.reserveCapacity(keys.count)
    try await workers.map(keys.count, chunk: Self.chunk) { range in
      range.map { answers.fingerprint(of: keys[$0]) }
    } consume: {
      fingerprints += $0
    }
    return fingerprints
  }

  /// The numbers of the results by their identities.
  private var results: IdentityTable {
    var table = IdentityTable(capacity: journal.results.count)
    for number in 0..<journal.results.count {
      table.insert(journal.results.identity(number), UInt32(number))
    }
    return table
  }
}

/// Judges routes one by one; the same value serves every worker.
private struct Judge: Sendable {
  let snapshot: Snapshot
  let journal: SiteJournal
  let output: OutputFolder
  let results: IdentityTable
  /// By key of the journal: whether it is answered otherwise now.
  let changed: [Bool]
  let stamps: OutputStamps

  func verdicts(on routes: Range<Int>) throws -> [RenderPlan.Verdict] {
    var stager = OutputStager(output, RouteListing(snapshot))
    var verdicts: [RenderPlan.Verdict] = []
    verdicts.reserveCapacity(routes.count)
    var guess = Guess(result: UInt32(routes.lowerBound), row: 0)
    for route in routes { verdicts.append(try verdict(RouteID(route), &guess, &stager)) }
    return verdicts
  }

  /// Where the result and the manifest's row of a route may be: behind those of the route before.
  private struct Guess {
    var result: UInt32
    var row: UInt32
  }

  /// The number of the result of an identity.
  private func result(_ identity: UInt64, guess: UInt32) -> UInt32? {
    let isRight =
      Int(guess) < journal.results.count && journal.results.identity(Int(guess)) == identity
    return isRight ? guess : results[identity]
  }

  private func verdict(
    _ route: RouteID, _ guess: inout Guess, _ stager: inout OutputStager<RouteListing>
  ) throws -> RenderPlan.Verdict {
    let path = snapshot.routes.table.path(of: route)
    guard let number = result(Fingerprint.identity(of: path), guess: guess.result) else {
      return .make(.new)
    }
    guess.result = number + 1
    let result = journal.results[Int(number)]
    guard result.meaning == snapshot.meaning(of: route) else { return .make(.otherMeaning) }
    if let key = journal.results.firstChange(Int(number), changed) { return .make(.key(key)) }
    if RenderNotes(journal.results.notes(Int(number))).hasErrors { return .make(.hadErrors) }
    let row = stamps.row(of: path, guess: guess.row)
    if let row { guess.row = row + 1 }
    var file = OutputFile(
      state: .unchanged, hash: result.hash, size: result.size,
      stamp: try stamps.stamp(of: path, row: row))
    file.row = row
    guard let stamp = try stamp(of: route, file, Int(number), &stager) else {
      return .make(.outputDiffers)
    }
    file.stamp = stamp
    return .holds(number, file)
  }

  /// The stamp of the file in place when it is what was written; a file with another stamp than
  /// then is read.
  private func stamp(
    of route: RouteID, _ file: OutputFile, _ number: Int,
    _ stager: inout OutputStager<RouteListing>
  ) throws -> FileStamp? {
    if file.stamp.isKnown, file.stamp == journal.stamp(ofResult: number) { return file.stamp }
    return try stager.stamp(ofFile: Int(route), holding: file)
  }
}
