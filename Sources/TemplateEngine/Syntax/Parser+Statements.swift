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
  private func isUnclosed(_ before: Int) -> Bool {
    position == before && current.kind == .blockStart
  }

  private mutating func skipBadToken() {
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

  private mutating func addText() -> NodeID {
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

  private mutating func skipTag() {
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

  private mutating func parseOutput() throws(TemplateProblem) -> NodeID {
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
  private mutating func parseStatementTag() -> NodeID? {
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
  private mutating func strayEnd(_ word: String) -> NodeID? {
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

  private mutating func parseStatement(_ word: String, from start: Int) -> NodeID? {
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
  private mutating func closeStatement(named name: String? = nil) {
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
  private mutating func head(
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

// MARK: - Statements with bodies

extension Parser {
  private mutating func parseIf(from start: Int) -> NodeID {
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
  private mutating func takeDivider() {
    advance()
    advance()
    if current.kind == .blockEnd {
      advance()
    } else {
      note(expected("'%}'"))
      skipTag()
    }
  }

  private mutating func parseFor(from start: Int) -> NodeID {
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
  private mutating func parseTarget(allowsMember: Bool = false) throws(TemplateProblem) -> NodeID {
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

  private mutating func parseSingleTarget(
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

  private mutating func requireAssignable() throws(TemplateProblem) -> (NameIndex, Range<Int>) {
    let (name, place) = try requireName("a name to assign to")
    let text = tree.name(name)
    if Self.reserved.contains(text) { throw TemplateProblem(.reservedName(text), at: place) }
    return (name, place)
  }

  private static let reserved: Set<String> = [
    "true", "True", "false", "False", "none", "None", "not", "and", "or", "in", "is", "if", "else",
    "loop", "self", "super",
  ]

  private mutating func parseSet(from start: Int) -> NodeID? {
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

  private mutating func parseWith(from start: Int) -> NodeID {
    var assignments: [Int32] = []
    _ = head { parser throws(TemplateProblem) in
      while parser.current.kind != .blockEnd {
        let target = try parser.parseTarget()
        try parser.require(.assign, "'='")
        assignments += [target.rawValue, try parser.parseExpression().rawValue]
        guard parser.take(.comma) else { break }
      }
      return NodeID(rawValue: 0)
    }
    let body = parseBody(until: ["endwith"])
    closeStatement()
    let id = add(.with, range(from: start))
    tree.nodes[Int(id.rawValue)].a = list(assignments).rawValue
    tree.nodes[Int(id.rawValue)].b = body.rawValue
    return id
  }

  private mutating func parseBlock(from start: Int) -> NodeID {
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
      return NodeID(rawValue: 0)
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

  private func isBlank(_ body: ListID) -> Bool {
    tree.nodes(in: body).allSatisfy { id in
      guard tree[id].kind == .text, case .text(let bytes) = tree.literals[Int(tree[id].a)] else {
        return false
      }
      return bytes.allSatisfy(\.isSpace)
    }
  }

  private mutating func parseMacro(from start: Int) -> NodeID {
    var name = NameIndex.none
    var parameters = ListID.empty
    _ = head { parser throws(TemplateProblem) in
      (name, _) = try parser.requireAssignable()
      guard parser.current.kind == .symbol(.openParen) else { throw parser.expected("'('") }
      parameters = try parser.parseParameters()
      return NodeID(rawValue: 0)
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
  private mutating func parseInnerBody(_ end: String) -> ListID {
    let loops = loopDepth
    loopDepth = 0
    macroDepth += 1
    let body = parseBody(until: [end])
    macroDepth -= 1
    loopDepth = loops
    return body
  }

  private mutating func parseParameters() throws(TemplateProblem) -> ListID {
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

  private mutating func parseCallBlock(from start: Int) -> NodeID {
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

  private mutating func parseFilterBlock(from start: Int) -> NodeID {
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

  private mutating func parseAutoescape(from start: Int) -> NodeID {
    let mode = head { parser throws(TemplateProblem) in try parser.parseExpression() }
    let body = parseBody(until: ["endautoescape"])
    closeStatement()
    let id = add(.autoescape, range(from: start))
    tree.nodes[Int(id.rawValue)].a = mode.rawValue
    tree.nodes[Int(id.rawValue)].b = body.rawValue
    return id
  }
}

// MARK: - Statements without bodies

extension Parser {
  private mutating func parseSimple(
    _ word: String, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    let id: NodeID
    switch word {
    case "extends": id = try parseExtends(from: start)
    case "include": id = try parseInclude(from: start)
    case "import": id = try parseImport(from: start)
    case "from": id = try parseFrom(from: start)
    default: id = try parseJump(word, from: start)
    }
    try requireTagEnd()
    return id
  }

  private mutating func parseJump(
    _ word: String, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    guard loopDepth > 0 else {
      throw TemplateProblem(.outsideLoop(word), at: tokens[position - 1].range)
    }
    return add(word == "break" ? .breakLoop : .continueLoop, range(from: start))
  }

  private mutating func parseExtends(from start: Int) throws(TemplateProblem) -> NodeID {
    let parent = try parseExpression()
    let id = add(.extends, range(from: start))
    setChildren(id, parent)
    if hasExtends, !open.dropLast().contains(where: { $0.name == "if" }) {
      note(TemplateProblem(.secondExtends, at: range(from: start)))
    }
    hasExtends = true
    return id
  }

  private mutating func parseInclude(from start: Int) throws(TemplateProblem) -> NodeID {
    let name = try parseExpression()
    var ignoresMissing = false
    if isAt("ignore"), following.kind == .name, text(of: following) == "missing" {
      advance()
      advance()
      ignoresMissing = true
    }
    let withContext = parseContext(default: true)
    let id = add(.include, range(from: start))
    setChildren(id, name)
    tree.nodes[Int(id.rawValue)].b = ignoresMissing ? 1 : 0
    tree.nodes[Int(id.rawValue)].flag = withContext
    return id
  }

  /// `with context` or `without context`.
  private mutating func parseContext(default value: Bool) -> Bool {
    guard isAt("with") || isAt("without"), following.kind == .name,
      text(of: following) == "context"
    else { return value }
    let isWith = isAt("with")
    advance()
    advance()
    return isWith
  }

  private mutating func parseImport(from start: Int) throws(TemplateProblem) -> NodeID {
    let template = try parseExpression()
    guard take("as") else { throw expected("'as' and a name") }
    let (name, _) = try requireAssignable()
    let withContext = parseContext(default: false)
    let id = add(.importModule, range(from: start))
    setChildren(id, template)
    tree.nodes[Int(id.rawValue)].name = name
    tree.nodes[Int(id.rawValue)].flag = withContext
    return id
  }

  private mutating func parseFrom(from start: Int) throws(TemplateProblem) -> NodeID {
    let template = try parseExpression()
    guard take("import") else { throw expected("'import'") }
    var names: [Int32] = []
    while current.kind == .name {
      if isAt("with") || isAt("without"), following.kind == .name,
        text(of: following) == "context", !names.isEmpty
      {
        break
      }
      let (name, place) = try requireAssignable()
      var alias = name
      if take("as") { (alias, _) = try requireAssignable() }
      names += [
        name.rawValue, alias.rawValue, Int32(place.lowerBound), Int32(place.upperBound),
      ]
      guard take(.comma) else { break }
    }
    guard !names.isEmpty else { throw expected("the names to import") }
    let withContext = parseContext(default: false)
    let id = add(.importNames, range(from: start))
    setChildren(id, template)
    tree.nodes[Int(id.rawValue)].b = list(names).rawValue
    tree.nodes[Int(id.rawValue)].flag = withContext
    return id
  }
}
