#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension ByteView {
  /// Where the first `byte` is at or behind `start`; nothing when there is none.
  package func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    precondition(start >= 0 && start <= count)
    // Readable by the contract of `ByteView`; memchr reads no more than the bytes behind `start`.
    guard let first = unsafe buffer.baseAddress,
      let found = unsafe memchr(first + start, Int32(byte), count - start)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(first)
  }
}
