/// Statements without a body: jumps, and those that bring in other templates.
extension Parser {
  mutating func parseSimple(
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

  mutating func parseJump(
    _ word: String, from start: Int
  ) throws(TemplateProblem) -> NodeID {
    guard loopDepth > 0 else {
      throw TemplateProblem(.outsideLoop(word), at: tokens[position - 1].range)
    }
    return add(word == "break" ? .breakLoop : .continueLoop, range(from: start))
  }

  mutating func parseExtends(from start: Int) throws(TemplateProblem) -> NodeID {
    let parent = try parseExpression()
    let id = add(.extends, range(from: start))
    setChildren(id, parent)
    if hasExtends, !open.dropLast().contains(where: { $0.name == "if" }) {
      note(TemplateProblem(.secondExtends, at: range(from: start)))
    }
    hasExtends = true
    return id
  }

  mutating func parseInclude(from start: Int) throws(TemplateProblem) -> NodeID {
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
  mutating func parseContext(default value: Bool) -> Bool {
    guard isAt("with") || isAt("without"), following.kind == .name,
      text(of: following) == "context"
    else { return value }
    let isWith = isAt("with")
    advance()
    advance()
    return isWith
  }

  mutating func parseImport(from start: Int) throws(TemplateProblem) -> NodeID {
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

  mutating func parseFrom(from start: Int) throws(TemplateProblem) -> NodeID {
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
