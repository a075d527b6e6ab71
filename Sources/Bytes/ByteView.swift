/// Bytes that somebody else owns: an address and a count that fit into registers.
///
/// Contract: the bytes stay where they are, unchanged, for as long as a view of them is in use.
/// `FrozenBytes` and arenas keep it; whoever stores a view stores their owner with it.
///
/// It is public for the reason that `ByteBuffer` is: only then are its members inlined elsewhere.
@safe
public struct ByteView: RandomAccessCollection, Sendable {
  @usableFromInline let address: UInt
  public let count: Int

  /// A view of the `count` bytes at `start`.
  @inlinable @inline(__always)
  package init(start: UnsafePointer<UInt8>?, count: Int) {
    address = UInt(bitPattern: start)
    self.count = count
  }

  @usableFromInline @inline(__always)
  init(address: UInt, count: Int) {
    self.address = address
    self.count = count
  }

  /// No bytes.
  package static let empty = ByteView(address: 0, count: 0)

  @inlinable @inline(__always)
  public var startIndex: Int { 0 }
  @inlinable @inline(__always)
  public var endIndex: Int { count }

  @inlinable @inline(__always)
  public subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    // In bounds by the line above; readable by the contract.
    return unsafe buffer[index]
  }

  /// The bytes as a buffer, for code that is marked unsafe.
  @inlinable @inline(__always)
  package var buffer: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: UnsafePointer(bitPattern: address), count: count)
  }

  /// The bytes in `range`, without copying.
  @inlinable
  package func slice(_ range: Range<Int>) -> ByteView {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return ByteView(address: address + UInt(range.lowerBound), count: range.count)
  }

  /// The bytes as text; bytes that are not UTF-8 are replaced.
  package var string: String {
    // Readable by the contract.
    unsafe String(decoding: buffer, as: UTF8.self)
  }

  /// The little-endian number at `offset`.
  @inlinable @inline(__always)
  package func uint32(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset + 4 <= count)
    // In bounds by the line above; readable by the contract.
    return unsafe UInt32(
      littleEndian: UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped)
        .loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The little-endian number at `offset`.
  @inlinable @inline(__always)
  package func int64(at offset: Int) -> Int64 {
    precondition(offset >= 0 && offset + 8 <= count)
    // In bounds by the line above; readable by the contract.
    return unsafe Int64(
      littleEndian: UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped)
        .loadUnaligned(fromByteOffset: offset, as: Int64.self))
  }
}

extension ByteBuffer {
  /// Appends the bytes that `view` shows.
  @inlinable @inline(__always)
  package mutating func append(_ view: ByteView) {
    unsafe append(start: view.buffer.baseAddress, count: view.count)
  }

  /// Appends `number` in four bytes, little-endian.
  @inlinable
  package mutating func append(littleEndian number: UInt32) {
    if capacity - count < 4 { grow(by: 4) }
    // There is room for four bytes by the line above.
    unsafe UnsafeMutableRawPointer(start + count)
      .storeBytes(of: number.littleEndian, as: UInt32.self)
    count += 4
  }

  /// Appends `number` in eight bytes, little-endian.
  @inlinable
  package mutating func append(littleEndian number: Int64) {
    if capacity - count < 8 { grow(by: 8) }
    // There is room for eight bytes by the line above.
    unsafe UnsafeMutableRawPointer(start + count)
      .storeBytes(of: number.littleEndian, as: Int64.self)
    count += 8
  }
}

extension Fingerprint {
  /// The fingerprint of the bytes that `view` shows.
  package init(of view: ByteView) {
    unsafe self.init(of: view.buffer)
  }
}
