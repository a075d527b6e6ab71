internal import FrontMatter

extension SchemaReader {
  /// An absolute `http` or `https` URL.
  mutating func url(_ value: SchemaValue) -> Located<String>? {
    guard let word = word(value) else { return nil }
    if Self.isWebURL(word.value) { return word }
    note(.form(.notAURL(key: name(of: value), value: word.value)), at: value)
    return nil
  }

  /// A link of a menu: an absolute URL, a path from the root, `mailto:` or `tel:`.
  mutating func link(_ value: SchemaValue) -> Located<String>? {
    guard let word = word(value) else { return nil }
    let text = word.value
    let isOther = text.hasPrefix("mailto:") || text.hasPrefix("tel:") || text.hasPrefix("#")
    let isPath = text.hasPrefix("/") && !text.hasPrefix("//") && !text.contains("\\")
    if isPath || isOther || Self.isWebURL(text), text.utf8.allSatisfy({ $0 > 0x20 }) { return word }
    note(.form(.notAURL(key: name(of: value), value: text)), at: value)
    return nil
  }

  /// A picture: a path beside the story, a path in `static/`, or an absolute URL.
  mutating func picture(_ value: SchemaValue) -> Located<String>? {
    guard let word = line(value) else { return nil }
    // Bytes, not characters: every story with a picture comes through here.
    let isURL = word.value.utf8.contains(UInt8(ascii: ":")) && word.value.contains("://")
    if isURL || word.value.utf8.starts(with: "//".utf8) {
      if Self.isWebURL(word.value) { return word }
      note(.form(.notAURL(key: name(of: value), value: word.value)), at: value)
      return nil
    }
    guard word.value.utf8.contains(UInt8(ascii: "\\")) else { return word }
    let slashed = word.value.split(separator: "\\").joined(separator: "/")
    note(
      .form(.notAPath(key: name(of: value), value: word.value, .character("\\"))), at: value,
      replacement: slashed)
    return nil
  }

  /// The permalink of a page: `/a/b/` or `/msn.xml`.
  mutating func permalink(_ value: SchemaValue) -> Located<String>? {
    guard let path = path(value) else { return nil }
    let last = path.value.split(separator: "/").last ?? ""
    if path.value.hasSuffix("/") || last.contains(".") { return path }
    note(
      .form(.notAPath(key: name(of: value), value: path.value, .noFinalSlash)), at: value,
      replacement: path.value + "/")
    return nil
  }

  /// An absolute path of this site without anything that could leave it.
  mutating func path(_ value: SchemaValue) -> Located<String>? {
    guard let word = word(value) else { return nil }
    guard let fault = PathCheck.fault(in: word.value) else { return word }
    var replacement: String?
    if case .noSlash = fault, PathCheck.fault(in: "/" + word.value) == nil {
      replacement = "/" + word.value
    }
    if case .percent(let decoded?) = fault { replacement = decoded }
    if case .doubleSlash = fault {
      let parts = word.value.split(separator: "/").joined(separator: "/")
      replacement = "/" + parts + (word.value.hasSuffix("/") ? "/" : "")
    }
    note(
      .form(.notAPath(key: name(of: value), value: word.value, fault)), at: value,
      replacement: replacement)
    return nil
  }

  static func isWebURL(_ text: String) -> Bool {
    let rest: Substring.UTF8View
    if text.hasPrefix("https://") {
      rest = text.utf8.dropFirst(8)
    } else if text.hasPrefix("http://") {
      rest = text.utf8.dropFirst(7)
    } else {
      return false
    }
    guard let first = rest.first, first != UInt8(ascii: "/") else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\\") && $0 != 0x7F }
  }
}

/// Says what is wrong with paths that users give.
enum PathCheck {
  /// Why `path` is no absolute path of letters, marks, digits, `-`, `_`, `.` and `/`.
  static func fault(in path: String) -> SchemaProblem.PathFault? {
    if path.contains("://") { return .url }
    guard path.hasPrefix("/") else { return .noSlash }
    if path.contains("//") { return .doubleSlash }
    let parts = path.split(separator: "/")
    if parts.contains(where: { $0 == ".." || $0 == "." }) { return .parent }
    if path.contains("%") { return .percent(decoded: decoded(path)) }
    let stranger = path.unicodeScalars.first { !isPathScalar($0) }
    return stranger.map { .character(String($0)) }
  }

  private static func isPathScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/": return true
      default: return false
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return scalar == "\u{200C}"
    }
  }

  /// The text of a percent-encoded path, if it is UTF-8 and a good path then.
  private static func decoded(_ path: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("%") else {
      return nil
    }
    return fault(in: text) == nil ? text : nil
  }
}
