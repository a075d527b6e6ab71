/// What a page is made of: elements, names of attributes, and code without its strings.
///
/// It reads markup as plainly as can be, to be a second opinion beside the browser's and ours.
struct MarkupSkeleton {
  private(set) var parts: [String] = []
  /// URLs of schemes that run code.
  private(set) var codeURLs: [String] = []
  /// The attributes that have values.
  private var valued: Set<String> = []
  /// Whether the script that is read is text that runs nowhere.
  private var isTemplate = false
  private var rest: ArraySlice<UInt8>
  private let isXML: Bool

  init(_ page: [UInt8], isXML: Bool) {
    rest = page[...]
    self.isXML = isXML
    while let tag = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[tag...]
      readMarkup()
    }
  }

  /// Whether nothing was added to what `other` has; what `adds` has other names, but no code.
  func isLike(_ other: MarkupSkeleton, adds: Bool) -> Bool {
    guard codeURLs.isEmpty else { return false }
    guard adds else { return parts == other.parts }
    return !parts.contains { $0.hasPrefix("code") || $0 == "script" }
      && valued.isDisjoint(with: ["style", "srcdoc", "href", "src", "action", "formaction"])
  }

  private mutating func readMarkup() {
    let next = rest.dropFirst().first ?? 0
    if starts(with: "<!--") {
      parts.append("comment")
      skip(past: "-->")
    } else if isXML, starts(with: "<![CDATA[") {
      skip(past: "]]>")
    } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      parts.append("declaration")
      skip(past: ">")
    } else if next == UInt8(ascii: "/") || Self.isLetter(next) {
      readTag()
    } else {
      rest = rest.dropFirst()
    }
  }

  private mutating func readTag() {
    rest = rest.dropFirst()
    isTemplate = false
    let name = take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }.lowercased()
    parts.append(name)
    while let next = rest.first, next != UInt8(ascii: ">") {
      if Self.isSpace(next) || next == UInt8(ascii: "/") {
        rest = rest.dropFirst()
      } else {
        readAttribute(of: name)
      }
    }
    rest = rest.dropFirst()
    if !isXML { readContent(of: name) }
  }

  private mutating func readAttribute(of element: String) {
    let name = take { !Self.isSpace($0) && !">=/".utf8.contains($0) }.lowercased()
    parts.append("@\(name)")
    guard rest.first == UInt8(ascii: "=") else {
      if name.isEmpty { rest = rest.dropFirst() }
      return
    }
    rest = rest.dropFirst()
    valued.insert(name)
    let value: String
    if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      rest = rest.dropFirst()
      value = take { $0 != quote }
      rest = rest.dropFirst()
    } else {
      value = take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    }
    if !isXML { note(Self.decoded(value), of: name) }
  }

  private mutating func note(_ value: String, of name: String) {
    if name == "type" { isTemplate = value.contains("template") }
    if name.hasPrefix("on") {
      parts.append("code \(CodeSkeleton.script(value))")
    } else if name == "style" {
      parts.append(CodeSkeleton.style(value))
    } else if Self.urlAttributes.contains(name) {
      let start = String(
        String.UnicodeScalarView(value.unicodeScalars.filter { $0.value > 0x20 }.prefix(16)))
      if Self.codeSchemes.contains(where: start.lowercased().hasPrefix) { codeURLs.append(value) }
    }
  }

  private static let urlAttributes: Set<String> = [
    "href", "xlink:href", "src", "action", "srcset", "formaction", "to", "from", "values", "poster",
    "data",
  ]
  private static let codeSchemes = ["javascript:", "vbscript:", "data:", "blob:", "file:"]

  private mutating func readContent(of name: String) {
    guard ["script", "style", "title", "textarea", "xmp", "iframe"].contains(name) else { return }
    let content = takeContent(of: name)
    if name == "script", !isTemplate { parts.append("code \(CodeSkeleton.script(content))") }
    if name == "style" { parts.append(CodeSkeleton.style(content)) }
  }

  /// The content of an element that has no tags inside.
  private mutating func takeContent(of name: String) -> String {
    let end = Array("</\(name)".utf8)
    let begin = rest
    while let byte = rest.first {
      if byte == end[0], rest.prefix(end.count).map(Self.lowercased).elementsEqual(end) { break }
      rest = rest.dropFirst()
    }
    return String(decoding: begin[begin.startIndex..<rest.startIndex], as: UTF8.self)
  }
}

// MARK: - Reading

extension MarkupSkeleton {
  private func starts(with text: String) -> Bool { rest.starts(with: text.utf8) }

  private mutating func skip(past end: String) {
    while !rest.isEmpty, !starts(with: end) { rest = rest.dropFirst() }
    rest = rest.dropFirst(end.utf8.count)
  }

  private mutating func take(while matches: (UInt8) -> Bool) -> String {
    let taken = rest.prefix(while: matches)
    rest = rest.dropFirst(taken.count)
    return String(decoding: taken, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [9, 10, 12, 13, 32].contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    Self.isLetter(byte) ? byte | 0x20 : byte
  }

  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let reference = references.first { rest.starts(with: $0.name.utf8) }
      bytes.append(reference?.byte ?? byte)
      rest = rest.dropFirst(reference?.name.utf8.count ?? 1)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let references: [(name: String, byte: UInt8)] =
    [34, 38, 39, 60, 62, 61, 96, 32, 9, 10, 12, 13].map { ("&#\($0);", $0) } + [
      ("&lt;", 60), ("&gt;", 62), ("&quot;", 34), ("&amp;", 38),
    ]
}

/// Code with what may differ taken out.
private enum CodeSkeleton {
  /// JavaScript with every string, template literal and regular expression emptied.
  static func script(_ code: String) -> String {
    var result = ""
    // The quotes that are open; a brace for code inside a template literal.
    var open: [Unicode.Scalar] = []
    var isEscaped = false
    var previous: Unicode.Scalar = " "
    for scalar in code.unicodeScalars {
      if isEscaped {
        isEscaped = false
        previous = " "
        continue
      }
      if let quote = open.last, quote != "}" {
        if scalar == "\\" {
          isEscaped = true
        } else if scalar == quote {
          open.removeLast()
          result.unicodeScalars.append(scalar)
        } else if quote == "`", previous == "$", scalar == "{" {
          open.append("}")
          result += "${"
        } else if quote != "`", ["\n", "\r"].contains(scalar) {
          result += "BROKEN"
        }
      } else {
        result.unicodeScalars.append(scalar)
        if scalar == open.last { open.removeLast() }
        if "\"'`/".unicodeScalars.contains(scalar) { open.append(scalar) }
      }
      previous = isEscaped ? " " : scalar
    }
    return result
  }

  /// CSS with only what gives it its form.
  static func style(_ code: String) -> String {
    var result = ""
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in code.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if let open = quote {
        if scalar == open { quote = nil }
      } else {
        if scalar == "\"" || scalar == "'" { quote = scalar }
        if scalar == "(" { quote = ")" }
        if "{};:@()\"'".unicodeScalars.contains(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
