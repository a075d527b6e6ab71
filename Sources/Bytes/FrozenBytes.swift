/// Bytes that never change and never move, shared by every thread that reads them.
///
/// It is the one type that owns memory for others to point into: records of cards, pages of a
/// mapped journal. Contract:
/// 1. The memory is written before `init` returns and never after; so reading needs no lock, which
///    is what makes the type `Sendable` although it holds a pointer.
/// 2. It is given back in `deinit`; whoever keeps an address into it keeps the object as well.
/// 3. What is dropped reads as before: only memory whose bytes the system can bring back drops any.
@safe
package final class FrozenBytes: @unchecked Sendable {
  /// The first byte; valid for `count` bytes as long as the object lives.
  package let start: UnsafePointer<UInt8>
  package let count: Int
  private let release: Action
  /// Nothing for memory that must stay.
  private let drop: Action?

  /// What is done with some bytes of the memory.
  package typealias Action = @Sendable (UnsafePointer<UInt8>, Int) -> Void

  /// Takes over `count` bytes at `start` that nobody else will change or free.
  ///
  /// `release` gives them back; `drop` takes some from memory that the system reads again when they
  /// are asked for.
  package init(
    owning start: UnsafePointer<UInt8>, count: Int, release: @escaping Action, drop: Action? = nil
  ) {
    unsafe self.start = start
    self.count = count
    unsafe self.release = release
    unsafe self.drop = drop
  }

  /// Joins `chunks` into one run.
  package init(joining chunks: [[UInt8]]) {
    count = chunks.reduce(0) { $0 + $1.count }
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(count, 1))
    var offset = 0
    for chunk in chunks {
      unsafe chunk.withUnsafeBufferPointer { bytes in
        guard let source = bytes.baseAddress else { return }
        unsafe (memory + offset).initialize(from: source, count: bytes.count)
      }
      offset += chunk.count
    }
    unsafe start = UnsafePointer(memory)
    unsafe release = { start, _ in unsafe start.deallocate() }
    unsafe drop = nil
  }

  /// Takes over memory that `UnsafeMutablePointer.allocate` gave and nobody else writes or frees.
  convenience init(owning start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.init(
      owning: start, count: count, release: { start, _ in unsafe start.deallocate() })
  }

  deinit {
    unsafe release(start, count)
  }

  /// Says that some bytes will hardly be asked for any more, so that they need not be in memory.
  package func drop(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    unsafe drop?(start + range.lowerBound, range.count)
  }

  /// The bytes, to be read while this object lives.
  package var view: ByteView {
    unsafe ByteView(start: start, count: count)
  }
}
