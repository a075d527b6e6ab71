package import Bytes

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The views through which values reach memory: one of the three files of the engine that handle
/// pointers, with `Arena` and `ValueStack`.
///
/// Contract:
/// 1. A view is made over memory that an arena, frozen data, a host or the program keeps readable
///    until the render has ended (`Value`, contract 1); it never outlives the render.
/// 2. Every access is checked against the count of the view.
/// 3. Only `Cells` write, and only to memory that an arena handed out for them.

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

/// Memory of an arena that is written element by element.
@safe
struct Cells<Element: BitwiseCopyable & Sendable>: Sendable {
  let address: UInt
  let count: Int

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      // In bounds by the line above; trivial values, written before they are read.
      return unsafe UnsafePointer<Element>(bitPattern: address).unsafelyUnwrapped[index]
    }
    nonmutating set {
      precondition(index >= 0 && index < count)
      // In bounds by the line above; the arena handed the memory out for these cells.
      unsafe UnsafeMutablePointer<Element>(bitPattern: address).unsafelyUnwrapped[index] = newValue
    }
  }
}

extension Cells<Value> {
  /// The first `count` of them.
  @inline(__always)
  func items(_ count: Int) -> Items {
    precondition(count >= 0 && count <= self.count)
    return Items(address: address, count: count)
  }
}

/// The index of a map with many entries: numbers in front of its entries.
typealias IndexTable = Cells<UInt32>

extension Value {
  /// Text of the program itself.
  package init(static text: StaticString) {
    // The bytes of a static string live as long as the program.
    self.init(
      kind: .string, count: UInt32(text.utf8CodeUnitCount),
      payload: UInt64(unsafe UInt(bitPattern: text.utf8Start)))
  }

  /// Text at `bytes`, which must stay readable and unchanged until the render has ended.
  @inline(__always)
  package init(borrowing bytes: UnsafeBufferPointer<UInt8>, flags: Flags = []) {
    self.init(
      kind: .string, flags: flags, count: UInt32(truncatingIfNeeded: bytes.count),
      payload: UInt64(UInt(bitPattern: bytes.baseAddress)))
  }

  /// A value of a kind that refers to cells.
  @inline(__always)
  init(kind: Kind, cells: Cells<Value>, count: Int = 0) {
    self.init(
      kind: kind, count: UInt32(truncatingIfNeeded: count), payload: UInt64(cells.address))
  }

  /// The cells that a value of such a kind refers to.
  @inline(__always)
  func cells(_ count: Int) -> Cells<Value> { Cells(address: UInt(payload), count: count) }
}

extension ByteBuffer {
  /// Appends the bytes of `text`.
  @inline(__always)
  package mutating func append(_ text: Text) {
    // Readable for the whole render (`Value`, contract 1), so for this call too.
    unsafe append(start: text.start, count: text.count)
  }

  /// Appends `text` for HTML text or a quoted attribute value: `& < > " '` become references.
  package mutating func append(htmlEscaped text: Text) {
    guard let start = unsafe text.start else { return }
    var copied = 0
    var index = 0
    while index < text.count {
      // `index` is below the count; readable by `Value`, contract 1.
      let byte = unsafe start[index]
      // All five have numbers below 64, so one bit of a word says whether a byte is one of them.
      if byte < 64, htmlSpecial >> UInt64(byte) & 1 != 0 {
        unsafe append(start: start + copied, count: index - copied)
        append(htmlReference(byte))
        copied = index + 1
      }
      index += 1
    }
    unsafe append(start: start + copied, count: text.count - copied)
  }
}

/// The bits of `" & ' < >`.
private let htmlSpecial: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62

private func htmlReference(_ byte: UInt8) -> StaticString {
  switch byte {
  case .ampersand: "&amp;"
  case .lessThan: "&lt;"
  case .greaterThan: "&gt;"
  case .quote: "&#34;"
  default: "&#39;"
  }
}

extension Text {
  /// Text of the program itself.
  @inline(__always)
  init(_ literal: StaticString) {
    // The bytes of a static string live as long as the program.
    unsafe self.init(
      address: UInt(bitPattern: literal.utf8Start), count: literal.utf8CodeUnitCount)
  }
}
