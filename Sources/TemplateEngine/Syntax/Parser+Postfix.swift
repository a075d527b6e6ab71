/// What stands behind a value: members, indices, calls, filters and tests.
extension Parser {
  /// `.name`, `.0`, `[…]` and `(…)` after a value.
  mutating func parsePostfix(
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

  mutating func parseMember(
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

  mutating func parseIndex(
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

  mutating func parseCall(
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

  mutating func parseArgument(
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
  mutating func parseFilters(
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

  mutating func parseFilter(
    of value: NodeID, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    advance()
    return try parseNamedFilter(of: value, from: start)
  }

  mutating func parseNamedFilter(
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

  mutating func parseTest(
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
  mutating func parseTestArguments() throws(TemplateProblem) -> ListID {
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
