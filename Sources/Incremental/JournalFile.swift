package import Bytes

/// The form of a journal: a header, then sections of bytes, each with a checksum of its own.
///
/// Numbers are little-endian. The header has a fixed size for its number of sections, so that a
/// writer may put the sections down first and the header last:
///
///     magic 8 · program 16 · number of sections 8 ·
///     per section: id 8, offset 8, count 8, checksum 16 · checksum of the header 16
///
/// A journal is trusted as a whole or not at all: torn, foreign, older or newer, it is as if there
/// were none, which costs a clean build and never a wrong one.
package struct JournalHeader: Sendable {
  private let program: Fingerprint
  private var sections: [JournalSection] = []

  fileprivate static let magic: StaticString = "warta j1"
  fileprivate static let fixedSize = 8 + 16 + 8
  fileprivate static let sectionSize = 8 + 8 + 8 + 16

  /// A header of what `program` writes: whatever must be the same for a journal to be understood.
  package init(program: Fingerprint) {
    self.program = program
  }

  /// The size of a header of `count` sections.
  package static func size(sections count: Int) -> Int {
    fixedSize + count * sectionSize + 16
  }

  /// Adds a section of the file.
  package mutating func add(_ section: JournalSection) {
    sections.append(section)
  }

  /// The bytes of the header.
  package var encoded: ByteBuffer {
    var buffer = ByteBuffer(capacity: Self.size(sections: sections.count))
    buffer.append(Self.magic)
    buffer.append(program)
    buffer.append(littleEndian: Int64(sections.count))
    for section in sections {
      buffer.append(littleEndian: Int64(section.id))
      buffer.append(littleEndian: Int64(section.offset))
      buffer.append(littleEndian: Int64(section.count))
      buffer.append(section.checksum)
    }
    buffer.append(Fingerprint(of: buffer))
    return buffer
  }
}

/// Where a section of a journal lies, in bytes of the file, and what it holds.
package struct JournalSection: Sendable {
  package var id: Int
  package var offset: Int
  package var count: Int
  package var checksum: Fingerprint

  package init(id: Int, offset: Int, count: Int, checksum: Fingerprint) {
    self.id = id
    self.offset = offset
    self.count = count
    self.checksum = checksum
  }
}

/// A journal that was found whole.
package struct JournalFile: Sendable {
  /// Keeps the bytes of the sections alive.
  package let storage: FrozenBytes
  private var sections: [Int: Range<Int>] = [:]

  /// Opens a journal, which leaves none of it in memory; nothing when it is torn or another program
  /// wrote it.
  package init?(_ storage: FrozenBytes, program: Fingerprint) {
    self.storage = storage
    let bytes = storage.view
    guard bytes.count >= JournalHeader.size(sections: 0),
      bytes.slice(0..<8).elementsEqual("\(JournalHeader.magic)".utf8),
      bytes.fingerprint(at: 8) == program
    else { return nil }
    let count = Int(bytes.int64(at: 24))
    guard count >= 0, count <= 64, bytes.count >= JournalHeader.size(sections: count) else {
      return nil
    }
    let end = JournalHeader.size(sections: count) - 16
    guard Fingerprint(of: bytes.slice(0..<end)) == bytes.fingerprint(at: end) else { return nil }
    for number in 0..<count {
      let entry = JournalHeader.fixedSize + number * JournalHeader.sectionSize
      let (offset, length) = (Int(bytes.int64(at: entry + 8)), Int(bytes.int64(at: entry + 16)))
      guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset,
        Fingerprint(of: bytes.slice(offset..<(offset + length)))
          == bytes.fingerprint(at: entry + 24)
      else { return nil }
      sections[Int(bytes.int64(at: entry))] = offset..<(offset + length)
      storage.drop(offset..<(offset + length))
    }
  }

  /// Says that a section will hardly be read any more.
  package func drop(_ id: Int) {
    if let section = sections[id] { storage.drop(section) }
  }

  /// The bytes of a section, to be read while this value lives; empty when there is none.
  package subscript(id: Int) -> ByteView {
    sections[id].map { storage.view.slice($0) } ?? .empty
  }
}

extension ByteView {
  /// The fingerprint in the sixteen bytes at `offset`.
  package func fingerprint(at offset: Int) -> Fingerprint {
    Fingerprint(
      low: UInt64(bitPattern: int64(at: offset)), high: UInt64(bitPattern: int64(at: offset + 8)))
  }
}

extension ByteBuffer {
  /// Appends a fingerprint in sixteen bytes.
  package mutating func append(_ fingerprint: Fingerprint) {
    append(littleEndian: Int64(bitPattern: fingerprint.low))
    append(littleEndian: Int64(bitPattern: fingerprint.high))
  }
}
