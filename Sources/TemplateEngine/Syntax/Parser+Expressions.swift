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

  mutating func addList(_ kind: Node.Kind, _ items: [Int32], from start: Int) -> NodeID {
    let id = add(kind, range(from: start))
    tree.nodes[Int(id.rawValue)].a = list(items).rawValue
    return id
  }

  mutating func parseTernary() throws(TemplateProblem) -> NodeID {
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

  mutating func parseAnd() throws(TemplateProblem) -> NodeID {
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

  mutating func parseNot() throws(TemplateProblem) -> NodeID {
    guard isAt("not") else { return try parseComparison() }
    let start = current.range.lowerBound
    advance()
    let operand = try nested { parser throws(TemplateProblem) in try parser.parseNot() }
    let id = add(.not, range(from: start))
    setChildren(id, operand)
    return id
  }

  mutating func parseComparison() throws(TemplateProblem) -> NodeID {
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

  mutating func takeComparison() -> Node.Comparison? {
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

  mutating func parseSum() throws(TemplateProblem) -> NodeID {
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
  func countLink(_ links: inout Int) throws(TemplateProblem) {
    links += 1
    if links > Self.chainLimit { throw TemplateProblem(.tooDeep, at: current.range) }
  }

  mutating func addBinary(
    _ operation: Node.Operator, _ left: NodeID, _ right: NodeID, from start: Int
  ) -> NodeID {
    let id = add(.binary(operation), range(from: start))
    setChildren(id, left, right)
    return id
  }

  mutating func parseConcat() throws(TemplateProblem) -> NodeID {
    let start = current.range.lowerBound
    let first = try parseProduct()
    guard current.kind == .symbol(.tilde) else { return first }
    var items = [first.rawValue]
    while take(.tilde) { items.append(try parseProduct().rawValue) }
    return addList(.concat, items, from: start)
  }

  mutating func parseProduct() throws(TemplateProblem) -> NodeID {
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

  mutating func parsePower() throws(TemplateProblem) -> NodeID {
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
  mutating func parseUnary(withFilters: Bool) throws(TemplateProblem) -> NodeID {
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
