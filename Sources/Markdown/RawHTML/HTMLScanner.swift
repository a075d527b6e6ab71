/// A piece of HTML: ranges are offsets into the scanned bytes.
enum HTMLToken {
  case text(Range<Int>)
  case open(HTMLTag)
  /// An end tag; the range is its name.
  case close(name: Range<Int>)
  case comment
  /// A declaration, a processing instruction or a CDATA section.
  case other(Range<Int>)
  /// A tag or comment that the bytes end in.
  case broken(Range<Int>)
}

/// A start tag.
struct HTMLTag {
  let name: Range<Int>
  var attributes: [HTMLAttribute] = []
  /// The whole tag.
  var range: Range<Int>
}

/// An attribute of a start tag.
struct HTMLAttribute {
  let name: Range<Int>
  /// Without its quotation marks; none for `<video controls>`.
  let value: Range<Int>?
}

/// Splits HTML into tags and text, as the WHATWG tokenizer does in its data state.
struct HTMLScanner {
  private(set) var position = 0

  /// The next piece of `html`, which must be the same bytes at every call.
  mutating func next(in html: Span<UInt8>) -> HTMLToken? {
    guard position < html.count else { return nil }
    guard html[position] == UInt8(ascii: "<") else { return text(html, from: position) }
    switch html.byte(at: position + 1) {
    case UInt8(ascii: "!"): return declaration(html)
    case UInt8(ascii: "?"): return other(html, endingWith: ">")
    case UInt8(ascii: "/") where isLetter(html.byte(at: position + 2)): return endTag(html)
    case let byte where isLetter(byte): return startTag(html)
    default: return text(html, from: position)
    }
  }

  /// Moves behind the end tag of the element `name`, or to the end: for scripts and styles.
  mutating func skipContent(of name: [UInt8], in html: Span<UInt8>) {
    while let start = html.index(of: UInt8(ascii: "<"), from: position) {
      position = start + 1
      guard html.byte(at: position) == UInt8(ascii: "/") else { continue }
      let found = word(html, from: position + 1)
      guard html.matches(lowercase: name, at: found) else { continue }
      position =
        html.index(of: UInt8(ascii: ">"), from: found.upperBound).map { $0 + 1 } ?? html.count
      return
    }
    position = html.count
  }

  private mutating func text(_ html: Span<UInt8>, from start: Int) -> HTMLToken {
    position = html.index(of: UInt8(ascii: "<"), from: start + 1) ?? html.count
    return .text(start..<position)
  }

  private mutating func declaration(_ html: Span<UInt8>) -> HTMLToken {
    let start = position
    guard html.matches("--", at: start + 2) else {
      let isData = html.matches("[CDATA[", at: start + 2)
      return other(html, endingWith: isData ? "]]>" : ">")
    }
    if html.byte(at: start + 4) == UInt8(ascii: ">") {
      position = start + 5
      return .comment
    }
    guard let end = html.index(of: "-->", in: start + 4..<html.count) else {
      return broken(html)
    }
    position = end + 3
    return .comment
  }

  private mutating func other(_ html: Span<UInt8>, endingWith end: String) -> HTMLToken {
    let start = position
    guard let found = html.index(of: end, in: start..<html.count) else { return broken(html) }
    position = found + end.utf8.count
    return .other(start..<position)
  }

  private mutating func broken(_ html: Span<UInt8>) -> HTMLToken {
    let start = position
    position = html.count
    return .broken(start..<html.count)
  }

  private mutating func endTag(_ html: Span<UInt8>) -> HTMLToken {
    let name = word(html, from: position + 2)
    guard let end = html.index(of: UInt8(ascii: ">"), from: name.upperBound) else {
      return broken(html)
    }
    position = end + 1
    return .close(name: name)
  }

  private mutating func startTag(_ html: Span<UInt8>) -> HTMLToken {
    let start = position
    let name = word(html, from: start + 1)
    var tag = HTMLTag(name: name, range: start..<start)
    var index = name.upperBound
    while true {
      while isSpace(html.byte(at: index)) || html.byte(at: index) == UInt8(ascii: "/") {
        index += 1
      }
      guard index < html.count else { return broken(html) }
      if html[index] == UInt8(ascii: ">") {
        position = index + 1
        tag.range = start..<position
        return .open(tag)
      }
      let attribute = attribute(html, from: &index)
      guard let attribute else { return broken(html) }
      tag.attributes.append(attribute)
    }
  }

  private func attribute(_ html: Span<UInt8>, from index: inout Int) -> HTMLAttribute? {
    let start = index
    // A leading `=` belongs to the name (WHATWG, before attribute name state).
    index += 1
    while index < html.count, !endsName(html[index]) { index += 1 }
    let name = start..<index
    var next = index
    while isSpace(html.byte(at: next)) { next += 1 }
    guard html.byte(at: next) == UInt8(ascii: "=") else {
      return HTMLAttribute(name: name, value: nil)
    }
    next += 1
    while isSpace(html.byte(at: next)) { next += 1 }
    guard let value = value(html, from: next) else { return nil }
    index = value.end
    return HTMLAttribute(name: name, value: value.range)
  }

  private func value(_ html: Span<UInt8>, from start: Int) -> (range: Range<Int>, end: Int)? {
    let quote = html.byte(at: start)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = html.index(of: quote, from: start + 1) else { return nil }
      return (start + 1..<end, end + 1)
    }
    var end = start
    while end < html.count, !isSpace(html[end]), html[end] != UInt8(ascii: ">") { end += 1 }
    return (start..<end, end)
  }

  private func word(_ html: Span<UInt8>, from start: Int) -> Range<Int> {
    var end = start
    while end < html.count, !isSpace(html[end]), html[end] != UInt8(ascii: "/"),
      html[end] != UInt8(ascii: ">")
    { end += 1 }
    return start..<end
  }

  private func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "=")
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}

extension Span<UInt8> {
  /// Whether the bytes of `range` in lower case are `name`.
  func matches(lowercase name: [UInt8], at range: Range<Int>) -> Bool {
    guard range.count == name.count else { return false }
    for (offset, byte) in name.enumerated() where lowercase(self[range.lowerBound + offset]) != byte
    {
      return false
    }
    return true
  }

  /// The bytes of `range` as text, ASCII letters in lower case.
  func lowercaseText(_ range: Range<Int>) -> String {
    String(decoding: range.map { lowercase(self[$0]) }, as: UTF8.self)
  }

  /// The bytes of `range` as text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: range.map { self[$0] }, as: UTF8.self)
  }

  private func lowercase(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
