/// Statements, as far as they change what is known.
extension ShapeChecker {
  /// Walks the statements of a body; `isSilent` when only assignments count, in a child template.
  mutating func walk(_ body: ListID, _ facts: inout Facts, isSilent: Bool = false) {
    for id in tree.nodes(in: body) {
      guard spend() else { return }
      walk(tree[id], &facts, isSilent: isSilent)
    }
  }

  private mutating func walk(_ node: Node, _ facts: inout Facts, isSilent: Bool) {
    switch node.kind {
    case .output: if !isSilent { use(NodeID(rawValue: node.a), facts) }
    case .ifElse: walkIf(node, &facts, isSilent)
    case .forLoop: walkLoop(node, facts)
    case .set, .setBlock: walkSet(node, &facts)
    case .with: walkWith(node, facts)
    case .block: if !isSilent { walkBlock(node, facts) }
    case .include: if !isSilent { walkInclude(node, facts) }
    case .macro, .callBlock: walkMacro(node, &facts)
    case .filterBlock, .autoescape: walkInner(ListID(rawValue: node.b), facts)
    case .importModule: facts.assign(tree.name(node.name), .init())
    case .importNames: walkImport(node, &facts)
    default: break
    }
  }

  private mutating func walkInner(_ body: ListID, _ facts: Facts) {
    var inner = facts
    walk(body, &inner)
  }

  private mutating func walkIf(_ node: Node, _ facts: inout Facts, _ isSilent: Bool) {
    let branches = Array(tree.list(ListID(rawValue: node.a)))
    var otherwise = facts
    for offset in stride(from: 0, to: branches.count, by: 2) {
      let condition = NodeID(rawValue: branches[offset])
      use(condition, otherwise, isSoft: true)
      let truth = truth(of: condition, otherwise)
      if truth == false { continue }
      var inside = otherwise
      inside.present.formUnion(implied(by: condition, isTrue: true))
      walk(ListID(rawValue: branches[offset + 1]), &inside, isSilent: isSilent)
      otherwise.present.formUnion(implied(by: condition, isTrue: false))
      forget(inside, in: &facts)
      if truth == true { return }
    }
    guard node.b >= 0 else { return }
    walk(ListID(rawValue: node.b), &otherwise, isSilent: isSilent)
    forget(otherwise, in: &facts)
  }

  /// What a branch assigned is of unknown kind behind it.
  private func forget(_ branch: Facts, in facts: inout Facts) {
    for (name, member) in branch.variables where facts.variables[name] != member {
      facts.assign(name, .init())
    }
  }

  private mutating func walkLoop(_ node: Node, _ facts: Facts) {
    use(NodeID(rawValue: node.b), facts)
    var inside = facts
    let element = member(of: NodeID(rawValue: node.b), facts)?.element
    assign(NodeID(rawValue: node.a), .init(kind: element), &inside)
    if node.c >= 0 {
      use(NodeID(rawValue: node.c), inside, isSoft: true)
      inside.present.formUnion(implied(by: NodeID(rawValue: node.c), isTrue: true))
    }
    let bodies = Array(tree.list(ListID(rawValue: node.d)))
    walk(ListID(rawValue: bodies[0]), &inside)
    if bodies[1] >= 0 { walkInner(ListID(rawValue: bodies[1]), facts) }
  }

  private mutating func walkSet(_ node: Node, _ facts: inout Facts) {
    if node.kind == .setBlock {
      walkInner(ListID(rawValue: node.c), facts)
      assign(NodeID(rawValue: node.a), .init(), &facts)
      return
    }
    let value = NodeID(rawValue: node.b)
    use(value, facts, isLast: true)
    assign(NodeID(rawValue: node.a), assigned(value, facts), &facts)
  }

  /// What a variable is that gets the value of an expression.
  private func assigned(_ value: NodeID, _ facts: Facts) -> TemplateShape.Member {
    var member = member(of: value, facts) ?? .init()
    if let path = path(of: value), facts.present.contains(path) { member.isOptional = false }
    return member
  }

  private func assign(
    _ target: NodeID, _ member: TemplateShape.Member, _ facts: inout Facts
  ) {
    guard target.exists else { return }
    let node = tree[target]
    if node.kind == .name { facts.assign(tree.name(node.name), member) }
    guard node.kind == .tuple else { return }
    for item in tree.nodes(in: ListID(rawValue: node.a)) { assign(item, .init(), &facts) }
  }

  private mutating func walkWith(_ node: Node, _ facts: Facts) {
    var inside = facts
    let parts = tree.nodes(in: ListID(rawValue: node.a))
    for offset in stride(from: 0, to: parts.count, by: 2) {
      use(parts[offset + 1], facts, isLast: true)
      assign(parts[offset], assigned(parts[offset + 1], facts), &inside)
    }
    walk(ListID(rawValue: node.b), &inside)
  }

  private mutating func walkBlock(_ node: Node, _ facts: Facts) {
    let name = tree.name(node.name)
    for definition in blocks[name] ?? [] {
      guard spend(), stack.count < Compiler.chainLimit else { return }
      let block = templates[definition.template].tree[definition.node]
      stack.append(definition.template)
      walkInner(ListID(rawValue: block.a), facts)
      let goesOn = callsSuper(block)
      stack.removeLast()
      if !goesOn { return }
    }
  }

  private func callsSuper(_ block: Node) -> Bool {
    tree.nodes.contains {
      $0.kind == .name && tree.name($0.name) == "super"
        && block.range.contains($0.range.lowerBound)
    }
  }

  private mutating func walkInclude(_ node: Node, _ facts: Facts) {
    guard let name = tree.constantText(NodeID(rawValue: node.a)), let target = numbers[name] else {
      return
    }
    visit(target, node.flag ? facts : Facts(variables: [:]))
  }

  private mutating func walkMacro(_ node: Node, _ facts: inout Facts) {
    var inside = facts
    let parameters = Array(tree.list(ListID(rawValue: node.a)))
    for offset in stride(from: 0, to: parameters.count, by: 2) {
      inside.assign(tree.name(NameIndex(rawValue: parameters[offset])), .init())
    }
    walk(ListID(rawValue: node.b), &inside)
    if node.kind == .macro {
      facts.assign(tree.name(node.name), .init())
    } else if node.c >= 0 {
      use(NodeID(rawValue: node.c), facts)
    }
  }

  private mutating func walkImport(_ node: Node, _ facts: inout Facts) {
    let names = Array(tree.list(ListID(rawValue: node.b)))
    for offset in stride(from: 1, to: names.count, by: 4) {
      facts.assign(tree.name(NameIndex(rawValue: names[offset])), .init())
    }
  }
}
