#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The bytes of a template string: a collection that does not own what it shows.
///
/// It stays good for as long as the render in which it was met (`Value`, contract 1).
@safe
package struct Text: RandomAccessCollection, Sendable {
  let address: UInt
  package let count: Int

  @inline(__always)
  package var startIndex: Int { 0 }
  @inline(__always)
  package var endIndex: Int { count }

  @inline(__always)
  package subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    // In bounds by the line above; readable by `Value`, contract 1.
    return unsafe start.unsafelyUnwrapped[index]
  }

  /// The address of the first byte.
  @inline(__always)
  package var start: UnsafePointer<UInt8>? { unsafe UnsafePointer(bitPattern: address) }

  /// The bytes as a buffer, for code that is marked unsafe.
  @inline(__always)
  package var buffer: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: start, count: count)
  }

  /// The bytes in `range`, without copying.
  package func slice(_ range: Range<Int>) -> Text {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return Text(address: address + UInt(range.lowerBound), count: range.count)
  }

  /// The text as a `String`; for messages, never for what is rendered.
  package var string: String {
    // Readable by `Value`, contract 1.
    unsafe String(decoding: buffer, as: UTF8.self)
  }

  /// Whether both hold the same bytes.
  package static func == (a: Text, b: Text) -> Bool {
    guard a.count == b.count else { return false }
    guard a.address != b.address, let x = unsafe a.start, let y = unsafe b.start else {
      return true
    }
    // Both are readable for `count` bytes by `Value`, contract 1.
    return unsafe memcmp(x, y, a.count) == 0
  }

  /// Whether it holds exactly the bytes of `literal`.
  package static func == (a: Text, b: StaticString) -> Bool {
    guard let text = Value(static: b).text else { return false }
    return a == text
  }

  /// Negative, zero or positive as this text sorts before, with or after `other`.
  ///
  /// Bytes of UTF-8 sort as the scalars they encode.
  package func order(against other: Text) -> Int {
    let common = Swift.min(count, other.count)
    for index in 0..<common where self[index] != other[index] {
      return Int(self[index]) - Int(other[index])
    }
    return count - other.count
  }
}

/// The elements of a list or tuple: a collection that does not own what it shows.
@safe
package struct Items: RandomAccessCollection, Sendable {
  let address: UInt
  package let count: Int

  @inline(__always)
  package var startIndex: Int { 0 }
  @inline(__always)
  package var endIndex: Int { count }

  @inline(__always)
  package subscript(index: Int) -> Value {
    precondition(index >= 0 && index < count)
    // In bounds by the line above; readable by `Value`, contract 1.
    return unsafe UnsafePointer<Value>(bitPattern: address).unsafelyUnwrapped[index]
  }

  /// The elements in `range`, without copying.
  package func slice(_ range: Range<Int>) -> Items {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return Items(
      address: address + UInt(range.lowerBound * MemoryLayout<Value>.stride), count: range.count)
  }
}

/// The entries of a map in order of insertion.
@safe
package struct Entries: RandomAccessCollection, Sendable {
  let address: UInt
  package let count: Int

  @inline(__always)
  package var startIndex: Int { 0 }
  @inline(__always)
  package var endIndex: Int { count }

  @inline(__always)
  package subscript(index: Int) -> (key: Value, value: Value) {
    precondition(index >= 0 && index < count)
    // In bounds by the line above; readable by `Value`, contract 1.
    let start = unsafe UnsafePointer<Value>(bitPattern: address).unsafelyUnwrapped
    return unsafe (start[2 * index], start[2 * index + 1])
  }
}

extension Entries {
  /// The key at `index`, without its value.
  @inline(__always)
  func key(at index: Int) -> Value {
    precondition(index >= 0 && index < count)
    // In bounds by the line above; readable by `Value`, contract 1.
    return unsafe UnsafePointer<Value>(bitPattern: address).unsafelyUnwrapped[2 * index]
  }
}

extension Value {
  @inline(__always)
  var rawText: Text { Text(address: UInt(payload), count: Int(count32)) }

  @inline(__always)
  var rawItems: Items { Items(address: UInt(payload), count: Int(count32)) }

  @inline(__always)
  var rawEntries: Entries { Entries(address: UInt(payload), count: Int(count32)) }
}

extension Value {
  /// A list or tuple over elements that already lie in memory.
  @inline(__always)
  package init(sharing items: Items, as kind: Kind = .list) {
    self.init(
      kind: kind, count: UInt32(truncatingIfNeeded: items.count), payload: UInt64(items.address))
  }

  /// A string over bytes that already lie in memory: a slice of another string, say.
  @inline(__always)
  package init(sharing text: Text, flags: Flags = []) {
    self.init(
      kind: .string, flags: flags, count: UInt32(truncatingIfNeeded: text.count),
      payload: UInt64(text.address))
  }
}
