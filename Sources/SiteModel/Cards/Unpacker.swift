internal import Bytes
internal import FrontMatter

/// Reads what `ByteBuffer.pack` wrote, in the same order.
struct Unpacker {
  private let view: ByteView
  private var offset: Int

  init(_ view: ByteView, at offset: Int = 0) {
    self.view = view
    self.offset = offset
  }

  mutating func number() -> UInt32 {
    defer { offset += 4 }
    return view.uint32(at: offset)
  }

  mutating func integer() -> Int64 {
    defer { offset += 8 }
    return view.int64(at: offset)
  }

  mutating func byte() -> UInt8 {
    defer { offset += 1 }
    return view[offset]
  }

  mutating func flag() -> Bool { byte() != 0 }

  mutating func bytes() -> ByteView {
    let count = Int(number())
    defer { offset += count }
    return view.slice(offset..<(offset + count))
  }

  mutating func text() -> String { bytes().string }

  mutating func optionalText() -> String? {
    if view.uint32(at: offset) == .max {
      offset += 4
      return nil
    }
    return text()
  }

  mutating func range() -> SourceRange {
    let lower = Int(number())
    return SourceRange(lower..<max(lower, Int(number())))
  }

  mutating func locatedText() -> Located<String> {
    let range = range()
    return Located(text(), at: range)
  }

  mutating func time() -> Timestamp {
    let seconds = integer()
    return Timestamp(
      seconds: seconds, offsetMinutes: Int16(truncatingIfNeeded: Int32(bitPattern: number())))
  }

  mutating func array<Element>(_ element: (inout Unpacker) -> Element) -> [Element] {
    let count = Int(number())
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(element(&self)) }
    return elements
  }

  mutating func optional<Wrapped>(_ value: (inout Unpacker) -> Wrapped) -> Wrapped? {
    flag() ? value(&self) : nil
  }

  /// Depth is bounded by the limit on front matter.
  mutating func data() -> DataValue {
    switch byte() {
    case 1: .bool(false)
    case 2: .bool(true)
    case 3: .integer(Int(integer()))
    case 4: .number(Double(bitPattern: UInt64(bitPattern: integer())))
    case 5: .text(text())
    case 6: .list(array { $0.data() })
    case 7: .map(array { DataValue.Member(key: $0.text(), value: $0.data()) })
    default: .none
    }
  }
}
