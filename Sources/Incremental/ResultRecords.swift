package import Bytes

/// What a build remembers of one result, but for its reads and notes.
package struct ResultRecord: Hashable, Sendable {
  /// Which result it is: a hash of its name, the same in every build.
  package var identity: UInt64
  /// What the result was about: one of the same name with another meaning is another result.
  package var meaning: UInt64
  /// The fingerprint of its bytes.
  package var hash: Fingerprint
  /// The number of its bytes.
  package var size: Int
  /// Why it was made the last time.
  package var cause: Cause

  package init(identity: UInt64, meaning: UInt64, hash: Fingerprint, size: Int, cause: Cause) {
    self.identity = identity
    self.meaning = meaning
    self.hash = hash
    self.size = size
    self.cause = cause
  }
}

/// Why a result was made.
package enum Cause: Hashable, Sendable {
  /// Nothing was remembered: the first build, or one whose journal was lost.
  case noJournal
  /// There was no such result.
  case new
  /// Something else stood under its name.
  case otherMeaning
  /// The file in place was not what had been written.
  case outputDiffers
  /// It had errors, whose hints may be made from anything.
  case hadErrors
  /// An answer changed: the number of the first such key among those it read.
  case key(UInt32)

  fileprivate init(code: UInt32, key: UInt32) {
    switch code {
    case 1: self = .new
    case 2: self = .otherMeaning
    case 3: self = .outputDiffers
    case 4: self = .key(key)
    case 5: self = .hadErrors
    default: self = .noJournal
    }
  }

  fileprivate var code: (UInt32, key: UInt32) {
    switch self {
    case .noJournal: (0, 0)
    case .new: (1, 0)
    case .otherMeaning: (2, 0)
    case .outputDiffers: (3, 0)
    case .key(let number): (4, number)
    case .hadErrors: (5, 0)
    }
  }
}

/// The results of a journal, read in place: records, lists of key numbers, and notes, which are
/// bytes that mean something to the maker of the results alone.
package struct ResultRecords: Sendable {
  private let records: ByteView
  private let reads: ByteView
  private let notes: ByteView
  package let count: Int

  /// Bytes a record.
  package static let size = 64

  package init(records: ByteView, reads: ByteView, notes: ByteView) {
    self.records = records
    self.reads = reads
    self.notes = notes
    count = records.count / Self.size
  }

  package subscript(number: Int) -> ResultRecord {
    let start = number * Self.size
    return ResultRecord(
      identity: identity(number), meaning: UInt64(bitPattern: records.int64(at: start + 8)),
      hash: records.fingerprint(at: start + 16), size: Int(records.int64(at: start + 32)),
      cause: Cause(code: records.uint32(at: start + 56), key: records.uint32(at: start + 60)))
  }

  /// The identity of a result alone.
  package func identity(_ number: Int) -> UInt64 {
    UInt64(bitPattern: records.int64(at: number * Self.size))
  }

  /// The numbers of the keys that a result read.
  package func reads(_ number: Int) -> KeyNumbers {
    let start = number * Self.size
    let first = Int(records.uint32(at: start + 40))
    return KeyNumbers(reads.slice(first..<(first + Int(records.uint32(at: start + 44)))))
  }

  /// The notes of a result.
  package func notes(_ number: Int) -> ByteView {
    let start = number * Self.size
    let first = Int(records.uint32(at: start + 48)) * 8
    return notes.slice(first..<(first + Int(records.uint32(at: start + 52))))
  }

  /// The first key that a result read and whose answer is marked as changed.
  package func firstChange(_ number: Int, _ changed: [Bool]) -> UInt32? {
    reads(number).first { changed[Int($0)] }
  }
}

/// Lays results out one after the other in the form of `ResultRecords`.
///
/// It counts where the reads and the notes of each begin; these follow in the same order, each in a
/// section of its own.
package struct ResultLayout {
  /// Bytes so far.
  private var reads = 0
  private var notes = 0

  package init() {}

  /// Appends the record of a result whose reads and notes take so many bytes.
  package mutating func append(
    _ record: ResultRecord, reads readsCount: Int, notes notesCount: Int,
    to buffer: inout ByteBuffer
  ) {
    let cause = record.cause.code
    buffer.append(littleEndian: Int64(bitPattern: record.identity))
    buffer.append(littleEndian: Int64(bitPattern: record.meaning))
    buffer.append(record.hash)
    buffer.append(littleEndian: Int64(record.size))
    buffer.append(littleEndian: UInt32(reads))
    buffer.append(littleEndian: UInt32(readsCount))
    // Notes are aligned to eight bytes, so 32 bits reach 32 GiB.
    buffer.append(littleEndian: UInt32(notes / 8))
    buffer.append(littleEndian: UInt32(notesCount))
    buffer.append(littleEndian: cause.0)
    buffer.append(littleEndian: cause.key)
    reads += readsCount
    notes += (notesCount + 7) / 8 * 8
  }
}

extension ByteBuffer {
  /// Appends the notes of a result, aligned as `ResultLayout` counts them.
  package mutating func append(notes: ByteView) {
    append(notes)
    for _ in 0..<((8 - notes.count % 8) % 8) { append(0) }
  }
}
