package import Bytes
internal import FrontMatter

/// The metadata of one article, read in place from the bytes of a `CardTable`.
///
/// A record is: flags, edition, civil date, body offset, identity, the fingerprints of its groups,
/// then a bit for each `CardField` that the story has, in eight bytes, for each of these in their
/// order the 32-bit offset of the value in the record, then the values. Contract: a record is
/// position-independent, so it can lie in the memory of this build or in the mapped journal of the
/// last; a card is good for as long as its table.
package struct Card: Sendable {
  let record: ByteView

  /// A card of a record of a `CardTable`, which must live as long.
  package init(_ record: ByteView) {
    self.record = record
  }

  /// Bytes before the fingerprints of the groups.
  static let groupsStart = 24
  /// Bytes before the bits of the fields.
  static let headerSize = groupsStart + 8 * CardGroup.allCases.count
}

// MARK: - Fixed facts

extension Card {
  package var flags: CardFlags { CardFlags(rawValue: record.uint32(at: 0)) }

  /// The number of the edition in the settings.
  package var edition: Int { Int(record.uint32(at: 4)) }

  /// The day of publication in the edition's zone: year × 10,000 + month × 100 + day, Gregorian.
  package var civilDay: Int { Int(record.uint32(at: 8)) }

  /// UTF-8 offset of the Markdown in the source file.
  package var bodyStart: Int { Int(record.uint32(at: 12)) }

  /// A hash of the source path: the identity of the story from build to build.
  package var identity: UInt64 { UInt64(bitPattern: record.int64(at: 16)) }
}

// MARK: - Fields

extension Card {
  /// The bytes of a text field; nothing when the story has none.
  package func text(_ field: CardField) -> ByteView? {
    guard let offset = offset(of: field) else { return nil }
    let count = Int(record.uint32(at: offset))
    return record.slice((offset + 4)..<(offset + 4 + count))
  }

  /// A text field as a `String`.
  package func string(_ field: CardField) -> String? {
    text(field)?.string
  }

  /// A timestamp field.
  package func time(_ field: CardField) -> Timestamp? {
    guard let offset = offset(of: field) else { return nil }
    var unpacker = Unpacker(record, at: offset)
    return unpacker.time()
  }

  /// A number field.
  package func number(_ field: CardField) -> Int? {
    guard let offset = offset(of: field) else { return nil }
    return Int(record.int64(at: offset))
  }

  /// A list field, read in place.
  package func list(_ field: CardField) -> CardList {
    CardList(record: record, offset: offset(of: field))
  }

  /// The fingerprint of what the story says in `group`, whatever its places in the file.
  package func fingerprint(of group: CardGroup) -> UInt64 {
    UInt64(bitPattern: record.int64(at: Self.groupsStart + 8 * Int(group.rawValue)))
  }

  private func offset(of field: CardField) -> Int? {
    let fields = UInt64(bitPattern: record.int64(at: Self.headerSize))
    let own: UInt64 = 1 << UInt64(field.rawValue)
    guard fields & own != 0 else { return nil }
    let place = (fields & (own - 1)).nonzeroBitCount
    return Int(record.uint32(at: Self.headerSize + 8 + 4 * place))
  }
}

/// A list in a card: texts, each with its place in the source and a number.
package struct CardList: Sequence, IteratorProtocol, Sendable {
  /// One element.
  package struct Item: Sendable {
    /// A tag's identity, an author's role.
    package var number: UInt64
    package var range: SourceRange
    package var text: ByteView
  }

  package private(set) var count: Int
  private let record: ByteView
  private var offset: Int

  init(record: ByteView, offset: Int?) {
    self.record = record
    count = offset.map { Int(record.uint32(at: $0)) } ?? 0
    self.offset = (offset ?? 0) + 4
  }

  package mutating func next() -> Item? {
    guard count > 0 else { return nil }
    count -= 1
    let lower = Int(record.uint32(at: offset + 8))
    let range = SourceRange(lower..<Swift.max(lower, Int(record.uint32(at: offset + 12))))
    let length = Int(record.uint32(at: offset + 16))
    let start = offset + 20
    defer { offset = start + length }
    return Item(
      number: UInt64(bitPattern: record.int64(at: offset)), range: range,
      text: record.slice(start..<(start + length)))
  }
}
