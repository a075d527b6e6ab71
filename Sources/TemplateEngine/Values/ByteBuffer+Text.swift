package import Bytes

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
    // Readable for the whole render (`Value`, contract 1), and the span ends with this call.
    unsafe append(htmlEscaped: Span(_unsafeStart: start, count: text.count))
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
