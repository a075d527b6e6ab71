/// Values: names, literals, lists, maps and what stands in parentheses.
extension Parser {
  mutating func parsePrimary() throws(TemplateProblem) -> NodeID {
    let token = current
    switch token.kind {
    case .name: return parseName(token)
    case .string: return try parseStrings()
    case .integer, .float:
      advance()
      return try addNumber(token)
    case .symbol(.openParen): return try parseParentheses()
    case .symbol(.openBracket): return try parseList()
    case .symbol(.openBrace): return try parseMap()
    case .variableEnd, .blockEnd:
      throw TemplateProblem(.missingExpression, at: token.range)
    default: throw expected("an expression")
    }
  }

  mutating func parseName(_ token: Token) -> NodeID {
    advance()
    let text = text(of: token)
    switch text {
    case "true", "True", "false", "False":
      let id = add(.bool, token.range)
      tree.nodes[Int(id.rawValue)].flag = text.first == "t" || text.first == "T"
      return id
    case "none", "None": return add(.none, token.range)
    case "not", "and", "or", "in", "is", "if", "else":
      note(TemplateProblem(.expected("an expression", found: "'\(text)'"), at: token.range))
      return add(.broken, token.range)
    default:
      let id = add(.name, token.range)
      tree.nodes[Int(id.rawValue)].name = intern(text)
      return id
    }
  }

  /// Adjacent strings are one string.
  mutating func parseStrings() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    var bytes: [UInt8] = []
    while current.kind == .string {
      bytes += try StringLiteral.bytes(of: current.range, in: tree.source.bytes)
      advance()
    }
    let id = add(.literal, range(from: start))
    tree.nodes[Int(id.rawValue)].a = literal(.text(bytes))
    return id
  }

  mutating func addNumber(_ token: Token) throws(TemplateProblem) -> NodeID {
    let digits = text(of: token).replacing("_", with: "")
    let value: Literal?
    if token.kind == .float {
      value = Double(digits).map { .float($0) }
    } else {
      value = Self.integer(digits).map { .int($0) }
    }
    guard let value else { throw TemplateProblem(.numberTooLarge(digits), at: token.range) }
    let id = add(.literal, token.range)
    tree.nodes[Int(id.rawValue)].a = literal(value)
    return id
  }

  static func integer(_ digits: String) -> Int? {
    switch digits.prefix(2).lowercased() {
    case "0x": Int(digits.dropFirst(2), radix: 16)
    case "0o": Int(digits.dropFirst(2), radix: 8)
    case "0b": Int(digits.dropFirst(2), radix: 2)
    default: Int(digits)
    }
  }

  mutating func parseParentheses() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    advance()
    if take(.closeParen) { return addList(.tuple, [], from: start) }
    let value = try parseExpression(allowsTuple: true)
    try require(.closeParen, "')'")
    return value
  }

  mutating func parseList() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    advance()
    var items: [Int32] = []
    while current.kind != .symbol(.closeBracket) {
      items.append(try parseExpression().rawValue)
      guard take(.comma) else { break }
    }
    try require(.closeBracket, "',' or ']'")
    return addList(.list, items, from: start)
  }

  mutating func parseMap() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    advance()
    var entries: [Int32] = []
    while current.kind != .symbol(.closeBrace) {
      entries.append(try parseExpression().rawValue)
      try require(.colon, "':'")
      entries.append(try parseExpression().rawValue)
      guard take(.comma) else { break }
    }
    try require(.closeBrace, "',' or '}'")
    return addList(.map, entries, from: start)
  }
}
