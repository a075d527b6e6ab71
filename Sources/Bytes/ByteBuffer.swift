/// A growable run of bytes that a render writes into and a worker reuses.
///
/// Contract:
/// 1. `start` points at `capacity` allocated bytes and is freed once, in `deinit`; the type is not
///    copyable, so there is never a second owner.
/// 2. Bytes `0 ..< count` are initialised; nothing beyond them is ever read.
/// 3. Pointers and spans are lent to closures only, so none outlives a write.
/// 4. The type is public only because the compiler (6.3) inlines `@inlinable package` members of
///    public types and not of package types; without it each byte appended costs a call.
@safe
public struct ByteBuffer: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// The number of bytes written so far.
  @usableFromInline package internal(set) var count: Int = 0

  /// Makes an empty buffer with room for `capacity` bytes.
  package init(capacity: Int = 4096) {
    let room = max(capacity, 16)
    unsafe start = .allocate(capacity: room)
    self.capacity = room
  }

  deinit {
    unsafe start.deallocate()
  }
}

// MARK: - Reading

extension ByteBuffer {
  /// A copy of the bytes written so far.
  package borrowing func bytes() -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// The bytes as text; bytes that are not UTF-8 are replaced.
  package borrowing func string() -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Lends the bytes written so far to `body`.
  @inlinable
  package borrowing func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(Span(_unsafeStart: start, count: count))
  }

  /// Lends the bytes written so far to `body`, which must not keep the pointer.
  @inlinable
  package borrowing func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(UnsafeBufferPointer(start: start, count: count))
  }
}

// MARK: - Writing

extension ByteBuffer {
  /// Appends one byte.
  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    unsafe start[count] = byte
    count += 1
  }

  /// Appends the bytes of a literal.
  @inlinable @inline(__always)
  package mutating func append(_ literal: StaticString) {
    unsafe append(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }

  /// Appends `text` as UTF-8.
  ///
  /// Disfavoured, so that a literal goes to the cheaper overload above.
  @inlinable @_disfavoredOverload
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { unsafe append(start: $0.baseAddress, count: $0.count) }
  }

  /// Appends `bytes`.
  @inlinable
  package mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(start: $0.baseAddress, count: $0.count) }
  }

  /// Appends `bytes`.
  @inlinable
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(start: $0.baseAddress, count: $0.count) }
  }

  /// Appends the bytes of `span`.
  @inlinable @inline(__always)
  package mutating func append(_ span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe append(start: $0.baseAddress, count: $0.count) }
  }

  /// Appends the bytes of another buffer.
  package mutating func append(contentsOf other: borrowing ByteBuffer) {
    unsafe append(start: other.start, count: other.count)
  }

  /// Appends `length` bytes from `bytes`, which must be readable for that long.
  @inlinable @inline(__always)
  package mutating func append(start bytes: UnsafePointer<UInt8>?, count length: Int) {
    guard length > 0, let bytes = unsafe bytes else { return }
    if length > capacity - count { grow(by: length) }
    unsafe start.advanced(by: count).update(from: bytes, count: length)
    count += length
  }

  /// Appends `number` in ASCII decimal digits.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let first = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    reverse(from: first)
  }

  /// Appends `number` in ASCII decimal digits, padded with zeros to at least `width` digits.
  package mutating func append(decimal number: Int, width: Int) {
    var digits = 1
    var rest = number.magnitude / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    if number < 0 { append(UInt8(ascii: "-")) }
    for _ in 0..<max(0, width - digits) { append(UInt8(ascii: "0")) }
    append(decimal: Int(number.magnitude))
  }

  /// Drops everything after the first `length` bytes; the memory is kept.
  @inlinable
  package mutating func truncate(to length: Int) {
    precondition(length >= 0 && length <= count)
    count = length
  }

  /// Empties the buffer; the memory is kept.
  @inlinable
  package mutating func removeAll() {
    count = 0
  }

  /// Makes room for at least `length` further bytes.
  package mutating func reserve(_ length: Int) {
    if length > capacity - count { grow(by: length) }
  }

  @usableFromInline
  mutating func grow(by length: Int) {
    let room = max(capacity * 2, count + length)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    unsafe moved.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = moved
    capacity = room
  }

  private mutating func reverse(from first: Int) {
    var low = first
    var high = count - 1
    while low < high {
      let byte = unsafe start[low]
      unsafe start[low] = start[high]
      unsafe start[high] = byte
      low += 1
      high -= 1
    }
  }
}

extension ByteBuffer {
  /// Replaces the byte at `offset`, which has been written before.
  package mutating func replaceByte(at offset: Int, with byte: UInt8) {
    precondition(offset >= 0 && offset < count)
    // In bounds by the line above.
    unsafe start[offset] = byte
  }
}
