internal import Incremental
internal import SiteModel

/// A key as a snapshot knows it.
enum SiteKey: Sendable {
  /// The question of a code of the snapshot.
  case code(UInt32)
  /// Any other question, or one about something that is gone.
  case key(ReadKey)
}

/// The keys of a journal as a new snapshot knows them.
///
/// A class, so that asking it a million times counts no references of its parts; all of it is
/// constant.
final class JournalKeys: Sendable {
  private let journal: SiteJournal
  private let records: KeyRecords
  private let codes: CodeTranslation
  let count: Int

  init(_ journal: SiteJournal, for snapshot: Snapshot) {
    self.journal = journal
    records = journal.keys
    codes = CodeTranslation(from: journal, to: snapshot)
    count = journal.keys.count
  }

  subscript(number: Int) -> SiteKey {
    let code = records.code(number)
    guard code < records.dense else { return .key(records.other(code)) }
    return codes[code].map { .code($0) } ?? .key(journal.key(ofCode: code))
  }
}
