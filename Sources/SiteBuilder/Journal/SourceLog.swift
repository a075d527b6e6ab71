internal import Bytes
internal import Diagnostics
internal import FileTree
internal import Incremental

/// What Load learned of the source files, for the next build.
package struct SourceLog: Sendable {
  /// By file: the number of its record in the journal, or behind `made` that among `records`.
  private var files: [UInt32] = []
  private var records: [SourceRecord] = []
  /// The files that something is wrong with.
  private var findings: [(source: Int, diagnostics: [Diagnostic])] = []

  /// Marks a number among `records`.
  private static let made: UInt32 = 1 << 31

  init() {}

  /// How many files there are.
  var count: Int { files.count }

  /// How many files the journal does not say it all of.
  var added: Int { records.count }

  /// Adds what a loader learned of some files, in their order.
  mutating func append(_ entries: [Entry]) {
    for entry in entries {
      if !entry.diagnostics.isEmpty { findings.append((files.count, entry.diagnostics)) }
      if let number = entry.kept {
        files.append(UInt32(number))
      } else {
        files.append(Self.made | UInt32(records.count))
        records.append(entry.record)
      }
    }
  }

  /// One file.
  struct Entry: Sendable {
    /// What is known of it; whatever number its card has, it gets the next one.
    var record: SourceRecord
    /// The number of its record in the journal, where nothing has to be added to that.
    var kept: Int?
    var diagnostics: [Diagnostic] = []
  }

  /// Hands over the records of all files in their order, their cards numbered as they come; `journal`
  /// is the one that they were loaded after.
  func forEachRecord<Failure: Error>(
    after journal: SiteJournal?, _ body: (SourceRecord) throws(Failure) -> Void
  ) throws(Failure) {
    var cards: UInt32 = 0
    for number in files {
      let known = number & Self.made == 0 ? journal?.sources[Int(number)] : nil
      var record = known ?? records[Int(number & ~Self.made)]
      if record.card != nil {
        record.card = cards
        cards += 1
      }
      try body(record)
    }
  }
}

// MARK: - Form

extension SourceLog {
  /// Appends what was found wrong in the form that `SiteJournal` reads.
  func appendNotes(to buffer: inout ByteBuffer) {
    var note = ByteBuffer()
    for (source, diagnostics) in findings {
      note.removeAll()
      for diagnostic in diagnostics { note.append(diagnostic) }
      buffer.append(littleEndian: UInt32(source))
      buffer.append(littleEndian: UInt32(note.count))
      buffer.append(contentsOf: note)
    }
  }
}
