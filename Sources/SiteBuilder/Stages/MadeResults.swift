internal import Bytes
package import Incremental

/// What the rendered routes read and said, in the order in which they were rendered.
package struct MadeResults: Sendable {
  package private(set) var keys: BuildKeys
  private var chunks: [Chunk] = []

  /// What one piece of work made; pieces stay as they are, because one array of all would be copied
  /// whenever it grows.
  private struct Chunk: Sendable {
    /// The place in the plan of its first route.
    let first: Int
    /// Numbers of keys, route after route.
    let reads: FrozenBytes
    let notes: FrozenBytes
    /// Where the reads and notes of each route end.
    let ends: [(reads: Int, notes: Int)]
  }

  /// Nothing yet.
  init(_ keys: BuildKeys) {
    self.keys = keys
  }

  /// Adds what one piece of work rendered.
  mutating func append(_ chunk: RenderedChunk) {
    let numbers = keys.numbers(of: chunk.log)
    var reads = ByteBuffer(capacity: numbers.count * 2)
    var ends: [(reads: Int, notes: Int)] = []
    ends.reserveCapacity(chunk.ends.count)
    var start = 0
    for end in chunk.ends {
      reads.append(keyNumbers: numbers[start..<end.reads])
      ends.append((reads.count, end.notes))
      start = end.reads
    }
    // A copy takes no more than its bytes; what it is written into has room to spare.
    let exact = FrozenBytes(joining: [reads.bytes()])
    chunks.append(
      Chunk(
        first: chunks.last.map { $0.first + $0.ends.count } ?? 0, reads: exact,
        notes: chunk.notes, ends: ends))
  }

  /// The numbers of the keys that the route of a place in the plan read.
  package func reads(_ place: Int) -> KeyNumbers {
    let (chunk, index) = find(place)
    let start = index == 0 ? 0 : chunk.ends[index - 1].reads
    return KeyNumbers(chunk.reads.view.slice(start..<chunk.ends[index].reads))
  }

  /// The notes of the route of a place in the plan.
  func notes(_ place: Int) -> ByteView {
    let (chunk, index) = find(place)
    return chunk.notes.view.slice(
      (index == 0 ? 0 : chunk.ends[index - 1].notes)..<chunk.ends[index].notes)
  }

  /// The piece that a place lies in, and the index there.
  private func find(_ place: Int) -> (chunk: Chunk, index: Int) {
    var (low, high) = (0, chunks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if chunks[middle].first <= place { low = middle } else { high = middle }
    }
    return (chunks[low], place - chunks[low].first)
  }
}
