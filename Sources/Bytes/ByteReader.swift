/// Reads numbers and texts one after the other, in the order in which `ByteBuffer` took them.
package struct ByteReader {
  private let view: ByteView
  package private(set) var offset: Int

  package init(_ view: ByteView, at offset: Int = 0) {
    self.view = view
    self.offset = offset
  }

  /// Whether all bytes have been read.
  package var isAtEnd: Bool { offset >= view.count }

  /// A number of four bytes.
  package mutating func uint32() -> UInt32 {
    defer { offset += 4 }
    return view.uint32(at: offset)
  }

  /// A number of eight bytes.
  package mutating func int64() -> Int64 {
    defer { offset += 8 }
    return view.int64(at: offset)
  }

  /// The bytes of a text, without copying.
  package mutating func bytes() -> ByteView {
    let count = Int(uint32())
    defer { offset += count }
    return view.slice(offset..<(offset + count))
  }

  /// A text.
  package mutating func text() -> String { bytes().string }

  /// A text or nothing.
  package mutating func optionalText() -> String? {
    guard view.uint32(at: offset) == .max else { return text() }
    offset += 4
    return nil
  }
}

extension ByteBuffer {
  /// Appends a text with its length before it.
  package mutating func append(counted text: String) {
    append(littleEndian: UInt32(text.utf8.count))
    append(text)
  }

  /// Appends a text with its length before it, or a mark for nothing.
  package mutating func append(counted text: String?) {
    guard let text else { return append(littleEndian: UInt32.max) }
    append(counted: text)
  }
}
