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

  /// No results.
  package static let none = ResultRecords(records: .empty, reads: .empty, notes: .empty)

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

  /// The numbers of the keys that a result read, four bytes each.
  package func reads(_ number: Int) -> ByteView {
    let start = number * Self.size
    let first = Int(records.uint32(at: start + 40)) * 4
    return reads.slice(first..<(first + Int(records.uint32(at: start + 44)) * 4))
  }

  /// The notes of a result.
  package func notes(_ number: Int) -> ByteView {
    let start = number * Self.size
    let first = Int(records.uint32(at: start + 48)) * 8
    return notes.slice(first..<(first + Int(records.uint32(at: start + 52))))
  }

  /// The first key that a result read and whose answer is marked as changed.
  package func firstChange(_ number: Int, _ changed: [Bool]) -> UInt32? {
    let reads = reads(number)
    var offset = 0
    while offset < reads.count {
      let key = reads.uint32(at: offset)
      if changed[Int(key)] { return key }
      offset += 4
    }
    return nil
  }
}

/// Collects the results of a build in the form of `ResultRecords`.
package struct ResultWriter: ~Copyable {
  package var records: ByteBuffer
  package var reads = ByteBuffer(capacity: 1 << 16)
  package var notes = ByteBuffer(capacity: 1 << 12)

  /// A writer with room for `count` results.
  package init(capacity count: Int) {
    records = ByteBuffer(capacity: count * ResultRecords.size)
  }

  /// Adds a result; `reads` are numbers of keys, four bytes each.
  package mutating func append(_ record: ResultRecord, reads: ByteView, notes: ByteView) {
    let start = self.reads.count
    self.reads.append(reads)
    append(record, readsFrom: start, notes: notes)
  }

  /// Adds a result; `appendReads` writes the numbers of the keys that it read, four bytes each.
  package mutating func append(
    _ record: ResultRecord, notes: ByteView, _ appendReads: (inout ByteBuffer) -> Void
  ) {
    let start = reads.count
    appendReads(&reads)
    append(record, readsFrom: start, notes: notes)
  }

  private mutating func append(_ record: ResultRecord, readsFrom start: Int, notes: ByteView) {
    let cause = record.cause.code
    records.append(littleEndian: Int64(bitPattern: record.identity))
    records.append(littleEndian: Int64(bitPattern: record.meaning))
    records.append(record.hash)
    records.append(littleEndian: Int64(record.size))
    records.append(littleEndian: UInt32(start / 4))
    records.append(littleEndian: UInt32((reads.count - start) / 4))
    // Notes are aligned to eight bytes, so 32 bits reach 32 GiB.
    records.append(littleEndian: UInt32(self.notes.count / 8))
    records.append(littleEndian: UInt32(notes.count))
    records.append(littleEndian: cause.0)
    records.append(littleEndian: cause.key)
    self.notes.append(notes)
    while self.notes.count % 8 != 0 { self.notes.append(0) }
  }
}
