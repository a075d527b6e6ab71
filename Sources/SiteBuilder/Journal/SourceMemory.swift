internal import Bytes
internal import Diagnostics
internal import FileTree
internal import Incremental
internal import SiteModel

/// What the last build knows of source files, for loaders that read only what changed.
struct SourceMemory: Sendable {
  private let journal: SiteJournal?
  private let clock: DiskClock

  /// `clock` was read before the files were looked at.
  init(_ journal: SiteJournal?, clock: DiskClock) {
    self.journal = journal
    self.clock = clock
  }

  /// A record that holds for a file, and its number in the journal.
  struct Known {
    var record: SourceRecord
    var number: Int
  }

  /// What is remembered of the file at a path with this hash.
  func known(_ identity: UInt64) -> Known? {
    guard let journal, let number = journal.sources.number(of: identity) else { return nil }
    return Known(record: journal.sources[number], number: number)
  }

  /// A record of a file that was found with `stamp`.
  func record(_ identity: UInt64, _ stamp: FileStamp, hash: Fingerprint) -> SourceRecord {
    SourceRecord(identity: identity, stamp: clock.settled(stamp), hash: hash)
  }

  /// Where the card of a known story lies.
  func cardRow(of known: Known) -> CardRow? {
    known.record.card.flatMap { journal?.cardRow($0) }
  }

  /// What Load found wrong with a known file.
  func diagnostics(of known: Known) -> [Diagnostic] {
    journal?.diagnostics(ofSource: known.number) ?? []
  }

  /// The cards that rows point into.
  var cards: KeptCards { journal?.cards ?? .none }
}
