internal import Bytes

/// Writes values where more than the escaping of text is needed: URLs, scripts, styles, names.
///
/// Each function gets the value's text and its flags and appends to `scratch`; what stands in an
/// attribute is escaped for it last.
extension RenderContext {
  /// Appends `value` through an escaper; answers whether a URL had to be replaced.
  mutating func append(
    _ value: Value, escapedBy escaper: Escaper
  ) throws(RenderFault) -> Bool {
    guard escaper.isXML else { return try appendEscaped(value, escaper) }
    let start = beginText()
    let wasReplaced = try appendEscaped(value, escaper)
    replaceForbiddenInXML(from: start)
    return wasReplaced
  }

  private mutating func appendEscaped(
    _ value: Value, _ escaper: Escaper
  ) throws(RenderFault) -> Bool {
    switch escaper.kind {
    case .raw: scratch.append(try string(value))
    case .text: appendText(try string(value), flags(of: value))
    case .attribute: appendAttribute(try string(value), try textFlags(of: value), escaper)
    case .urlStart, .urlRest, .urlRoot, .urlPath, .urlQuery, .urlList, .urlWords, .xmlLink:
      return try appendURL(value, escaper)
    case .scriptValue, .scriptString, .scriptTemplate, .scriptRegex, .scriptRegexClass:
      try appendScript(value, escaper)
    case .styleValue, .styleString, .styleURL: return try appendStyle(value, escaper)
    case .tagName: try appendTagName(try string(value), try textFlags(of: value))
    case .restOfTagName:
      try appendTagName(try string(value), try textFlags(of: value), isRest: true)
    case .attributeName: try appendAttributeName(try string(value), try textFlags(of: value))
    case .document: try appendDocument(try string(value), try textFlags(of: value), escaper)
    case .comment: appendComment(try string(value))
    case .commentText:
      let text = try string(value)
      appendText(text, flags(of: value))
      // The literal text behind the value may begin with `>`.
      if text.last == .minus { scratch.append(.space) }
    case .cdata: appendCDATA(try string(value))
    case .digits:
      let text = try string(value)
      let isNumber = text.count > 0 && text.allSatisfy(\.isDigit)
      scratch.append(isNumber ? text.string : "unsafe")
    case .dropped: break
    }
    return false
  }

  private func flags(of value: Value) -> Value.Flags { value.flags }

  /// What is known of the text form of a value.
  private mutating func textFlags(of value: Value) throws(RenderFault) -> Value.Flags {
    guard let entity = value.entity else { return value.isString ? value.flags : [] }
    return try host.text(of: entity, &self).flags
  }

  mutating func appendText(_ text: Text, _ flags: Value.Flags) {
    if flags.isDisjoint(with: [.safe, .clean]) {
      scratch.append(htmlEscaped: text)
    } else {
      scratch.append(text)
    }
  }

  // MARK: Attributes

  /// Appends text inside an attribute: HTML keeps its references, only what would end the value
  /// is escaped; all else is escaped as text, without quotes white space too.
  mutating func appendAttribute(_ text: Text, _ flags: Value.Flags, _ escaper: Escaper) {
    let isHTML = flags.contains(.safe)
    switch escaper.delimiter {
    case .unquoted: appendUnquoted(text, isHTML: isHTML)
    case .single where isHTML:
      appendReplacing(text) { $0 == .apostrophe ? "&#39;" : Self.angle($0) }
    case .double where isHTML: appendReplacing(text) { $0 == .quote ? "&#34;" : Self.angle($0) }
    default:
      if isHTML || flags.contains(.clean) {
        scratch.append(text)
      } else {
        scratch.append(htmlEscaped: text)
      }
    }
  }

  private static func angle(_ byte: UInt8) -> StaticString? {
    byte == .lessThan ? "&lt;" : byte == .greaterThan ? "&gt;" : nil
  }

  private mutating func appendUnquoted(_ text: Text, isHTML: Bool) {
    // Nothing at all would make the next attribute the value of this one.
    if text.count == 0 { scratch.append("&#32;") }
    for byte in text {
      switch byte {
      case .ampersand where !isHTML: scratch.append("&amp;")
      case .lessThan: scratch.append("&lt;")
      case .greaterThan: scratch.append("&gt;")
      case .quote: scratch.append("&#34;")
      case .apostrophe: scratch.append("&#39;")
      case .equals: scratch.append("&#61;")
      case .backtick: scratch.append("&#96;")
      case _ where byte.isSpace:
        scratch.append("&#")
        scratch.append(decimal: Int(byte))
        scratch.append(.semicolon)
      default: scratch.append(byte)
      }
    }
  }

  /// Appends text with some bytes replaced.
  mutating func appendReplacing(_ text: Text, _ replacement: (UInt8) -> StaticString?) {
    var copied = 0
    for index in 0..<text.count {
      guard let other = replacement(text[index]) else { continue }
      scratch.append(text.slice(copied..<index))
      scratch.append(other)
      copied = index + 1
    }
    scratch.append(text.slice(copied..<text.count))
  }

  /// Ends what was appended since `start` and escapes it for the attribute that it stands in.
  mutating func endInAttribute(from start: Int, _ escaper: Escaper) throws(RenderFault) {
    guard escaper.delimiter != .none else { return }
    guard let text = try endText(from: start).text else { return }
    appendAttribute(text, [], escaper)
  }

  /// HTML as the value of an attribute: `srcdoc`.
  private mutating func appendDocument(
    _ text: Text, _ flags: Value.Flags, _ escaper: Escaper
  ) throws(RenderFault) {
    let start = beginText()
    if flags.contains(.safe) {
      scratch.append(text)
    } else {
      scratch.append(htmlEscaped: text)
    }
    try endInAttribute(from: start, escaper)
  }

  // MARK: Names

  /// The name of an element, in letters, digits and `-`; or attributes behind it.
  ///
  /// The rest of a name is digits, lest both together are `script`.
  private mutating func appendTagName(
    _ text: Text, _ flags: Value.Flags, isRest: Bool = false
  ) throws(RenderFault) {
    if flags.contains(.attributes) {
      scratch.append(text)
      return
    }
    if text.allSatisfy(\.isDigit) {
      scratch.append(text)
      return
    }
    let name = text.string
    let isPlain = text.allSatisfy { $0.isLetter || $0.isDigit || $0 == .minus }
    guard isPlain, !isRest, !EscapeState.riskyElements.contains(name.lowercased()) else {
      scratch.append("unsafe")
      return
    }
    scratch.append(text)
  }

  /// The name of an attribute without a value: nothing that runs or loads something.
  private mutating func appendAttributeName(
    _ text: Text, _ flags: Value.Flags
  ) throws(RenderFault) {
    if flags.contains(.attributes) {
      scratch.append(text)
      return
    }
    let name = text.string.lowercased()
    let isPlain = text.allSatisfy {
      $0.isLetter || $0.isDigit || $0 == .minus || $0 == .underscore
    }
    scratch.append(isPlain && !name.hasPrefix("on") ? text.string : "unsafe")
  }
}
