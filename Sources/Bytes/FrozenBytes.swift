/// Bytes that never change and never move, shared by every thread that reads them.
///
/// It is the one type that owns memory for others to point into: records of cards, pages of a
/// mapped journal. Contract:
/// 1. The memory is written before `init` returns and never after; so reading needs no lock, which
///    is what makes the type `Sendable` although it holds a pointer.
/// 2. It is given back in `deinit`; whoever keeps an address into it keeps the object as well.
@safe
package final class FrozenBytes: @unchecked Sendable {
  /// The first byte; valid for `count` bytes as long as the object lives.
  package let start: UnsafePointer<UInt8>
  package let count: Int
  private let release: @Sendable (UnsafePointer<UInt8>, Int) -> Void

  /// Takes over `count` bytes at `start` that nobody else will change or free; `release` gives them
  /// back.
  package init(
    owning start: UnsafePointer<UInt8>, count: Int,
    release: @escaping @Sendable (UnsafePointer<UInt8>, Int) -> Void
  ) {
    unsafe self.start = start
    self.count = count
    unsafe self.release = release
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
  }

  /// Takes over memory that `UnsafeMutablePointer.allocate` gave and nobody else writes or frees.
  convenience init(owning start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.init(owning: start, count: count) { start, _ in unsafe start.deallocate() }
  }

  deinit {
    unsafe release(start, count)
  }

  /// The bytes, to be read while this object lives.
  package var view: ByteView {
    unsafe ByteView(start: start, count: count)
  }
}
