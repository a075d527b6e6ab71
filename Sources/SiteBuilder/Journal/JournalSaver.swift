internal import Bytes
internal import FileTree
internal import Incremental
internal import SiteModel

/// Writes the journal of a build: what was kept is copied, what was made is added.
struct JournalSaver: Sendable {
  private let site: RenderedSite
  private let snapshot: Snapshot
  private let journal: SiteJournal?
  private let numbering: KeyNumbering

  /// `journal` is the one that `site` was verified by.
  init(_ site: RenderedSite, after journal: SiteJournal?) {
    self.site = site
    snapshot = site.snapshot
    self.journal = journal
    numbering = Self.numbering(site, journal)
  }

  /// Counts the keys that are read only when that is worth it: when many have been added since they
  /// were last counted, or when so much was rendered that counting costs nothing beside it.
  private static func numbering(_ site: RenderedSite, _ journal: SiteJournal?) -> KeyNumbering {
    let total = site.made.keys.count
    let counted = journal?.countedKeys ?? 0
    return total - counted > counted / 4 || site.plan.routes.count > site.files.count / 8
      ? KeyNumbering(used: usedKeys(site, journal))
      : KeyNumbering(counted: counted)
  }

  /// Whether a journal of `site` would tell the next build more than `journal` does, by which the
  /// site was verified.
  static func isWorthWhile(_ site: RenderedSite, after journal: SiteJournal?) -> Bool {
    guard let journal else { return true }
    let sources = site.snapshot.site.sources
    return sources.added > 0 || sources.count != journal.sources.count
      || !site.plan.routes.isEmpty || site.files.count != journal.results.count
      || site.files.indices.contains { number in
        guard let result = site.plan.result(of: RouteID(number)) else { return true }
        return site.files[number].stamp != journal.stamp(ofResult: result)
      }
  }

  /// Writes the journal to `path`; `stamps` answers the stamps of the output files when all else
  /// has been written, so that they had time to settle.
  func save(
    to path: String, disk: Disk, workers: Workers, stamps: () throws(DiskError) -> [FileStamp]
  ) async throws {
    let writer = try FileWriter(replacing: path, disk: disk)
    let (saver, file) = (self, writer.file)
    let start = JournalHeader.size(sections: SiteJournal.Section.allCases.count)
    let middle = start + loadedSize
    var header = JournalHeader(program: ProgramIdentity.current(disk))
    var end = start
    // What was loaded and what was made of it take about as long.
    try await workers.map(2, chunk: 1) { parts in
      try parts.flatMap { part in
        part == 0
          ? try saver.writeLoaded(file, from: start, to: middle)
          : try saver.writeMade(file, from: middle)
      }
    } consume: { sections in
      for section in sections {
        header.add(section)
        end = section.offset + section.count
      }
    }
    header.add(try write(try stamps(), file, from: end))
    try file.write(header.encoded, at: 0)
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
      for key in journal.results.reads(result) { used[Int(key)] = true }
    }
    return used
  }
}

// MARK: - Parts

extension JournalSaver {
  /// The bytes of what was loaded.
  private var loadedSize: Int {
    let cards = snapshot.cards
    let records = (0..<CardID(cards.count)).reduce(0) { $0 + cards.record(of: $1).count }
    return snapshot.site.sources.count * SourceRecords.size + records
      + cards.count * SiteJournal.cardRowSize
  }

  /// Writes what was loaded, whose size is known before, so that it ends at `end`.
  private func writeLoaded(
    _ file: WritableFile, from start: Int, to end: Int
  ) throws(DiskError) -> [JournalSection] {
    var writer = SectionWriter(file, at: start)
    try writeSources(&writer)
    try writeCards(&writer)
    precondition(writer.offset == end)
    return writer.sections
  }

  /// Writes what was found wrong with it, and what was made of it.
  private func writeMade(
    _ file: WritableFile, from start: Int
  ) throws(DiskError) -> [JournalSection] {
    var writer = SectionWriter(file, at: start)
    try writer.append { snapshot.site.sources.appendNotes(to: &$0) }
    try writer.end(.sourceNotes)
    try writeKeys(&writer)
    try writeResults(&writer)
    return writer.sections
  }

  private func write(
    _ stamps: [FileStamp], _ file: WritableFile, from start: Int
  ) throws(DiskError) -> JournalSection {
    var writer = SectionWriter(file, at: start)
    for stamp in stamps { try writer.append { $0.append(stamp) } }
    try writer.end(.stamps)
    return writer.sections[0]
  }
}

// MARK: - Sections

extension JournalSaver {
  private func writeSources(_ writer: inout SectionWriter) throws(DiskError) {
    try snapshot.site.sources.forEachRecord(after: journal) { record throws(DiskError) in
      try writer.append { $0.append(record) }
    }
    try writer.end(.sources)
    journal?.drop(.sources)
  }

  private func writeCards(_ writer: inout SectionWriter) throws(DiskError) {
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
    journal?.drop(.cards)
  }

  private func writeKeys(_ writer: inout SectionWriter) throws(DiskError) {
    for identity in snapshot.storyIdentities { try writer.append { $0.append(identity: identity) } }
    try writer.end(.stories)
    for identity in snapshot.listIdentities { try writer.append { $0.append(identity: identity) } }
    try writer.end(.lists)
    let keys = site.made.keys
    let numbers = (0..<keys.count).lazy.filter { numbering.keeps($0) }
    var others: [ReadKey] = []
    for number in numbers {
      var code = snapshot.codes.count + UInt32(others.count)
      switch keys[number] {
      case .code(let own): code = own
      case .key(let key): others.append(key)
      }
      try writer.append { $0.append(littleEndian: code) }
    }
    try writer.end(.codes)
    try writeFingerprints(of: numbers, &writer)
    for key in others { try writer.append { $0.append(key) } }
    try writer.end(.keys)
  }

  private func writeFingerprints(
    of numbers: some Sequence<Int>, _ writer: inout SectionWriter
  ) throws(DiskError) {
    let (keys, known) = (site.made.keys, site.plan.answers)
    lazy var answers = Answers(snapshot)
    for number in numbers {
      let fingerprint =
        if number < known.count {
          known[number]
        } else {
          answers.fingerprint(of: keys[number])
        }
      try writer.append { $0.append(littleEndian: Int64(bitPattern: fingerprint)) }
    }
    try writer.end(.fingerprints)
  }

  /// Writes reads, records and notes in three passes, so that no section is ever in memory.
  private func writeResults(_ writer: inout SectionWriter) throws(DiskError) {
    var sizes: [UInt32] = []
    sizes.reserveCapacity(site.files.count)
    for result in results {
      try writer.append { buffer in
        let start = buffer.count
        appendReads(of: result, to: &buffer)
        sizes.append(UInt32(buffer.count - start))
      }
    }
    try writer.end(.reads)
    journal?.drop(.reads)
    var layout = ResultLayout()
    for (number, result) in results.enumerated() {
      let (record, reads) = (record(of: result), Int(sizes[number]))
      let notes = notes(of: result).count
      try writer.append { layout.append(record, reads: reads, notes: notes, to: &$0) }
    }
    try writer.end(.results)
    for result in results { try writer.append { $0.append(notes: notes(of: result)) } }
    try writer.end(.notes)
    try writer.append { $0.append(littleEndian: Int64(numbering.counted)) }
    try writer.end(.countedKeys)
    try writer.append { $0.append(littleEndian: UInt32(site.plan.routes.count)) }
    for route in site.plan.routes { try writer.append { $0.append(littleEndian: route) } }
    try writer.end(.made)
  }
}

// MARK: - Results

extension JournalSaver {
  /// Where a result comes from.
  private enum Source {
    /// The result of this number of the journal.
    case kept(Int, SiteJournal)
    /// The route at a place of the plan.
    case made(RouteID, place: Int)
  }

  /// The results of all routes, in their order.
  private var results: some Sequence<Source> {
    sequence(state: (route: RouteID(0), place: 0)) { next -> Source? in
      guard next.route < RouteID(site.files.count) else { return nil }
      defer { next.route += 1 }
      if let number = site.plan.result(of: next.route), let journal {
        return .kept(number, journal)
      }
      next.place += 1
      return .made(next.route, place: next.place - 1)
    }
  }

  private func record(of result: Source) -> ResultRecord {
    switch result {
    case .kept(let number, let journal):
      var record = journal.results[number]
      record.cause = numbering.renumbered(record.cause)
      return record
    case .made(let route, let place):
      let file = site.files[Int(route)]
      return ResultRecord(
        identity: Fingerprint.identity(of: snapshot.routes.table.path(of: route)),
        meaning: snapshot.meaning(of: route), hash: file.hash, size: file.size,
        cause: numbering.renumbered(site.plan.causes[place]))
    }
  }

  private func appendReads(of result: Source, to buffer: inout ByteBuffer) {
    let reads =
      switch result {
      case .kept(let number, let journal): journal.results.reads(number)
      case .made(_, let place): site.made.reads(place)
      }
    if numbering.isIdentity {
      buffer.append(reads.bytes)
    } else {
      buffer.append(keyNumbers: reads.map { numbering[$0] }[...])
    }
  }

  private func notes(of result: Source) -> ByteView {
    switch result {
    case .kept(let number, let journal): journal.results.notes(number)
    case .made(_, let place): site.made.notes(place)
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
