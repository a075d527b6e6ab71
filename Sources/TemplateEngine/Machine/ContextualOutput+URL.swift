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
    case .urlRest:
      guard URLCheck.hasNoScheme(text, isHTML: flags.contains(.safe)) else {
        scratch.append("#unsafe-url")
        return true
      }
      appendAttribute(text, flags, escaper)
    case .xmlLink:
      guard !URLCheck.isCode(text, isHTML: flags.contains(.safe)) else {
        scratch.append("#unsafe-url")
        return true
      }
      appendAttribute(text, flags, escaper)
    case .urlRoot: appendBehindRoot(text, flags, escaper)
    case .urlQuery where !flags.contains(.urlPart):
      appendPercentEncoded(text)
    case .urlList, .urlWords: return try appendURLList(text, escaper)
    default: appendAttribute(text, flags, escaper)
    }
    return false
  }

  /// Appends what stands behind the first `/` of a URL, where a second one would begin the name of
  /// a host; `\` is one as well, and white space between them is nothing.
  private mutating func appendBehindRoot(_ text: Text, _ flags: Value.Flags, _ escaper: Escaper) {
    guard text.count > 0, removeSlashesBeforeRoot() else {
      appendAttribute(text, flags, escaper)
      return
    }
    var first = 0
    while first < text.count, text[first] <= .space || Self.isSlash(text[first]) { first += 1 }
    appendAttribute(text.slice(first..<text.count), flags, escaper)
  }

  /// Leaves one of the slashes that the output ends in, when nothing of the URL stands before them;
  /// answers whether that is so.
  private mutating func removeSlashesBeforeRoot() -> Bool {
    let begin = scratch.withSpan { output -> Int? in
      var begin = output.count
      while begin > 0, output[begin - 1] <= .space || Self.isSlash(output[begin - 1]) { begin -= 1 }
      guard begin > 0, begin < output.count else { return nil }
      let delimiters: [UInt8] = [.quote, .apostrophe, .equals]
      return delimiters.contains(output[begin - 1]) ? begin : nil
    }
    guard let begin else { return false }
    scratch.truncate(to: begin)
    scratch.append(.slash)
    return true
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == .slash || byte == .backslash }

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

  private static func endsURL(_ byte: UInt8, _ escaper: Escaper) -> Bool {
    escaper.kind == .urlWords ? byte.isSpace : byte == .comma || byte == .semicolon
  }

  /// The candidates of a `srcset`, the values of an animation or the URLs of a `ping`: each is
  /// checked by itself.
  private mutating func appendURLList(
    _ text: Text, _ escaper: Escaper
  ) throws(RenderFault) -> Bool {
    var wasReplaced = false
    var start = 0
    for index in 0...text.count
    where index == text.count || Self.endsURL(text[index], escaper) {
      let candidate = text.slice(start..<index)
      var first = 0
      while first < candidate.count, candidate[first].isSpace { first += 1 }
      let url = candidate.slice(first..<candidate.count)
      if start > 0 { appendAttribute(text.slice(start - 1..<start), .clean, escaper) }
      if first > 0 { appendAttribute(candidate.slice(0..<first), .clean, escaper) }
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
    guard let end = endOfScheme(text, isHTML: isHTML) else { return true }
    return text[end] == .colon && hasSafeScheme(text.slice(0..<end))
  }

  /// Whether `text` has no scheme, nor could be the rest of one.
  static func hasNoScheme(_ text: Text, isHTML: Bool) -> Bool {
    endOfScheme(text, isHTML: isHTML) == nil
  }

  /// Where the `:` behind a scheme, or what could be one, stands.
  private static func endOfScheme(_ text: Text, isHTML: Bool) -> Int? {
    for index in 0..<text.count {
      switch text[index] {
      case .slash, .question, .hash: return nil
      case .colon: return index
      case .ampersand where isHTML: return index
      default: continue
      }
    }
    return nil
  }

  /// Whether `text` has a scheme that could run code.
  static func isCode(_ text: Text, isHTML: Bool) -> Bool {
    guard let end = endOfScheme(text, isHTML: isHTML) else { return false }
    guard text[end] == .colon else { return true }
    return scheme(text.slice(0..<end)).map { codeSchemes.contains($0) } ?? false
  }

  /// Schemes that run code, hold a document or hide another scheme.
  private static let codeSchemes = EscapeState.codeSchemes.union([
    "about", "blob", "feed", "file", "filesystem", "jar", "mocha", "view-source",
  ])

  private static func hasSafeScheme(_ text: Text) -> Bool {
    scheme(text).map { EscapeState.safeSchemes.contains($0) } ?? false
  }

  /// A scheme as browsers read it; nothing when it is none that anybody knows.
  private static func scheme(_ text: Text) -> String? {
    var scheme = ""
    for byte in text where byte > 0x20 {
      guard byte < 0x7F, scheme.utf8.count < 16 else { return nil }
      scheme.unicodeScalars.append(UnicodeScalar(byte.isLetter ? byte | 0x20 : byte))
    }
    return scheme
  }
}
