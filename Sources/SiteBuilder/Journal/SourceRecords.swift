internal import Bytes
internal import FileTree
internal import Incremental

/// What a build remembers of one source file.
struct SourceRecord {
  /// A hash of the path.
  var identity: UInt64
  /// The stamp, when a later write would surely have changed it; else unknown.
  var stamp: FileStamp
  /// The fingerprint of the bytes.
  var hash: Fingerprint
  /// Of a story: what its card was made from besides the file.
  var context: UInt64 = 0
  /// Of a story: the identity of the lead picture that was found; zero without one.
  var picture: UInt64 = 0
  /// The number of the card; nothing for a file that is no story or has errors.
  var card: UInt32?
  /// Of a picture: what its header says.
  var size: PictureSize = .init()

  /// Width, height and format of a picture; all zero when the header is not understood.
  struct PictureSize: Hashable {
    var width: UInt32 = 0
    var height: UInt32 = 0
    var format: UInt32 = 0
  }
}

/// The source files of a journal, read in place.
struct SourceRecords {
  private let bytes: ByteView
  private let numbers: IdentityTable

  /// Bytes a record.
  static let size = 88

  init(_ bytes: ByteView) {
    self.bytes = bytes
    let count = bytes.count / Self.size
    var numbers = IdentityTable(capacity: count)
    for number in 0..<count {
      numbers.insert(UInt64(bitPattern: bytes.int64(at: number * Self.size)), UInt32(number))
    }
    self.numbers = numbers
  }

  /// How many files were remembered.
  var count: Int { bytes.count / Self.size }

  /// The number of the record of the file at a path with this hash.
  func number(of identity: UInt64) -> Int? { numbers[identity].map { Int($0) } }

  subscript(number: Int) -> SourceRecord {
    var reader = ByteReader(bytes, at: number * Self.size)
    let identity = UInt64(bitPattern: reader.int64())
    let stamp = FileStamp(
      size: reader.int64(), modified: reader.int64(), changed: reader.int64(),
      inode: UInt64(bitPattern: reader.int64()))
    let hash = bytes.fingerprint(at: reader.offset)
    var rest = ByteReader(bytes, at: reader.offset + 16)
    let context = UInt64(bitPattern: rest.int64())
    let picture = UInt64(bitPattern: rest.int64())
    let card = rest.uint32()
    return SourceRecord(
      identity: identity, stamp: stamp, hash: hash, context: context, picture: picture,
      card: card == .max ? nil : card,
      size: .init(width: rest.uint32(), height: rest.uint32(), format: rest.uint32()))
  }
}

extension ByteBuffer {
  /// Appends a record in the form that `SourceRecords` reads.
  mutating func append(_ record: SourceRecord) {
    append(littleEndian: Int64(bitPattern: record.identity))
    append(littleEndian: record.stamp.size)
    append(littleEndian: record.stamp.modified)
    append(littleEndian: record.stamp.changed)
    append(littleEndian: Int64(bitPattern: record.stamp.inode))
    append(record.hash)
    append(littleEndian: Int64(bitPattern: record.context))
    append(littleEndian: Int64(bitPattern: record.picture))
    append(littleEndian: record.card ?? .max)
    append(littleEndian: record.size.width)
    append(littleEndian: record.size.height)
    append(littleEndian: record.size.format)
  }
}
