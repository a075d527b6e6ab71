internal import Bytes
package import Incremental

/// What the rendered routes read and said, in the order in which they were rendered.
package struct MadeResults: Sendable {
  /// Every key of the journal and of this build.
  private(set) var keys: KeyTable
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

  /// Nothing yet; keys of the journal keep their numbers.
  init(after known: KeyRecords = .none) {
    keys = KeyTable(known)
  }

  /// Adds what one piece of work rendered.
  mutating func append(_ chunk: RenderedChunk) {
    let numbers = chunk.log.keys.map { keys.number(of: $0) }
    var reads = ByteBuffer(capacity: chunk.log.reads.count * 2)
    var ends: [(reads: Int, notes: Int)] = []
    ends.reserveCapacity(chunk.ends.count)
    var start = 0
    for end in chunk.ends {
      reads.append(keyNumbers: chunk.log.reads[start..<end.reads].map { numbers[Int($0)] })
      ends.append((reads.count, end.notes))
      start = end.reads
    }
    chunks.append(
      Chunk(
        first: chunks.last.map { $0.first + $0.ends.count } ?? 0, reads: reads.frozen(),
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

  /// A key by its number.
  package func key(_ number: UInt32) -> ReadKey { keys[Int(number)] }
}
