/// Expressions, one function for each family of precedence, loosest first.
extension Parser {
  /// An expression; with `allowsTuple` also `a, b` without parentheses.
  mutating func parseExpression(
    allowsTuple: Bool = false, allowsTernary: Bool = true
  ) throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    let first = try nested { parser throws(TemplateProblem) in
      try allowsTernary ? parser.parseTernary() : parser.parseOr()
    }
    guard allowsTuple, current.kind == .symbol(.comma) else { return first }
    var items = [first.rawValue]
    while take(.comma) {
      if endsTuple { break }
      let item = try nested { parser throws(TemplateProblem) in
        try allowsTernary ? parser.parseTernary() : parser.parseOr()
      }
      items.append(item.rawValue)
    }
    return addList(.tuple, items, from: start)
  }

  private var endsTuple: Bool {
    switch current.kind {
    case .variableEnd, .blockEnd, .symbol(.closeParen), .end: true
    case .name: isAt("in") || isAt("if") || isAt("recursive")
    default: false
    }
  }

  private mutating func addList(_ kind: Node.Kind, _ items: [Int32], from start: Int) -> NodeID {
    let id = add(kind, range(from: start))
    tree.nodes[Int(id.rawValue)].a = list(items).rawValue
    return id
  }

  private mutating func parseTernary() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    var value = try parseOr()
    var links = 0
    while take("if") {
      try countLink(&links)
      let condition = try parseOr()
      var otherwise = NodeID.none
      if take("else") {
        otherwise = try nested { parser throws(TemplateProblem) in try parser.parseTernary() }
      }
      let id = add(.ternary, range(from: start))
      setChildren(id, value, condition, otherwise)
      value = id
    }
    return value
  }

  mutating func setChildren(
    _ id: NodeID, _ a: NodeID, _ b: NodeID = .none, _ c: NodeID = .none, _ d: NodeID = .none
  ) {
    tree.nodes[Int(id.rawValue)].a = a.rawValue
    tree.nodes[Int(id.rawValue)].b = b.rawValue
    tree.nodes[Int(id.rawValue)].c = c.rawValue
    tree.nodes[Int(id.rawValue)].d = d.rawValue
  }

  mutating func parseOr() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    var left = try parseAnd()
    var links = 0
    while take("or") {
      try countLink(&links)
      let right = try parseAnd()
      let id = add(.or, range(from: start))
      setChildren(id, left, right)
      left = id
    }
    return left
  }

  private mutating func parseAnd() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    var left = try parseNot()
    var links = 0
    while take("and") {
      try countLink(&links)
      let right = try parseNot()
      let id = add(.and, range(from: start))
      setChildren(id, left, right)
      left = id
    }
    return left
  }

  private mutating func parseNot() throws(TemplateProblem) -> NodeID {
    guard isAt("not") else { return try parseComparison() }
    let start = current.range.lowerBound
    advance()
    let operand = try nested { parser throws(TemplateProblem) in try parser.parseNot() }
    let id = add(.not, range(from: start))
    setChildren(id, operand)
    return id
  }

  private mutating func parseComparison() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    let first = try parseSum()
    var rest: [Int32] = []
    while let comparison = takeComparison() {
      rest += [comparison.rawValue, try parseSum().rawValue]
    }
    guard !rest.isEmpty else { return first }
    let id = add(.compare, range(from: start))
    tree.nodes[Int(id.rawValue)].a = first.rawValue
    tree.nodes[Int(id.rawValue)].b = list(rest).rawValue
    return id
  }

  private mutating func takeComparison() -> Node.Comparison? {
    let comparison: Node.Comparison
    switch current.kind {
    case .symbol(.equal): comparison = .equal
    case .symbol(.notEqual): comparison = .notEqual
    case .symbol(.less): comparison = .less
    case .symbol(.lessEqual): comparison = .lessEqual
    case .symbol(.greater): comparison = .greater
    case .symbol(.greaterEqual): comparison = .greaterEqual
    case .name where isAt("in"): comparison = .isIn
    case .name where isAt("not") && following.kind == .name && text(of: following) == "in":
      advance()
      comparison = .isNotIn
    default: return nil
    }
    advance()
    return comparison
  }

  private mutating func parseSum() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    var left = try parseConcat()
    var links = 0
    while true {
      let operation: Node.Operator
      switch current.kind {
      case .symbol(.plus): operation = .add
      case .symbol(.minus): operation = .subtract
      default: return left
      }
      advance()
      let right = try parseConcat()
      try countLink(&links)
      left = addBinary(operation, left, right, from: start)
    }
  }

  /// Counts the links of a chain such as `a + b + c`, whose tree is as deep as the chain is long.
  private func countLink(_ links: inout Int) throws(TemplateProblem) {
    links += 1
    if links > Self.chainLimit { throw TemplateProblem(.tooDeep, at: current.range) }
  }

  private mutating func addBinary(
    _ operation: Node.Operator, _ left: NodeID, _ right: NodeID, from start: Int
  ) -> NodeID {
    let id = add(.binary(operation), range(from: start))
    setChildren(id, left, right)
    return id
  }

  private mutating func parseConcat() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    let first = try parseProduct()
    guard current.kind == .symbol(.tilde) else { return first }
    var items = [first.rawValue]
    while take(.tilde) { items.append(try parseProduct().rawValue) }
    return addList(.concat, items, from: start)
  }

  private mutating func parseProduct() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    var left = try parsePower()
    var links = 0
    while true {
      let operation: Node.Operator
      switch current.kind {
      case .symbol(.times): operation = .multiply
      case .symbol(.divide): operation = .divide
      case .symbol(.floorDivide): operation = .floorDivide
      case .symbol(.modulo): operation = .modulo
      default: return left
      }
      advance()
      let right = try parsePower()
      try countLink(&links)
      left = addBinary(operation, left, right, from: start)
    }
  }

  private mutating func parsePower() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    var left = try parseUnary(withFilters: true)
    var links = 0
    while take(.power) {
      try countLink(&links)
      let right = try parseUnary(withFilters: true)
      left = addBinary(.power, left, right, from: start)
    }
    return left
  }

  /// A sign binds tighter than `**`, filters and tests: `-5|abs` is 5.
  private mutating func parseUnary(withFilters: Bool) throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    var value: NodeID
    if current.kind == .symbol(.minus) || current.kind == .symbol(.plus) {
      let isMinus = current.kind == .symbol(.minus)
      advance()
      let operand = try nested { parser throws(TemplateProblem) in
        try parser.parseUnary(withFilters: false)
      }
      value = add(.sign, range(from: start))
      setChildren(value, operand)
      tree.nodes[Int(value.rawValue)].flag = isMinus
    } else {
      value = try parsePostfix(try parsePrimary(), from: start)
    }
    return withFilters ? try parseFilters(value, from: start) : value
  }
}

// MARK: - After a value

extension Parser {
  /// `.name`, `.0`, `[…]` and `(…)` after a value.
  private mutating func parsePostfix(
    _ first: NodeID, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    var value = first
    var steps = 0
    while true {
      switch current.kind {
      case .symbol(.dot): value = try parseMember(of: value, from: start)
      case .symbol(.openBracket): value = try parseIndex(of: value, from: start)
      case .symbol(.openParen): value = try parseCall(of: value, from: start)
      default: return value
      }
      steps += 1
      if steps > Self.nestingLimit { throw TemplateProblem(.tooDeep, at: current.range) }
    }
  }

  private mutating func parseMember(
    of value: NodeID, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    advance()
    if current.kind == .integer {
      let index = try parsePrimary()
      let id = add(.index, range(from: start))
      setChildren(id, value, index)
      return id
    }
    let (name, _) = try requireName("the name of a member")
    let id = add(.member, range(from: start))
    setChildren(id, value)
    tree.nodes[Int(id.rawValue)].name = name
    return id
  }

  private mutating func parseIndex(
    of value: NodeID, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    advance()
    var parts: [NodeID] = [.none, .none, .none]
    var part = 0
    while current.kind != .symbol(.closeBracket), part < 3 {
      if current.kind != .symbol(.colon) {
        parts[part] = try parseExpression(allowsTuple: part == 0)
      }
      guard current.kind == .symbol(.colon), part < 2 else { break }
      advance()
      part += 1
    }
    if part == 0, !parts[0].exists { throw expected("an index") }
    try require(.closeBracket, "']'")
    let id = add(part == 0 ? .index : .slice, range(from: start))
    setChildren(id, value, parts[0], parts[1], parts[2])
    return id
  }

  private mutating func parseCall(
    of value: NodeID, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    let arguments = try parseArguments()
    let id = add(.call, range(from: start))
    tree.nodes[Int(id.rawValue)].a = value.rawValue
    tree.nodes[Int(id.rawValue)].b = arguments.rawValue
    return id
  }

  /// `(a, b=c, *d, **e)`.
  mutating func parseArguments() throws(TemplateProblem) -> ListID {
    try require(.openParen, "'('")
    var arguments: [Int32] = []
    var keywords: Set<String> = []
    while current.kind != .symbol(.closeParen) {
      arguments += try parseArgument(&keywords)
      guard take(.comma) else { break }
    }
    try require(.closeParen, "',' or ')'")
    return list(arguments)
  }

  private mutating func parseArgument(
    _ keywords: inout Set<String>
  ) throws(TemplateProblem) -> [Int32] {
    if take(.times) {
      return [Node.ArgumentKind.spreadList.rawValue, -1, try parseExpression().rawValue]
    }
    if take(.power) {
      return [Node.ArgumentKind.spreadMap.rawValue, -1, try parseExpression().rawValue]
    }
    if current.kind == .name, following.kind == .symbol(.assign) {
      let token = current
      let name = text(of: token)
      guard keywords.insert(name).inserted else {
        throw TemplateProblem(.repeatedArgument(name), at: token.range)
      }
      advance()
      advance()
      let number = intern(name).rawValue
      return [Node.ArgumentKind.keyword.rawValue, number, try parseExpression().rawValue]
    }
    guard keywords.isEmpty else {
      throw TemplateProblem(.positionalAfterKeyword, at: current.range)
    }
    return [Node.ArgumentKind.positional.rawValue, -1, try parseExpression().rawValue]
  }

  /// `| filter` and `is test` after a value.
  private mutating func parseFilters(
    _ first: NodeID, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    var value = first
    var links = 0
    while true {
      try countLink(&links)
      if current.kind == .symbol(.pipe) {
        value = try parseFilter(of: value, from: start)
      } else if isAt("is") {
        value = try parseTest(of: value, from: start)
      } else if current.kind == .symbol(.openParen) {
        value = try parseCall(of: value, from: start)
      } else {
        return value
      }
    }
  }

  /// A chain of filters over `value`, the first with or without its `|`.
  mutating func parseFilterChain(over value: NodeID) throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    var value = try parseNamedFilter(of: value, from: start)
    var links = 0
    while current.kind == .symbol(.pipe) {
      try countLink(&links)
      value = try parseFilter(of: value, from: start)
    }
    return value
  }

  private mutating func parseFilter(
    of value: NodeID, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    advance()
    return try parseNamedFilter(of: value, from: start)
  }

  private mutating func parseNamedFilter(
    of value: NodeID, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    let (name, place) = try requireName("the name of a filter")
    var arguments = ListID.empty
    if current.kind == .symbol(.openParen) { arguments = try parseArguments() }
    let id = add(.filter, range(from: start))
    tree.nodes[Int(id.rawValue)].a = value.rawValue
    tree.nodes[Int(id.rawValue)].b = arguments.rawValue
    tree.nodes[Int(id.rawValue)].c = Int32(place.lowerBound)
    tree.nodes[Int(id.rawValue)].d = Int32(place.upperBound)
    tree.nodes[Int(id.rawValue)].name = name
    return id
  }

  private mutating func parseTest(
    of value: NodeID, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    advance()
    let isNegated = take("not")
    let (name, place) = try requireName("the name of a test")
    let arguments = try parseTestArguments()
    let id = add(.test, range(from: start))
    tree.nodes[Int(id.rawValue)].a = value.rawValue
    tree.nodes[Int(id.rawValue)].b = arguments.rawValue
    tree.nodes[Int(id.rawValue)].c = Int32(place.lowerBound)
    tree.nodes[Int(id.rawValue)].d = Int32(place.upperBound)
    tree.nodes[Int(id.rawValue)].name = name
    tree.nodes[Int(id.rawValue)].flag = isNegated
    return id
  }

  /// `(…)`, or one value without parentheses: `n is divisibleby 3`.
  private mutating func parseTestArguments() throws(TemplateProblem) -> ListID {
    switch current.kind {
    case .symbol(.openParen): return try parseArguments()
    case .name
    where ["else", "or", "and", "is", "not", "if", "in", "recursive"]
      .contains(text(of: current)):
      return .empty
    case .name, .string, .integer, .float, .symbol(.openBracket), .symbol(.openBrace):
      let start = current.range.lowerBound
      let value = try nested { parser throws(TemplateProblem) in
        try parser.parsePostfix(try parser.parsePrimary(), from: start)
      }
      return list([Node.ArgumentKind.positional.rawValue, -1, value.rawValue])
    default: return .empty
    }
  }
}

// MARK: - Values

extension Parser {
  private mutating func parsePrimary() throws(TemplateProblem) -> NodeID {
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

  private mutating func parseName(_ token: Token) -> NodeID {
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
  private mutating func parseStrings() throws(TemplateProblem) -> NodeID {
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

  private mutating func addNumber(_ token: Token) throws(TemplateProblem) -> NodeID {
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

  private static func integer(_ digits: String) -> Int? {
    switch digits.prefix(2).lowercased() {
    case "0x": Int(digits.dropFirst(2), radix: 16)
    case "0o": Int(digits.dropFirst(2), radix: 8)
    case "0b": Int(digits.dropFirst(2), radix: 2)
    default: Int(digits)
    }
  }

  private mutating func parseParentheses() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    advance()
    if take(.closeParen) { return addList(.tuple, [], from: start) }
    let value = try parseExpression(allowsTuple: true)
    try require(.closeParen, "')'")
    return value
  }

  private mutating func parseList() throws(TemplateProblem) -> NodeID {
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

  private mutating func parseMap() throws(TemplateProblem) -> NodeID {
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
