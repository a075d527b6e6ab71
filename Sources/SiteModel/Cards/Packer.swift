internal import Bytes
internal import FrontMatter

/// Writes numbers and texts one after the other, little-endian; `Unpacker` reads them back in the
/// same order. The layout is private to one build of Warta, which the journal's header names.
extension ByteBuffer {
  mutating func pack(_ text: String) {
    append(littleEndian: UInt32(text.utf8.count))
    append(text)
  }

  mutating func pack(_ text: String?) {
    guard let text else { return append(littleEndian: UInt32.max) }
    pack(text)
  }

  mutating func pack(_ flag: Bool) {
    append(flag ? 1 : 0)
  }

  mutating func pack(_ range: SourceRange) {
    append(littleEndian: range.lowerBound)
    append(littleEndian: range.upperBound)
  }

  mutating func pack(_ text: Located<String>) {
    pack(text.range)
    pack(text.value)
  }

  mutating func pack(_ time: Timestamp) {
    append(littleEndian: time.seconds)
    append(littleEndian: UInt32(bitPattern: Int32(time.offsetMinutes)))
  }

  mutating func pack<Element>(
    _ elements: [Element], _ packElement: (Element, inout ByteBuffer) -> Void
  ) {
    append(littleEndian: UInt32(elements.count))
    for element in elements { packElement(element, &self) }
  }

  mutating func pack<Wrapped>(
    _ value: Wrapped?, _ packValue: (Wrapped, inout ByteBuffer) -> Void
  ) {
    pack(value != nil)
    if let value { packValue(value, &self) }
  }

  mutating func pack(_ value: DataValue) {
    switch value {
    case .none: append(0)
    case .bool(let flag): append(flag ? 2 : 1)
    case .integer(let number):
      append(3)
      append(littleEndian: Int64(number))
    case .number(let number):
      append(4)
      append(littleEndian: Int64(bitPattern: number.bitPattern))
    case .text(let text):
      append(5)
      pack(text)
    case .list(let elements):
      append(6)
      pack(elements) { $1.pack($0) }
    case .map(let members):
      append(7)
      pack(members) { member, buffer in
        buffer.pack(member.key)
        buffer.pack(member.value)
      }
    }
  }
}
