internal import Bytes

/// URLs.
extension RenderContext {
  /// Appends a URL or a part of one; answers whether it was replaced.
  mutating func appendURL(_ value: Value, _ escaper: Escaper) throws(RenderFault) -> Bool {
    let text = try string(value)
    let flags = value.isString ? value.flags : []
    switch escaper.kind {
    case .urlStart:
      guard URLCheck.isSafe(text, isHTML: flags.contains(.safe)) else {
        scratch.append("#unsafe-url")
        return true
      }
      appendAttribute(text, flags, escaper)
    case .urlQuery where !flags.contains(.urlPart):
      appendPercentEncoded(text)
    case .urlList: return try appendURLList(text, escaper)
    default: appendAttribute(text, flags, escaper)
    }
    return false
  }

  private mutating func appendPercentEncoded(_ text: Text) {
    for byte in text {
      switch byte {
      case .minus, .dot, .underscore, UInt8(ascii: "~"): scratch.append(byte)
      case _ where byte.isLetter || byte.isDigit: scratch.append(byte)
      default:
        scratch.append(.percent)
        scratch.append(Self.hexDigit(byte >> 4))
        scratch.append(Self.hexDigit(byte & 15))
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? .zero + value : UInt8(ascii: "A") + value - 10
  }

  /// The candidates of a `srcset` or the values of an animation: each is checked by itself.
  private mutating func appendURLList(
    _ text: Text, _ escaper: Escaper
  ) throws(RenderFault) -> Bool {
    var wasReplaced = false
    var start = 0
    for index in 0...text.count
    where index == text.count || text[index] == .comma || text[index] == .semicolon {
      let candidate = text.slice(start..<index)
      var first = 0
      while first < candidate.count, candidate[first].isSpace { first += 1 }
      let url = candidate.slice(first..<candidate.count)
      if start > 0 { scratch.append(text[start - 1]) }
      appendAttribute(candidate.slice(0..<first), .clean, escaper)
      if URLCheck.isSafe(url, isHTML: false) {
        if url.count > 0 { appendAttribute(url, [], escaper) }
      } else {
        scratch.append("#unsafe-url")
        wasReplaced = true
      }
      start = index + 1
    }
    return wasReplaced
  }
}

/// Whether a URL may be followed.
enum URLCheck {
  /// Whether `text` has no scheme or one that is known to be harmless.
  ///
  /// White space and controls are ignored, as browsers do. In HTML a reference (`&#58;`) before
  /// anything decides the scheme is taken for the worst.
  static func isSafe(_ text: Text, isHTML: Bool) -> Bool {
    for index in 0..<text.count {
      switch text[index] {
      case .slash, .question, .hash: return true
      case .colon: return hasSafeScheme(text.slice(0..<index))
      case .ampersand where isHTML: return false
      default: continue
      }
    }
    return true
  }

  private static func hasSafeScheme(_ text: Text) -> Bool {
    var scheme = ""
    for byte in text where byte > 0x20 {
      guard byte < 0x7F, scheme.utf8.count < 16 else { return false }
      scheme.unicodeScalars.append(UnicodeScalar(byte.isLetter ? byte | 0x20 : byte))
    }
    return EscapeState.safeSchemes.contains(scheme)
  }
}
