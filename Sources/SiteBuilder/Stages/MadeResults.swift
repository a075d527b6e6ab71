internal import Bytes
package import Incremental

/// What the rendered routes read and said, in the order in which they were rendered.
package struct MadeResults: Sendable {
  /// Every key of the journal and of this build.
  private(set) var keys: KeyTable
  private let snapshot: Snapshot
  /// By code: the number of its key plus one; zero while nobody has asked.
  private var numbers: [UInt32] = []
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
  init(of snapshot: Snapshot, after known: KeyRecords = .none) {
    self.snapshot = snapshot
    keys = KeyTable(known)
  }

  /// Adds what one piece of work rendered.
  mutating func append(_ chunk: RenderedChunk) {
    if numbers.isEmpty { numbers = Array(repeating: 0, count: Int(snapshot.codes)) }
    let others = keys.numbers(of: chunk.log.keys)
    numberUnseen(chunk.log.reads)
    var own: [UInt32] = []
    var reads = ByteBuffer(capacity: chunk.log.reads.count * 2)
    var ends: [(reads: Int, notes: Int)] = []
    ends.reserveCapacity(chunk.ends.count)
    var start = 0
    for end in chunk.ends {
      own.removeAll(keepingCapacity: true)
      for place in start..<end.reads { own.append(number(chunk.log.reads[place], others)) }
      reads.append(keyNumbers: own)
      ends.append((reads.count, end.notes))
      start = end.reads
    }
    chunks.append(
      Chunk(
        first: chunks.last.map { $0.first + $0.ends.count } ?? 0, reads: reads.frozen(),
        notes: chunk.notes, ends: ends))
  }

  /// The number of the key of a code; `others` are those of the keys beyond the site's own codes.
  private func number(_ code: UInt32, _ others: [UInt32]) -> UInt32 {
    code < snapshot.codes ? numbers[Int(code)] - 1 : others[Int(code - snapshot.codes)]
  }

  /// Gives numbers to those of some codes that nobody has asked before.
  private mutating func numberUnseen(_ codes: [UInt32]) {
    var unseen: [UInt32] = []
    for code in codes where code < snapshot.codes && numbers[Int(code)] == 0 {
      unseen.append(code)
      numbers[Int(code)] = .max
    }
    guard !unseen.isEmpty else { return }
    let found = keys.numbers(ofUnseen: unseen.map { snapshot.key($0) })
    for (code, number) in zip(unseen, found) { numbers[Int(code)] = number + 1 }
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
