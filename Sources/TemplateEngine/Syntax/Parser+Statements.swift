/// Statements: text, output and `{% … %}`.
extension Parser {
  /// The words that begin a statement.
  static let statements = [
    "autoescape", "block", "break", "call", "continue", "extends", "filter", "for", "from", "if",
    "import", "include", "macro", "raw", "set", "with",
  ]
  /// The words that end or divide one.
  static let dividers = [
    "elif", "else", "endautoescape", "endblock", "endcall", "endfilter", "endfor", "endif",
    "endmacro", "endraw", "endset", "endwith",
  ]

  /// Reads statements up to a tag that begins with one of `ends`, which stays current, or to the
  /// end of the template.
  mutating func parseBody(until ends: [String]) -> ListID {
    var statements: [Int32] = []
    while true {
      switch current.kind {
      case .end: return list(statements)
      case .text: statements.append(addText().rawValue)
      case .variableStart:
        if let output = recovering({ parser throws(TemplateProblem) in try parser.parseOutput() }) {
          statements.append(output.rawValue)
        }
      case .blockStart:
        if following.kind == .name, ends.contains(text(of: following)) { return list(statements) }
        let before = position
        if let statement = parseStatementTag() { statements.append(statement.rawValue) }
        if isUnclosed(before) { return list(statements) }
      default: skipBadToken()
      }
    }
  }

  /// Whether reading stands at a tag that ends a statement around this body.
  func isUnclosed(_ before: Int) -> Bool {
    position == before && current.kind == .blockStart
  }

  mutating func skipBadToken() {
    if case .bad(let problem) = current.kind {
      let code: TemplateProblem.Code =
        switch problem {
        case .unclosedComment: .unclosedComment
        case .unclosedRaw: .unclosedRaw
        case .unclosedString: .unclosedString
        case .strayCharacter: .strayCharacter(text(of: current))
        }
      note(TemplateProblem(code, at: current.range))
    }
    advance()
  }

  mutating func addText() -> NodeID {
    let token = current
    advance()
    var bytes = Array(tree.source.bytes[token.range])
    if bytes.contains(.carriageReturn) { bytes = Self.withPlainLineBreaks(bytes) }
    let id = add(.text, token.range)
    tree.nodes[Int(id.rawValue)].a = literal(.text(bytes))
    return id
  }

  private static func withPlainLineBreaks(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == .carriageReturn {
        plain.append(.newline)
      } else if byte != .newline || index == 0 || bytes[index - 1] != .carriageReturn {
        plain.append(byte)
      }
    }
    return plain
  }

  /// Runs `body`; a problem is noted and the rest of the tag skipped.
  mutating func recovering(
    _ body: (inout Parser) throws(TemplateProblem) -> NodeID
  ) -> NodeID? {
    let before = depth
    do {
      return try body(&self)
    } catch {
      depth = before
      note(error)
      skipTag()
      return nil
    }
  }

  mutating func skipTag() {
    while true {
      switch current.kind {
      case .end, .text, .variableStart, .blockStart: return
      case .variableEnd, .blockEnd:
        advance()
        return
      default: advance()
      }
    }
  }

  mutating func parseOutput() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    advance()
    let value = try parseExpression(allowsTuple: true)
    guard current.kind == .variableEnd else { throw expected("'}}'") }
    advance()
    let id = add(.output, range(from: start))
    setChildren(id, value)
    return id
  }

  /// Takes the end of a block tag.
  mutating func requireTagEnd() throws(TemplateProblem) {
    guard current.kind == .blockEnd else { throw expected("'%}'") }
    advance()
  }
}

// MARK: - Tags

extension Parser {
  mutating func parseStatementTag() -> NodeID? {
    guard following.kind == .name else {
      advance()
      note(
        current.kind == .blockEnd
          ? TemplateProblem(.expected("a statement", found: "an empty tag"), at: current.range)
          : expected("a statement"))
      skipTag()
      return nil
    }
    let word = text(of: following)
    if Self.dividers.contains(word) { return strayEnd(word) }
    guard Self.statements.contains(word) else {
      let known = Self.statements + Self.dividers
      note(TemplateProblem(.unknownStatement(word, candidates: known), at: following.range))
      skipTag()
      return nil
    }
    guard depth < Self.nestingLimit else {
      note(TemplateProblem(.tooDeep, at: current.range))
      position = tokens.count - 1
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    let start = current.range.lowerBound
    advance()
    let place = current.range
    advance()
    open.append(OpenStatement(name: word, range: place))
    defer { open.removeLast() }
    return parseStatement(word, from: start)
  }

  /// A tag such as `endif` that ends nothing here.
  ///
  /// When it ends a statement further out, it stays
  /// current so that the inner ones are noted as unclosed.
  mutating func strayEnd(_ word: String) -> NodeID? {
    let closes = word.hasPrefix("end") ? String(word.dropFirst(3)) : ""
    if let innermost = open.last {
      note(
        TemplateProblem(
          .wrongEnd(word, expected: "end\(innermost.name)"), at: following.range,
          related: innermost.range))
      if open.dropLast().contains(where: { $0.name == closes }) { return nil }
    } else {
      note(TemplateProblem(.unexpectedEnd(word), at: following.range))
    }
    advance()
    skipTag()
    return nil
  }

  mutating func parseStatement(_ word: String, from start: Int) -> NodeID? {
    switch word {
    case "if": parseIf(from: start)
    case "for": parseFor(from: start)
    case "set": parseSet(from: start)
    case "with": parseWith(from: start)
    case "block": parseBlock(from: start)
    case "macro": parseMacro(from: start)
    case "call": parseCallBlock(from: start)
    case "filter": parseFilterBlock(from: start)
    case "autoescape": parseAutoescape(from: start)
    default:
      recovering { parser throws(TemplateProblem) in
        try parser.parseSimple(word, from: start)
      }
    }
  }

  /// Reads `{% end… %}`, or notes that it is not there.
  mutating func closeStatement(named name: String? = nil) {
    guard let statement = open.last else { return }
    let word = "end\(statement.name)"
    guard current.kind == .blockStart, following.kind == .name, text(of: following) == word else {
      if current.kind == .end {
        note(
          TemplateProblem(
            .unclosedStatement(statement.name), at: endPlace, related: statement.range))
      }
      return
    }
    advance()
    advance()
    if let name, current.kind == .name {
      if text(of: current) != name {
        note(
          TemplateProblem(
            .wrongEndName(text(of: current), expected: name), at: current.range,
            related: statement.range))
      }
      advance()
    }
    if current.kind == .blockEnd {
      advance()
    } else {
      note(expected("'%}'"))
      skipTag()
    }
  }

  /// The last characters of the template.
  private var endPlace: Range<Int> {
    let end = current.range.lowerBound
    return max(0, end - 1)..<end
  }

  /// Reads the head of a statement; when it is wrong, the body is still read.
  mutating func head(
    _ body: (inout Parser) throws(TemplateProblem) -> NodeID
  ) -> NodeID {
    let start = current.range
    let node = recovering { parser throws(TemplateProblem) in
      let node = try body(&parser)
      try parser.requireTagEnd()
      return node
    }
    return node ?? add(.broken, start)
  }
}
