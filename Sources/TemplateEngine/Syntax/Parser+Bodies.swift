/// Statements with a body and an end tag.
extension Parser {
  mutating func parseIf(from start: Int) -> NodeID {
    var branches: [Int32] = []
    var otherwise: Int32 = -1
    let condition = head { parser throws(TemplateProblem) in
      try parser.parseExpression(allowsTuple: true)
    }
    branches += [condition.rawValue, parseBody(until: ["elif", "else", "endif"]).rawValue]
    while current.kind == .blockStart, following.kind == .name {
      let word = text(of: following)
      if word == "elif", otherwise < 0 {
        advance()
        advance()
        let condition = head { parser throws(TemplateProblem) in
          try parser.parseExpression(allowsTuple: true)
        }
        branches += [condition.rawValue, parseBody(until: ["elif", "else", "endif"]).rawValue]
      } else if word == "else", otherwise < 0 {
        takeDivider()
        otherwise = parseBody(until: ["elif", "else", "endif"]).rawValue
      } else if word == "else" || word == "elif" {
        note(
          TemplateProblem(
            .wrongEnd(word, expected: "endif"), at: following.range, related: open.last?.range))
        takeDivider()
        _ = parseBody(until: ["elif", "else", "endif"])
      } else {
        break
      }
    }
    closeStatement()
    let id = add(.ifElse, range(from: start))
    tree.nodes[Int(id.rawValue)].a = list(branches).rawValue
    tree.nodes[Int(id.rawValue)].b = otherwise
    return id
  }

  /// Takes `{% else %}`.
  mutating func takeDivider() {
    advance()
    advance()
    if current.kind == .blockEnd {
      advance()
    } else {
      note(expected("'%}'"))
      skipTag()
    }
  }

  mutating func parseFor(from start: Int) -> NodeID {
    var target = NodeID.none
    var condition = NodeID.none
    var isRecursive = false
    let iterable = head { parser throws(TemplateProblem) in
      target = try parser.parseTarget()
      guard parser.take("in") else { throw parser.expected("'in'") }
      let iterable = try parser.parseExpression(allowsTuple: true, allowsTernary: false)
      if parser.take("if") { condition = try parser.parseExpression() }
      isRecursive = parser.take("recursive")
      return iterable
    }
    loopDepth += 1
    let body = parseBody(until: ["else", "endfor"])
    loopDepth -= 1
    var otherwise: Int32 = -1
    if current.kind == .blockStart, following.kind == .name, text(of: following) == "else" {
      takeDivider()
      otherwise = parseBody(until: ["endfor"]).rawValue
    }
    closeStatement()
    let id = add(.forLoop, range(from: start))
    let target2 = target.exists ? target : add(.broken, start..<start)
    setChildren(id, target2, iterable, condition)
    tree.nodes[Int(id.rawValue)].d = list([body.rawValue, otherwise]).rawValue
    tree.nodes[Int(id.rawValue)].flag = isRecursive
    return id
  }

  /// What a value is assigned to: a name, `ns.name`, or names with commas, nested as you like.
  mutating func parseTarget(allowsMember: Bool = false) throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    let first = try parseSingleTarget(allowsMember: allowsMember)
    guard current.kind == .symbol(.comma) else { return first }
    var items = [first.rawValue]
    while take(.comma) {
      guard current.kind == .name && !isAt("in") || current.kind == .symbol(.openParen) else {
        break
      }
      items.append(try parseSingleTarget(allowsMember: allowsMember).rawValue)
    }
    let id = add(.tuple, range(from: start))
    tree.nodes[Int(id.rawValue)].a = list(items).rawValue
    return id
  }

  mutating func parseSingleTarget(
    allowsMember: Bool
  ) throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    if take(.openParen) {
      let target = try nested { parser throws(TemplateProblem) in
        try parser.parseTarget(allowsMember: allowsMember)
      }
      try require(.closeParen, "')'")
      return target
    }
    let (name, place) = try requireAssignable()
    let id = add(.name, place)
    tree.nodes[Int(id.rawValue)].name = name
    guard allowsMember, take(.dot) else { return id }
    let (member, _) = try requireName("the name of a member")
    let target = add(.namespaceTarget, range(from: start))
    setChildren(target, id)
    tree.nodes[Int(target.rawValue)].name = member
    return target
  }

  mutating func requireAssignable() throws(TemplateProblem) -> (NameIndex, Range<Int>) {
    let (name, place) = try requireName("a name to assign to")
    let text = tree.name(name)
    if Self.reserved.contains(text) { throw TemplateProblem(.reservedName(text), at: place) }
    return (name, place)
  }

  static let reserved: Set<String> = [
    "true", "True", "false", "False", "none", "None", "not", "and", "or", "in", "is", "if", "else",
    "loop", "self", "super",
  ]

  mutating func parseSet(from start: Int) -> NodeID? {
    var target = NodeID.none
    var filters = NodeID.none
    var value = NodeID.none
    let result = recovering { parser throws(TemplateProblem) in
      target = try parser.parseTarget(allowsMember: true)
      if parser.take(.assign) {
        value = try parser.parseExpression(allowsTuple: true)
      } else if parser.take(.pipe) {
        let captured = parser.add(.captured, parser.current.range)
        filters = try parser.parseFilterChain(over: captured)
      }
      try parser.requireTagEnd()
      return target
    }
    guard result != nil else { return nil }
    if value.exists {
      let id = add(.set, range(from: start))
      setChildren(id, target, value)
      return id
    }
    let body = parseBody(until: ["endset"])
    closeStatement()
    let id = add(.setBlock, range(from: start))
    setChildren(id, target, filters)
    tree.nodes[Int(id.rawValue)].c = body.rawValue
    return id
  }

  mutating func parseWith(from start: Int) -> NodeID {
    var assignments: [Int32] = []
    _ = head { parser throws(TemplateProblem) in
      while parser.current.kind != .blockEnd {
        let target = try parser.parseTarget()
        try parser.require(.assign, "'='")
        assignments += [target.rawValue, try parser.parseExpression().rawValue]
        guard parser.take(.comma) else { break }
      }
      return .none
    }
    let body = parseBody(until: ["endwith"])
    closeStatement()
    let id = add(.with, range(from: start))
    tree.nodes[Int(id.rawValue)].a = list(assignments).rawValue
    tree.nodes[Int(id.rawValue)].b = body.rawValue
    return id
  }

  mutating func parseBlock(from start: Int) -> NodeID {
    var name = ""
    var isScoped = false
    var isRequired = false
    var place = current.range
    _ = head { parser throws(TemplateProblem) in
      let (index, range) = try parser.requireName("the name of the block")
      name = parser.tree.name(index)
      place = range
      while true {
        if parser.take("scoped") {
          isScoped = true
        } else if parser.take("required") {
          isRequired = true
        } else {
          break
        }
      }
      return .none
    }
    if macroDepth > 0 { note(TemplateProblem(.blockInMacro(name), at: place)) }
    if !name.isEmpty, !blocks.insert(name).inserted {
      note(TemplateProblem(.duplicateBlock(name), at: place))
    }
    let loops = loopDepth
    loopDepth = 0
    let body = parseBody(until: ["endblock"])
    loopDepth = loops
    closeStatement(named: name)
    if isRequired, !isBlank(body) {
      note(TemplateProblem(.requiredBlockWithContent(name), at: place))
    }
    let id = add(.block, range(from: start))
    tree.nodes[Int(id.rawValue)].name = intern(name)
    tree.nodes[Int(id.rawValue)].a = body.rawValue
    tree.nodes[Int(id.rawValue)].b = isRequired ? 1 : 0
    tree.nodes[Int(id.rawValue)].c = Int32(place.lowerBound)
    tree.nodes[Int(id.rawValue)].d = Int32(place.upperBound)
    tree.nodes[Int(id.rawValue)].flag = isScoped
    return id
  }

  func isBlank(_ body: ListID) -> Bool {
    tree.nodes(in: body).allSatisfy { id in
      guard tree[id].kind == .text, case .text(let bytes) = tree.literals[Int(tree[id].a)] else {
        return false
      }
      return bytes.allSatisfy(\.isSpace)
    }
  }

  mutating func parseMacro(from start: Int) -> NodeID {
    var name = NameIndex.none
    var parameters = ListID.empty
    _ = head { parser throws(TemplateProblem) in
      (name, _) = try parser.requireAssignable()
      guard parser.current.kind == .symbol(.openParen) else { throw parser.expected("'('") }
      parameters = try parser.parseParameters()
      return .none
    }
    let body = parseInnerBody("endmacro")
    closeStatement(named: name == .none ? nil : tree.name(name))
    let id = add(.macro, range(from: start))
    tree.nodes[Int(id.rawValue)].name = name == .none ? intern("") : name
    tree.nodes[Int(id.rawValue)].a = parameters.rawValue
    tree.nodes[Int(id.rawValue)].b = body.rawValue
    return id
  }

  /// A body in which neither the loops around it nor blocks are at hand.
  mutating func parseInnerBody(_ end: String) -> ListID {
    let loops = loopDepth
    loopDepth = 0
    macroDepth += 1
    let body = parseBody(until: [end])
    macroDepth -= 1
    loopDepth = loops
    return body
  }

  mutating func parseParameters() throws(TemplateProblem) -> ListID {
    try require(.openParen, "'('")
    var parameters: [Int32] = []
    var names: Set<NameIndex> = []
    while current.kind != .symbol(.closeParen) {
      let (name, place) = try requireAssignable()
      guard names.insert(name).inserted else {
        throw TemplateProblem(.repeatedArgument(tree.name(name)), at: place)
      }
      var value = NodeID.none
      if take(.assign) {
        value = try parseExpression()
      } else if let last = parameters.last, last >= 0 {
        throw TemplateProblem(
          .expected("a default value", found: "none"), at: place)
      }
      parameters += [name.rawValue, value.rawValue]
      guard take(.comma) else { break }
    }
    try require(.closeParen, "',' or ')'")
    return list(parameters)
  }

  mutating func parseCallBlock(from start: Int) -> NodeID {
    var parameters = ListID.empty
    let call = head { parser throws(TemplateProblem) in
      if parser.current.kind == .symbol(.openParen) {
        parameters = try parser.parseParameters()
      }
      let call = try parser.parseExpression()
      guard parser.tree[call].kind == .call else { throw parser.expected("a call of a macro") }
      return call
    }
    let body = parseInnerBody("endcall")
    closeStatement()
    let id = add(.callBlock, range(from: start))
    tree.nodes[Int(id.rawValue)].a = parameters.rawValue
    tree.nodes[Int(id.rawValue)].b = body.rawValue
    tree.nodes[Int(id.rawValue)].c = call.rawValue
    return id
  }

  mutating func parseFilterBlock(from start: Int) -> NodeID {
    let filters = head { parser throws(TemplateProblem) in
      let captured = parser.add(.captured, parser.current.range)
      return try parser.parseFilterChain(over: captured)
    }
    let body = parseBody(until: ["endfilter"])
    closeStatement()
    let id = add(.filterBlock, range(from: start))
    tree.nodes[Int(id.rawValue)].a = filters.rawValue
    tree.nodes[Int(id.rawValue)].b = body.rawValue
    return id
  }

  mutating func parseAutoescape(from start: Int) -> NodeID {
    let mode = head { parser throws(TemplateProblem) in try parser.parseExpression() }
    let body = parseBody(until: ["endautoescape"])
    closeStatement()
    let id = add(.autoescape, range(from: start))
    tree.nodes[Int(id.rawValue)].a = mode.rawValue
    tree.nodes[Int(id.rawValue)].b = body.rawValue
    return id
  }
}
