internal import Bytes

/// JavaScript, JSON and CSS.
extension RenderContext {
  mutating func appendScript(_ value: Value, _ escaper: Escaper) throws(RenderFault) {
    let start = beginText()
    switch escaper.kind {
    case .scriptValue where value.flags.contains(.json): scratch.append(try string(value))
    case .scriptValue:
      try JSONWriter(indent: nil, start: start).append(value, depth: 0, to: &self)
    // Nothing at all would make a comment of `//`.
    case .scriptRegex where try string(value).count == 0: scratch.append("(?:)")
    default: appendScriptString(try string(value), escaper.kind)
    }
    try endInAttribute(from: start, escaper)
  }

  /// Text inside quotes, a template literal or a regular expression.
  private mutating func appendScriptString(_ text: Text, _ kind: Escaper.Kind) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] & 0xFE == 0xA8
      {
        scratch.append(text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
        index += 3
        continue
      }
      appendScriptByte(byte, kind)
      index += 1
    }
  }

  private mutating func appendScriptByte(_ byte: UInt8, _ kind: Escaper.Kind) {
    let isRegex = kind == .scriptRegex || kind == .scriptRegexClass
    switch byte {
    case .backslash where !isRegex: scratch.append("\\\\")
    case .newline: scratch.append("\\n")
    case .carriageReturn: scratch.append("\\r")
    case 0x09: scratch.append("\\t")
    case .quote, .apostrophe, .lessThan, .greaterThan, .ampersand, 0..<0x20, 0x7F:
      appendUnicodeEscape(byte)
    case .backtick where kind == .scriptTemplate, .dollar where kind == .scriptTemplate:
      appendUnicodeEscape(byte)
    case _ where isRegex && Self.isRegexSymbol(byte): appendUnicodeEscape(byte)
    default: scratch.append(byte)
    }
  }

  private static func isRegexSymbol(_ byte: UInt8) -> Bool {
    byte < 0x80 && !byte.isLetter && !byte.isDigit && byte != .space && byte != .underscore
  }

  private mutating func appendUnicodeEscape(_ byte: UInt8) {
    scratch.append("\\u00")
    scratch.append(Self.lowerHexDigit(byte >> 4))
    scratch.append(Self.lowerHexDigit(byte & 15))
  }

  private static func lowerHexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? .zero + value : UInt8(ascii: "a") + value - 10
  }

  // MARK: CSS

  /// Appends a value inside CSS; answers whether a URL was replaced.
  mutating func appendStyle(_ value: Value, _ escaper: Escaper) throws(RenderFault) -> Bool {
    let text = try string(value)
    let start = beginText()
    var wasReplaced = false
    switch escaper.kind {
    case .styleValue: appendStyleValue(text)
    case .styleURL where !URLCheck.isSafe(text, isHTML: false):
      scratch.append("#unsafe-url")
      wasReplaced = true
    default: appendStyleString(text)
    }
    try endInAttribute(from: start, escaper)
    return wasReplaced
  }

  /// A value of a property: numbers, lengths, colours and names; nothing that could end it, call
  /// a function or begin a comment.
  private mutating func appendStyleValue(_ text: Text) {
    let isPlain = text.allSatisfy { byte in
      switch byte {
      case .space, .dot, .comma, .percent, .hash, .minus, .plus, .underscore: true
      default: byte.isLetter || byte.isDigit || byte >= 0x80
      }
    }
    let lowered = text.string.lowercased()
    let isRisky = ["expression", "binding", "behavior", "javascript"].contains {
      lowered.contains($0)
    }
    scratch.append(isPlain && !isRisky ? text.string : "unsafe")
  }

  private mutating func appendStyleString(_ text: Text) {
    for byte in text {
      let isPlain =
        byte.isLetter || byte.isDigit || byte >= 0x80
        || [
          .space, .minus, .dot, .underscore, .slash, .colon, .percent, .question, .equals, .hash,
          .comma, .plus,
        ].contains(byte)
      if isPlain {
        scratch.append(byte)
      } else {
        scratch.append(.backslash)
        if byte >= 16 { scratch.append(Self.lowerHexDigit(byte >> 4)) }
        scratch.append(Self.lowerHexDigit(byte & 15))
        scratch.append(.space)
      }
    }
  }
}
