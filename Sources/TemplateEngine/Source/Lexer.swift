/// Cuts the text of a template into tokens.
///
/// Whitespace control happens here: `-` beside a tag trims the literal text next to it. Comments
/// leave nothing behind and `raw` blocks leave one text.
struct Lexer {
  private let bytes: [UInt8]
  private let end: Int
  private var position = 0
  private var tokens: [Token] = []
  /// Whether the tag before ended in `-`, so that the next text loses its leading white space.
  private var trimsNext = false

  /// The tokens of `bytes`; the last one is always `.end`.
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = Lexer(bytes)
    lexer.run()
    return lexer.tokens
  }

  /// One line break at the end of a template belongs to the file, not to the text.
  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var end = bytes.count
    let hasNewline = end > 0 && bytes[end - 1] == .newline
    if hasNewline { end -= 1 }
    if end > 0, bytes[end - 1] == .carriageReturn { end -= 1 }
    self.end = end
  }

  private mutating func run() {
    while position < end {
      let start = position
      let tag = nextTag(from: position)
      addText(start..<tag, trimEnd: byte(tag + 2) == .minus)
      guard tag < end else { break }
      position = tag
      openTag()
    }
    tokens.append(Token(kind: .end, range: end..<end))
  }
}

// MARK: - Between tags

extension Lexer {
  /// The offset of the next `{{`, `{%` or `{#`, or the end.
  private func nextTag(from start: Int) -> Int {
    var index = start
    while index + 1 < end {
      if bytes[index] == .openBrace {
        let next = bytes[index + 1]
        if next == .openBrace || next == .percent || next == .hash { return index }
      }
      index += 1
    }
    return end
  }

  private mutating func addText(_ range: Range<Int>, trimEnd: Bool) {
    var lower = range.lowerBound
    var upper = range.upperBound
    if trimsNext { while lower < upper, bytes[lower].isSpace { lower += 1 } }
    if trimEnd, range.upperBound < end {
      while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    }
    trimsNext = false
    if lower < upper { tokens.append(Token(kind: .text, range: lower..<upper)) }
  }

  private mutating func openTag() {
    let start = position
    switch bytes[position + 1] {
    case .hash: skipComment()
    case .openBrace:
      position += signLength(at: position + 2) + 2
      tokens.append(Token(kind: .variableStart, range: start..<position))
      lexTag(closing: .closeBrace, kind: .variableEnd)
    default:
      position += signLength(at: position + 2) + 2
      if lexRaw(from: start) { return }
      tokens.append(Token(kind: .blockStart, range: start..<position))
      lexTag(closing: .percent, kind: .blockEnd)
    }
  }

  private mutating func skipComment() {
    let start = position
    var index = position + 2
    while index + 1 < end, !(bytes[index] == .hash && bytes[index + 1] == .closeBrace) {
      index += 1
    }
    guard index + 1 < end else {
      tokens.append(Token(kind: .bad(.unclosedComment), range: start..<start + 2))
      position = end
      return
    }
    trimsNext = index > start + 2 && bytes[index - 1] == .minus
    position = index + 2
  }

  /// One for a `-` or `+` at `index`, else zero.
  private func signLength(at index: Int) -> Int {
    byte(index) == .minus || byte(index) == .plus ? 1 : 0
  }

  private func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }
}

// MARK: - Raw

extension Lexer {
  /// Takes a whole `raw` block when one stands here.
  private mutating func lexRaw(from start: Int) -> Bool {
    guard let opened = endOfTag("raw", from: position) else { return false }
    var index = opened.end
    while index + 1 < end {
      guard bytes[index] == .openBrace, bytes[index + 1] == .percent else {
        index += 1
        continue
      }
      let inside = index + 2 + signLength(at: index + 2)
      guard let closed = endOfTag("endraw", from: inside) else {
        index += 1
        continue
      }
      trimsNext = opened.trims
      addText(opened.end..<index, trimEnd: byte(index + 2) == .minus)
      trimsNext = closed.trims
      position = closed.end
      return true
    }
    tokens.append(Token(kind: .bad(.unclosedRaw), range: start..<opened.end))
    position = end
    return true
  }

  /// The end of a tag that holds nothing but `word`, and whether it ends in `-`.
  private func endOfTag(_ word: String, from start: Int) -> (end: Int, trims: Bool)? {
    var index = start
    while byte(index).isSpace { index += 1 }
    for expected in word.utf8 {
      guard byte(index) == expected else { return nil }
      index += 1
    }
    while byte(index).isSpace { index += 1 }
    let trims = byte(index) == .minus
    index += signLength(at: index)
    guard byte(index) == .percent, byte(index + 1) == .closeBrace else { return nil }
    return (index + 2, trims)
  }
}

// MARK: - Inside a tag

extension Lexer {
  /// Lexes up to the end of a tag: `closing` and `}`.
  private mutating func lexTag(closing: UInt8, kind: Token.Kind) {
    var depth = 0
    while position < end {
      let start = position
      let first = bytes[position]
      if first.isSpace {
        position += 1
        continue
      }
      if depth == 0, let length = closeLength(closing) {
        trimsNext = first == .minus
        position += length
        tokens.append(Token(kind: kind, range: start..<position))
        return
      }
      let token = nextToken()
      switch token {
      case .symbol(.openParen), .symbol(.openBracket), .symbol(.openBrace): depth += 1
      case .symbol(.closeParen), .symbol(.closeBracket), .symbol(.closeBrace):
        depth = max(0, depth - 1)
      case .bad(.unclosedString): position = endOfBrokenTag(from: start, closing: closing)
      default: break
      }
      tokens.append(Token(kind: token, range: start..<max(position, start)))
    }
  }

  /// The length of the tag's end when it stands here, with its sign.
  private func closeLength(_ closing: UInt8) -> Int? {
    let sign = signLength(at: position)
    guard byte(position + sign) == closing, byte(position + sign + 1) == .closeBrace else {
      return nil
    }
    return sign + 2
  }

  /// Where to go on after a string that never ends: at the end of the tag, when there is one.
  private func endOfBrokenTag(from start: Int, closing: UInt8) -> Int {
    var index = start + 1
    while index + 1 < end {
      if bytes[index] == closing, bytes[index + 1] == .closeBrace { return index }
      index += 1
    }
    return end
  }

  private mutating func nextToken() -> Token.Kind {
    let first = bytes[position]
    if first == .quote || first == .apostrophe { return lexString(first) }
    if first.isDigit { return lexNumber() }
    if first.isNameStart {
      while byte(position).isNamePart { position += 1 }
      return .name
    }
    return lexSymbol()
  }

  private mutating func lexString(_ quote: UInt8) -> Token.Kind {
    var index = position + 1
    while index < end, bytes[index] != quote {
      index += bytes[index] == .backslash ? 2 : 1
    }
    guard index < end else { return .bad(.unclosedString) }
    position = index + 1
    return .string
  }

  private mutating func lexNumber() -> Token.Kind {
    let afterDot = position > 0 && bytes[position - 1] == .dot
    if bytes[position] == .zero, let isDigit = radixDigits(byte(position + 1)),
      isDigit(byte(position + 2))
    {
      position += 2
      while isDigit(byte(position)) || byte(position) == .underscore { position += 1 }
      return .integer
    }
    skipDigits()
    guard !afterDot else { return .integer }
    var isFloat = false
    if byte(position) == .dot, byte(position + 1).isDigit {
      position += 1
      skipDigits()
      isFloat = true
    }
    if byte(position) | 0x20 == UInt8(ascii: "e") {
      let sign = signLength(at: position + 1)
      if byte(position + 1 + sign).isDigit {
        position += 1 + sign
        skipDigits()
        isFloat = true
      }
    }
    return isFloat ? .float : .integer
  }

  private mutating func skipDigits() {
    while byte(position).isDigit || (byte(position) == .underscore && byte(position + 1).isDigit) {
      position += 1
    }
  }

  private func radixDigits(_ letter: UInt8) -> ((UInt8) -> Bool)? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): { $0.isHexDigit }
    case UInt8(ascii: "o"): { $0 >= .zero && $0 < .zero + 8 }
    case UInt8(ascii: "b"): { $0 == .zero || $0 == .zero + 1 }
    default: nil
    }
  }

  private mutating func lexSymbol() -> Token.Kind {
    let pair = [bytes[position], byte(position + 1)]
    for length in [2, 1] {
      let text = String(decoding: pair.prefix(length), as: UTF8.self)
      if let symbol = Token.Symbol(rawValue: text) {
        position += length
        return .symbol(symbol)
      }
    }
    position += 1
    while position < end, bytes[position] & 0xC0 == 0x80 { position += 1 }
    return .bad(.strayCharacter)
  }
}
