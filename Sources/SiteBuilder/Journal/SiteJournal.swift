internal import Bytes
internal import Diagnostics
package import FileTree
internal import Incremental
internal import Markdown
internal import SiteModel

/// What the last build remembered: the files it read, the cards it made of them, and every output
/// file with the questions that were asked for it.
///
/// Losing it costs time and never correctness: whatever is not found in it is made anew.
///
/// A class, so that asking it millions of times counts no references of its parts; all of it is
/// constant.
package final class SiteJournal: Sendable {
  /// The parts of the file.
  enum Section: Int, CaseIterable {
    /// Source files: `SourceRecord`s.
    case sources
    /// What Load found wrong with them.
    case sourceNotes
    /// The records of cards, one after the other.
    case cards
    /// Where each record lies: start and count in units of eight bytes.
    case cardRows
    /// The identities of stories and lists, eight bytes each.
    case stories, lists
    /// Keys: codes, the fingerprints of answers, and the keys that are written out.
    case codes, fingerprints, keys
    /// Results, the numbers of the keys they read, and their notes.
    case results, reads, notes
    /// How many keys were read by a result when they were last counted, in eight bytes.
    case countedKeys
    /// The numbers of the results that were made by the last build that changed anything.
    case made
    /// The stamps of the output files, in the order of the results.
    case stamps
  }

  private let file: JournalFile
  let sources: SourceRecords
  /// The identities of the stories and lists that codes of questions are made of.
  let stories: IdentityRecords
  let lists: IdentityRecords
  let codes: QuestionCodes
  let keys: KeyRecords
  let results: ResultRecords
  private let notesBySource: [Int: Range<Int>]

  /// Opens the journal at `path`; nothing when there is none that this program understands.
  package init?(at path: String, disk: Disk) {
    guard let bytes = try? disk.map(path),
      let file = JournalFile(bytes, program: ProgramIdentity.current(disk))
    else { return nil }
    self.file = file
    sources = SourceRecords(file[Section.sources])
    stories = IdentityRecords(file[Section.stories])
    lists = IdentityRecords(file[Section.lists])
    codes = QuestionCodes(stories: stories.count, lists: lists.count)
    keys = KeyRecords(
      codes: file[Section.codes], fingerprints: file[Section.fingerprints],
      others: file[Section.keys], dense: codes.count)
    results = ResultRecords(
      records: file[Section.results], reads: file[Section.reads], notes: file[Section.notes])
    notesBySource = Self.places(file[Section.sourceNotes])
  }

  /// Says that sections have been read through: what is asked of them after all is read again.
  func drop(_ sections: Section...) {
    for section in sections { file.drop(section.rawValue) }
  }

  /// The cards of the last build.
  var cards: KeptCards { KeptCards(file[Section.cards], in: file.storage) }

  /// The key of a number, written out.
  func key(_ number: Int) -> ReadKey {
    let code = keys.code(number)
    guard code < keys.dense else { return keys.other(code) }
    return codes.key(code, story: { stories[Int($0)] }, list: { lists[Int($0)] })
  }

  /// Where the record of a card lies among `cards`.
  func cardRow(_ number: UInt32) -> CardRow {
    let rows = file[Section.cardRows]
    let start = Int(number) * Self.cardRowSize
    return CardRow(start: rows.uint32(at: start), count: rows.uint32(at: start + 4), isKept: true)
  }

  /// What Load found wrong with the source file of a record.
  func diagnostics(ofSource number: Int) -> [Diagnostic] {
    guard let place = notesBySource[number] else { return [] }
    var reader = ByteReader(file[Section.sourceNotes].slice(place))
    var diagnostics: [Diagnostic] = []
    while !reader.isAtEnd { diagnostics.append(reader.diagnostic()) }
    return diagnostics
  }

  /// The stamp of the output file of a result; unknown when it proves nothing.
  func stamp(ofResult number: Int) -> FileStamp {
    var reader = ByteReader(file[Section.stamps], at: number * Self.stampSize)
    return FileStamp(
      size: reader.int64(), modified: reader.int64(), changed: reader.int64(),
      inode: UInt64(bitPattern: reader.int64()))
  }

  private static let stampSize = 32

  /// Bytes that say where a card lies.
  static let cardRowSize = 8

  /// How many keys were read by a result when they were last counted.
  var countedKeys: Int {
    let bytes = file[Section.countedKeys]
    return bytes.isEmpty ? 0 : Int(bytes.int64(at: 0))
  }

  /// The results that were made by the last build that changed anything.
  var made: Set<Int> {
    var reader = ByteReader(file[Section.made])
    return Set((0..<reader.uint32()).map { _ in Int(reader.uint32()) })
  }

  /// Reads the places of notes: number of the source, length, then so many bytes.
  private static func places(_ notes: ByteView) -> [Int: Range<Int>] {
    var places: [Int: Range<Int>] = [:]
    var offset = 0
    while offset + 8 <= notes.count {
      let (source, count) = (notes.uint32(at: offset), Int(notes.uint32(at: offset + 4)))
      places[Int(source)] = (offset + 8)..<(offset + 8 + count)
      offset += 8 + count
    }
    return places
  }
}

extension JournalFile {
  /// The bytes of a section.
  subscript(section: SiteJournal.Section) -> ByteView { self[section.rawValue] }
}

/// What must be the same for a journal to be understood: this very program and the parser of
/// Markdown that it runs with.
enum ProgramIdentity {
  static func current(_ disk: Disk) -> Fingerprint {
    let stamp = Self.executable.flatMap { try? disk.stamp(of: $0) }
    let program = "\(stamp?.size ?? 0) \(stamp?.modified ?? 0)"
    return Fingerprint(of: program + " cmark " + MarkdownRenderer.libraryVersion)
  }

  /// The path of the running program; a link that the system keeps.
  private static var executable: String? {
    #if os(Linux)
      "/proc/self/exe"
    #else
      CommandLine.arguments.first
    #endif
  }
}
