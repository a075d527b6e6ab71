internal import Bytes
internal import FileTree
internal import Incremental

/// Writes the sections of a journal one after the other, holding no more than a piece of one.
struct JournalWriter: ~Copyable {
  private var file: FileWriter
  private var header: JournalHeader
  private var stream = FingerprintStream()
  private var start: Int
  private var piece = ByteBuffer(capacity: pieceSize + 4096)

  private static let pieceSize = 1 << 20

  /// Starts the journal that will stand at `path`.
  init(replacing path: String, disk: Disk) throws(DiskError) {
    var file = try FileWriter(replacing: path, disk: disk)
    // The header is written last, when the checksums are known.
    var gap = ByteBuffer()
    let size = JournalHeader.size(sections: SiteJournal.Section.allCases.count)
    for _ in 0..<size { gap.append(0) }
    try file.append(gap)
    self.file = file
    header = JournalHeader(program: ProgramIdentity.current(disk))
    start = size
  }

  /// Appends to the section that is being written.
  mutating func append(_ body: (inout ByteBuffer) -> Void) throws(DiskError) {
    body(&piece)
    if piece.count >= Self.pieceSize { try flush() }
  }

  /// Ends the section that is being written.
  mutating func end(_ section: SiteJournal.Section) throws(DiskError) {
    while piece.count % 8 != 0 { piece.append(0) }
    try flush()
    header.add(
      section.rawValue, at: start, count: file.count - start, checksum: stream.fingerprint())
    start = file.count
    stream = FingerprintStream()
  }

  /// Puts the journal in place.
  consuming func commit() throws(DiskError) {
    try file.commit(beginning: header.encoded)
  }

  private mutating func flush() throws(DiskError) {
    stream.append(piece)
    try file.append(piece)
    piece.removeAll()
  }
}
