package import Bytes

/// The number of an article in a `CardTable`.
package typealias CardID = UInt32

/// The metadata of all articles: records in the order of their source paths.
///
/// A record lies in the memory of this build or, when nothing about it changed, in the journal of
/// the last one.
package struct CardTable: Sendable {
  /// Keeps the new records alive.
  private let storage: FrozenBytes
  private let kept: KeptCards
  private let rows: [CardRow]

  /// Joins the records of `chunks`; those that chunks keep lie in `kept`.
  package init(joining chunks: [CardChunk], kept: KeptCards = .none) {
    storage = FrozenBytes(joining: chunks.map(\.records))
    self.kept = kept
    var rows: [CardRow] = []
    rows.reserveCapacity(chunks.reduce(0) { $0 + $1.rows.count })
    var start: UInt32 = 0
    for chunk in chunks {
      for row in chunk.rows { rows.append(row.isKept ? row : row.moved(by: start)) }
      start += UInt32(chunk.records.count / 8)
    }
    self.rows = rows
  }

  /// The number of articles.
  package var count: Int { rows.count }

  /// The card of an article.
  package subscript(id: CardID) -> Card { Card(record(of: id)) }

  /// The bytes of the card of an article, as a journal keeps them.
  package func record(of id: CardID) -> ByteView {
    let row = rows[Int(id)]
    return (row.isKept ? kept.records : storage.view).slice(row.range)
  }
}

/// Where the record of a card lies, in units of eight bytes: 32 bits reach 32 GiB.
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

  fileprivate func moved(by offset: UInt32) -> CardRow {
    CardRow(start: start + offset, count: count, isKept: false)
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
