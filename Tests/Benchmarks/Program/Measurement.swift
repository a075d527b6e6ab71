internal import AllocationCount

/// What one piece of work costs when it is done again and again.
struct Measurement: Sendable {
  /// The median over the batches.
  var microseconds: Double
  /// Allocations in the last batch by its runs; below zero where they cannot be counted.
  var allocations: Double

  /// Measures `body` in nine batches of at least `batch` microseconds each, warmed up by one more.
  init(batch: Double = 20_000, of body: () throws -> Void) rethrows {
    var runs = 1
    while try Self.batch(of: runs, body).time < batch { runs *= 2 }
    let batches = try (0..<9).map { _ in try Self.batch(of: runs, body) }
    let times = batches.map(\.time).sorted()
    microseconds = times[times.count / 2] / Double(runs)
    allocations = Double(batches[batches.count - 1].allocations) / Double(runs)
  }

  private static func batch(
    of runs: Int, _ body: () throws -> Void
  ) rethrows -> (time: Double, allocations: Int) {
    let (start, count) = (ThreadClock.microseconds, allocation_count())
    for _ in 0..<runs { try body() }
    let end = ThreadClock.microseconds
    return (end - start, count < 0 ? -runs : allocation_count() - count)
  }
}
