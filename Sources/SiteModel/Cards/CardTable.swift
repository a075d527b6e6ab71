package import Bytes

/// The number of an article in a `CardTable`.
package typealias CardID = UInt32

/// The metadata of all articles: records in the order of their source paths.
///
/// A record lies in the memory of this build or, when nothing about it changed, in the journal of
/// the last one.
package struct CardTable: Sendable {
  /// Keeps the new records alive.
  private let owners: [FrozenBytes]
  /// The new records, in pieces.
  private let pieces: [ByteView]
  private let kept: KeptCards
  private let rows: [CardRow]

  fileprivate init(_ pieces: [FrozenBytes], _ rows: [CardRow], kept: KeptCards) {
    owners = pieces
    self.pieces = pieces.map(\.view)
    self.rows = rows
    self.kept = kept
  }

  /// The number of articles.
  package var count: Int { rows.count }

  /// The card of an article.
  package subscript(id: CardID) -> Card { Card(record(of: id)) }

  /// The bytes of the card of an article, as a journal keeps them.
  package func record(of id: CardID) -> ByteView {
    let row = rows[Int(id)]
    return row.isKept ? kept.records.slice(row.range) : pieces[row.piece].slice(row.rangeInPiece)
  }
}

/// Puts a table of cards together, chunk by chunk.
///
/// The records go into pieces of a mebibyte that stay where they are: one run of them all would be
/// copied while it grows, or when it is complete, and be in memory twice.
package struct CardTableBuilder: ~Copyable {
  private let kept: KeptCards
  private var rows: [CardRow] = []
  private var pieces: [FrozenBytes] = []
  private var piece = ByteBuffer(capacity: 0)

  /// An empty table; the records that chunks keep lie in `kept`.
  package init(kept: KeptCards = .none) {
    self.kept = kept
  }

  /// Adds the records of a chunk behind those that are there.
  package mutating func append(_ chunk: CardChunk) {
    for row in chunk.rows {
      if row.isKept {
        rows.append(row)
      } else {
        append(chunk.records[row.range])
      }
    }
  }

  private mutating func append(_ record: ArraySlice<UInt8>) {
    if piece.count > 0, piece.count + record.count > CardRow.pieceSize { endPiece() }
    if piece.count == 0 { piece.reserve(max(CardRow.pieceSize, record.count)) }
    rows.append(CardRow(piece: pieces.count, start: piece.count, count: record.count))
    piece.append(record)
  }

  private mutating func endPiece() {
    var full = ByteBuffer(capacity: 0)
    swap(&full, &piece)
    pieces.append(full.frozen())
  }

  /// The table.
  package consuming func table() -> CardTable {
    endPiece()
    return CardTable(pieces, rows, kept: kept)
  }
}

/// Where the record of a card lies, in units of eight bytes: 32 bits reach 32 GiB.
///
/// In a table the upper bits of the start are the number of the piece; a record that is larger than a
/// piece has one to itself.
package struct CardRow: Hashable, Sendable {
  package private(set) var start: UInt32
  /// The number of units; the highest bit marks a record of the journal.
  private var count: UInt32

  package init(start: UInt32, count: UInt32, isKept: Bool) {
    self.start = start
    self.count = isKept ? count | 1 << 31 : count
  }

  package var isKept: Bool { count >> 31 == 1 }

  var range: Range<Int> {
    let first = Int(start) * 8
    return first..<(first + Int(count & ~(1 << 31)) * 8)
  }

  /// Bytes of a piece: a mebibyte, 2¹⁷ units.
  fileprivate static let pieceSize = 8 << 17

  fileprivate init(piece: Int, start: Int, count: Int) {
    self.init(
      start: UInt32(piece << 17 + start / 8), count: UInt32(count / 8), isKept: false)
  }

  fileprivate var piece: Int { Int(start >> 17) }

  fileprivate var rangeInPiece: Range<Int> {
    let first = Int(start & (1 << 17 - 1)) * 8
    return first..<(first + Int(count) * 8)
  }
}

/// The cards of a journal.
package struct KeptCards: Sendable {
  /// Keeps the records alive.
  private let owner: FrozenBytes
  package let records: ByteView

  /// The records that lie in `records`, which are part of what `owner` keeps alive.
  package init(_ records: ByteView, in owner: FrozenBytes) {
    self.owner = owner
    self.records = records
  }

  /// No cards.
  package static let none = KeptCards(.empty, in: FrozenBytes(joining: []))
}

/// The records that one piece of work made or kept.
package struct CardChunk: Sendable {
  package private(set) var records: [UInt8] = []
  package private(set) var rows: [CardRow] = []

  package init() {}

  /// Adds the record in `buffer`; its length is a multiple of eight.
  package mutating func append(_ record: borrowing ByteBuffer) {
    rows.append(
      CardRow(
        start: UInt32(records.count / 8), count: UInt32(record.count / 8), isKept: false))
    records.append(contentsOf: record.bytes())
  }

  /// Adds a record of the journal.
  package mutating func keep(_ row: CardRow) {
    rows.append(row)
  }
}

extension CardTable {
  /// The story whose source is the file at `path`; nothing when there is none.
  package func story(atPath path: String) -> CardID? {
    let place = firstPlace { $0.lexicographicallyPrecedes(path.utf8, by: Self.precedes) }
    return place < count && path.utf8.elementsEqual(self.path(CardID(place)))
      ? CardID(place) : nil
  }

  /// The paths of the stories that lie in `folder` itself, which ends with a slash.
  package func paths(inFolder folder: String) -> [String] {
    var paths: [String] = []
    var place = firstPlace { $0.lexicographicallyPrecedes(folder.utf8, by: Self.precedes) }
    while place < count {
      let path = path(CardID(place))
      guard path.starts(with: folder.utf8) else { break }
      let name = path.dropFirst(folder.utf8.count)
      guard let slash = name.firstIndex(of: UInt8(ascii: "/")) else {
        paths.append(path.string)
        place += 1
        continue
      }
      // What lies in a folder below comes in one run, which is skipped.
      let below = path.prefix(through: slash)
      place = firstPlace {
        $0.starts(with: below) || $0.lexicographicallyPrecedes(below, by: Self.precedes)
      }
    }
    return paths
  }

  /// The first place whose path does not lie before what is looked for.
  private func firstPlace(_ liesBefore: (ByteView) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if liesBefore(path(CardID(middle))) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func path(_ id: CardID) -> ByteView {
    self[id].text(.path) ?? .empty
  }

  /// The order of the tree that the cards were loaded from: `/` before every other byte.
  private static func precedes(_ a: UInt8, _ b: UInt8) -> Bool {
    let slash = UInt8(ascii: "/")
    return (a == slash ? 0 : a) < (b == slash ? 0 : b)
  }
}
