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
