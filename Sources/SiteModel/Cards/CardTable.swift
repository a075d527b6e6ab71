package import Bytes

/// The number of an article in a `CardTable`.
package typealias CardID = UInt32

/// The metadata of all articles: one run of records, in the order of their source paths.
package struct CardTable: Sendable {
  /// Keeps the records alive.
  private let storage: FrozenBytes
  private let offsets: [UInt32]

  /// Joins the records of `chunks`; `lengths` are the lengths of the single records.
  package init(joining chunks: [CardChunk]) {
    storage = FrozenBytes(joining: chunks.map(\.records))
    var offsets: [UInt32] = []
    offsets.reserveCapacity(chunks.reduce(1) { $0 + $1.lengths.count })
    // Records are multiples of eight bytes, so 32 bits reach 32 GiB.
    var offset: UInt32 = 0
    offsets.append(offset)
    for chunk in chunks {
      for length in chunk.lengths {
        offset += length / 8
        offsets.append(offset)
      }
    }
    self.offsets = offsets
  }

  /// The number of articles.
  package var count: Int { offsets.count - 1 }

  /// The card of an article.
  package subscript(id: CardID) -> Card {
    let start = Int(offsets[Int(id)]) * 8
    let end = Int(offsets[Int(id) + 1]) * 8
    return Card(storage.view.slice(start..<end))
  }
}

/// The records that one piece of work made.
package struct CardChunk: Sendable {
  package var records: [UInt8] = []
  package var lengths: [UInt32] = []

  package init() {}

  /// Adds the record in `buffer`.
  package mutating func append(_ record: borrowing ByteBuffer) {
    lengths.append(UInt32(record.count))
    records.append(contentsOf: record.bytes())
  }
}

extension CardTable {
  /// The story whose source is the file at `path`; nothing when there is none.
  package func story(atPath path: String) -> CardID? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self.path(CardID(middle)).lexicographicallyPrecedes(path.utf8, by: Self.precedes) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < count && path.utf8.elementsEqual(self.path(CardID(low))) ? CardID(low) : nil
  }

  /// The paths of the stories that lie in `folder` itself, which ends with a slash.
  package func paths(inFolder folder: String) -> [String] {
    (0..<CardID(count)).lazy.map { self.path($0).string }.filter { $0.folder == folder }
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
