/// The one concurrency primitive: an ordered, windowed parallel map.
///
/// Chunks of work run on at most `count` tasks; their results are consumed in the order of the
/// chunks while later ones run, and no more than a window of results is ever waiting. So the
/// outcome does not depend on the number of workers, and memory does not grow with the work.
package struct Workers: Sendable {
  package let count: Int

  /// At least one worker.
  package init(count: Int) {
    self.count = max(1, count)
  }

  /// How much of `total` one chunk takes: a few chunks a worker, so that none waits long for the
  /// last one, but at most `largest`, so that results do not pile up.
  private func size(of total: Int, largest: Int) -> Int {
    min(largest, max(8, total / (4 * count)))
  }

  /// Calls `body` for every chunk of `0 ..< total` and `consume` with each result, in order.
  ///
  /// A chunk has at most `largest` elements; what `body` answers must not depend on where they end.
  /// The first error in the order of the chunks is thrown.
  package func map<Output: Sendable>(
    _ total: Int, chunk largest: Int,
    _ body: @escaping @Sendable (Range<Int>) throws -> Output,
    consume: (Output) throws -> Void
  ) async throws {
    let chunk = size(of: total, largest: largest)
    let chunks = (total + chunk - 1) / chunk
    func range(_ number: Int) -> Range<Int> {
      number * chunk..<min(total, (number + 1) * chunk)
    }
    guard count > 1, chunks > 1 else {
      for number in 0..<chunks { try consume(body(range(number))) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Result<Output, any Error>).self) { group in
      var next = 0
      var consumed = 0
      var waiting: [Int: Result<Output, any Error>] = [:]
      func start() {
        let (number, range) = (next, range(next))
        next += 1
        group.addTask { (number, Result { try body(range) }) }
      }
      while next < min(count, chunks) { start() }
      while let (number, result) = try await group.next() {
        waiting[number] = result
        while let ready = waiting.removeValue(forKey: consumed) {
          consumed += 1
          try consume(ready.get())
        }
        // A slow chunk must not let results of the others pile up.
        let running = next - consumed - waiting.count
        for _ in running..<max(running, count) where next < chunks && waiting.count < 4 * count {
          start()
        }
      }
    }
  }
}
