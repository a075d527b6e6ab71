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
  private let codes: CodeTranslation

  init(_ journal: SiteJournal, for snapshot: Snapshot) {
    self.journal = journal
    codes = CodeTranslation(from: journal, to: snapshot)
  }

  var count: Int { journal.keys.count }

  subscript(number: Int) -> SiteKey {
    let code = journal.keys.code(number)
    let own = code < journal.keys.dense ? codes[code] : nil
    return own.map { .code($0) } ?? .key(journal.key(number))
  }
}
