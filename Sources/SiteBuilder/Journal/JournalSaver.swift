internal import Bytes
internal import FileTree
internal import Incremental
internal import SiteModel

/// Writes the journal of a build: what was kept is copied, what was made is added.
struct JournalSaver {
  private let site: RenderedSite
  private let snapshot: Snapshot
  private let answers: Answers
  private let journal: SiteJournal?
  private let numbering: KeyNumbering

  /// `journal` is the one that `site` was verified by.
  init(_ site: RenderedSite, _ answers: Answers, after journal: SiteJournal?) {
    self.site = site
    snapshot = site.snapshot
    self.answers = answers
    self.journal = journal
    numbering = KeyNumbering(of: site.made.keys.count, used: Self.usedKeys(site, journal))
  }

  /// Whether the journal would tell the next build anything new.
  var isWorthWhile: Bool {
    guard let journal else { return true }
    let sources = snapshot.site.sources
    return sources.read > 0 || sources.records.count != journal.sources.count
      || !site.plan.routes.isEmpty || site.files.count != journal.results.count
      || site.files.indices.contains { number in
        guard let result = site.plan.result(of: RouteID(number)) else { return true }
        return site.files[number].stamp != journal.stamp(ofResult: result)
      }
  }

  /// Writes the journal to `path`; `stamps` answers the stamps of the output files when all else
  /// has been written, so that they had time to settle.
  func save(
    to path: String, disk: Disk, stamps: () async throws -> [FileStamp]
  ) async throws {
    var writer = try JournalWriter(replacing: path, disk: disk)
    try writeSources(&writer)
    try writeCards(&writer)
    try writeKeys(&writer)
    try writeResults(&writer)
    for stamp in try await stamps() { try writer.append { $0.append(stamp) } }
    try writer.end(.stamps)
    try writer.commit()
  }

  /// By key: whether any result reads it.
  private static func usedKeys(_ site: RenderedSite, _ journal: SiteJournal?) -> [Bool] {
    var used = Array(repeating: false, count: site.made.keys.count)
    for place in site.plan.routes.indices {
      for key in site.made.reads(place) { used[Int(key)] = true }
    }
    guard let journal else { return used }
    for route in site.files.indices {
      guard let result = site.plan.result(of: RouteID(route)) else { continue }
      let reads = journal.results.reads(result)
      for offset in stride(from: 0, to: reads.count, by: 4) {
        used[Int(reads.uint32(at: offset))] = true
      }
    }
    return used
  }
}

// MARK: - Sections

extension JournalSaver {
  private func writeSources(_ writer: inout JournalWriter) throws(DiskError) {
    let sources = snapshot.site.sources
    for record in sources.records { try writer.append { $0.append(record) } }
    try writer.end(.sources)
    try writer.append { sources.appendNotes(to: &$0) }
    try writer.end(.sourceNotes)
  }

  private func writeCards(_ writer: inout JournalWriter) throws(DiskError) {
    let cards = snapshot.cards
    for id in 0..<CardID(cards.count) { try writer.append { $0.append(cards.record(of: id)) } }
    try writer.end(.cards)
    var start = 0
    for id in 0..<CardID(cards.count) {
      let count = cards.record(of: id).count
      try writer.append { buffer in
        buffer.append(littleEndian: UInt32(start / 8))
        buffer.append(littleEndian: UInt32(count / 8))
      }
      start += count
    }
    try writer.end(.cardRows)
  }

  private func writeKeys(_ writer: inout JournalWriter) throws(DiskError) {
    let (keys, known) = (site.made.keys, site.plan.answers)
    for number in 0..<keys.count where numbering.keeps(number) {
      let key = keys[number]
      let fingerprint = number < known.count ? known[number] : answers.fingerprint(of: key)
      try writer.append { $0.append(key, fingerprint: fingerprint) }
    }
    try writer.end(.keys)
  }

  private func writeResults(_ writer: inout JournalWriter) throws(DiskError) {
    var results = ResultWriter(capacity: site.files.count)
    var made: [UInt32] = []
    var place = 0
    for route in 0..<RouteID(site.files.count) {
      if let number = site.plan.result(of: route), let journal {
        keep(number, of: journal, &results)
      } else {
        made.append(UInt32(route))
        add(route, place, &results)
        place += 1
      }
    }
    try writer.append { $0.append(contentsOf: results.records) }
    try writer.end(.results)
    try writer.append { $0.append(contentsOf: results.reads) }
    try writer.end(.reads)
    try writer.append { $0.append(contentsOf: results.notes) }
    try writer.end(.notes)
    try writer.append { $0.append(littleEndian: UInt32(made.count)) }
    for number in made { try writer.append { $0.append(littleEndian: number) } }
    try writer.end(.made)
  }

  private func keep(_ number: Int, of journal: SiteJournal, _ results: inout ResultWriter) {
    var record = journal.results[number]
    let notes = journal.results.notes(number)
    let reads = journal.results.reads(number)
    guard !numbering.isIdentity else { return results.append(record, reads: reads, notes: notes) }
    record.cause = numbering.renumbered(record.cause)
    results.append(record, notes: notes) { buffer in
      for offset in stride(from: 0, to: reads.count, by: 4) {
        buffer.append(littleEndian: numbering[reads.uint32(at: offset)])
      }
    }
  }

  private func add(_ route: RouteID, _ place: Int, _ results: inout ResultWriter) {
    let file = site.files[Int(route)]
    let record = ResultRecord(
      identity: Fingerprint.identity(of: snapshot.routes.table.path(of: route)),
      meaning: snapshot.meaning(of: route), hash: file.hash, size: file.size,
      cause: numbering.renumbered(site.plan.causes[place]))
    results.append(record, notes: site.made.notes(place)) { buffer in
      for key in site.made.reads(place) { buffer.append(littleEndian: numbering[key]) }
    }
  }
}

extension ByteBuffer {
  fileprivate mutating func append(_ stamp: FileStamp) {
    append(littleEndian: stamp.size)
    append(littleEndian: stamp.modified)
    append(littleEndian: stamp.changed)
    append(littleEndian: Int64(bitPattern: stamp.inode))
  }
}
