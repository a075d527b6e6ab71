internal import Bytes
internal import Diagnostics
internal import FileTree
internal import Incremental

/// What Load learned of the source files, for the next build.
package struct SourceLog: Sendable {
  private(set) var records: [SourceRecord] = []
  /// The records of files that something is wrong with.
  private var notes: [(source: Int, diagnostics: [Diagnostic])] = []
  /// How many files were read because nothing was known of them.
  private(set) var read = 0
  private var stories: UInt32 = 0

  init() {}

  /// Makes room for `count` further files.
  mutating func reserve(_ count: Int) { records.reserveCapacity(records.count + count) }

  /// Adds what a loader learned of some stories, in their order; cards are numbered as they come.
  mutating func append(_ entries: [Entry]) {
    for var entry in entries {
      if entry.hasCard {
        entry.record.card = stories
        stories += 1
      }
      if !entry.diagnostics.isEmpty { notes.append((records.count, entry.diagnostics)) }
      if !entry.isKept { read += 1 }
      records.append(entry.record)
    }
  }

  /// One file.
  struct Entry: Sendable {
    var record: SourceRecord
    var hasCard = false
    /// Whether the journal said it all, so that the file was not even read.
    var isKept = false
    var diagnostics: [Diagnostic] = []
  }
}

// MARK: - Form

extension SourceLog {
  /// Appends the notes in the form that `SiteJournal` reads.
  func appendNotes(to buffer: inout ByteBuffer) {
    var note = ByteBuffer()
    for (source, diagnostics) in notes {
      note.removeAll()
      for diagnostic in diagnostics { note.append(diagnostic) }
      buffer.append(littleEndian: UInt32(source))
      buffer.append(littleEndian: UInt32(note.count))
      buffer.append(contentsOf: note)
    }
  }
}
