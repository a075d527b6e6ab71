internal import Bytes

/// XML.
extension RenderContext {
  /// Replaces the characters behind `start` that XML 1.0 has no way to write (section 2.2): most
  /// controls, U+FFFE and U+FFFF.
  mutating func replaceForbiddenInXML(from start: Int) {
    let bytes: [UInt8]? = scratch.withSpan { output in
      let range = start..<output.count
      guard range.contains(where: { Self.forbiddenInXML(output, $0) > 0 }) else { return nil }
      return range.map { output[$0] }
    }
    guard let bytes else { return }
    scratch.truncate(to: start)
    var copied = 0
    for index in bytes.indices {
      let length = Self.forbiddenInXML(bytes.span, index)
      guard length > 0 else { continue }
      scratch.append(bytes[copied..<index])
      scratch.append("\u{FFFD}")
      copied = index + length
    }
    scratch.append(bytes[copied...])
  }

  /// How many bytes the forbidden character at `index` has, or none.
  private static func forbiddenInXML(_ text: Span<UInt8>, _ index: Int) -> Int {
    switch text[index] {
    case 0x09, 0x0A, 0x0D: 0
    case 0..<0x20: 1
    case 0xEF where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE: 3
    default: 0
    }
  }

  mutating func appendComment(_ text: Text) {
    for (index, byte) in text.enumerated() {
      if byte == .minus, index == 0 || text[index - 1] == .minus || index == text.count - 1 {
        scratch.append(.space)
      }
      switch byte {
      case .lessThan: scratch.append("&lt;")
      case .greaterThan: scratch.append("&gt;")
      default: scratch.append(byte)
      }
    }
    if text.last == .minus { scratch.append(.space) }
  }

  mutating func appendCDATA(_ text: Text) {
    let bracket = UInt8(ascii: "]")
    for (index, byte) in text.enumerated() {
      // The literal text before the value may end with `]]`.
      if byte == .greaterThan, index == 0 || text[index - 1] == bracket {
        scratch.append("]]><![CDATA[")
      }
      scratch.append(byte)
    }
    if text.last == bracket { scratch.append("]]><![CDATA[") }
  }
}
