/// Expressions: which members they use, and what a condition makes sure of.
extension ShapeChecker {
  /// Checks the members that an expression uses.
  ///
  /// `isSoft` says that nothing needs to be there, as in a condition; `isLast` that only the last
  /// step may be missing, as in an argument.
  mutating func use(_ id: NodeID, _ facts: Facts, isSoft: Bool = false, isLast: Bool = false) {
    guard id.exists, spend() else { return }
    let node = tree[id]
    switch node.kind {
    case .name: useName(node, facts)
    case .member: useMember(id, node, facts, isSoft: isSoft, isLast: isLast)
    case .filter: useFilter(node, facts)
    case .test: useTest(node, facts)
    case .not: use(NodeID(rawValue: node.a), facts, isSoft: true)
    case .and, .or: useLogic(node, facts, isSoft: isSoft, isLast: isLast)
    case .ternary: useTernary(node, facts, isSoft: isSoft, isLast: isLast)
    case .call:
      useCallee(NodeID(rawValue: node.a), facts)
      useArguments(node, facts)
    case .list, .tuple, .concat, .map:
      for item in tree.nodes(in: ListID(rawValue: node.a)) {
        use(item, facts, isLast: node.kind != .concat)
      }
    case .compare:
      use(NodeID(rawValue: node.a), facts)
      let rest = tree.nodes(in: ListID(rawValue: node.b))
      for offset in stride(from: 1, to: rest.count, by: 2) { use(rest[offset], facts) }
    case .index, .slice, .binary, .sign:
      for child in [node.a, node.b, node.c, node.d] { use(NodeID(rawValue: child), facts) }
    default: break
    }
  }

  private mutating func useMember(
    _ id: NodeID, _ node: Node, _ facts: Facts, isSoft: Bool, isLast: Bool
  ) {
    let owner = NodeID(rawValue: node.a)
    use(owner, facts, isSoft: isSoft)
    let name = tree.name(node.name)
    guard let kind = member(of: owner, facts)?.kind, let known = shape.kinds[kind]?.members else {
      return
    }
    guard let member = known[name] else {
      note(.unknownMember(name, owner: kind, candidates: known.keys.sorted()), node)
      return
    }
    guard !isSoft, !isLast, member.isOptional, let path = path(of: id),
      !facts.present.contains(path)
    else { return }
    note(.optionalMember(name, owner: kind, path: path), node)
  }

  private mutating func useCallee(_ id: NodeID, _ facts: Facts) {
    let node = tree[id]
    // A function may have the name of a root that other pages have: `series()`.
    if node.kind == .name, shape.functions[tree.name(node.name)] != nil { return }
    // What is called is a method or macro, which no shape lists.
    use(node.kind == .member ? NodeID(rawValue: node.a) : id, facts)
  }

  private mutating func useArguments(_ node: Node, _ facts: Facts) {
    let numbers = Array(tree.list(ListID(rawValue: node.b)))
    for offset in stride(from: 2, to: numbers.count, by: 3) {
      use(NodeID(rawValue: numbers[offset]), facts, isLast: true)
    }
  }

  private mutating func useFilter(_ node: Node, _ facts: Facts) {
    let name = tree.name(node.name)
    if name == "default" || name == "d" {
      useIfPresent(NodeID(rawValue: node.a), facts)
    } else {
      use(NodeID(rawValue: node.a), facts)
    }
    useArguments(node, facts)
  }

  private mutating func useTest(_ node: Node, _ facts: Facts) {
    let softTests = ["none", "string", "mapping", "sequence", "iterable"]
    let name = tree.name(node.name)
    if name == "defined" || name == "undefined" {
      useIfPresent(NodeID(rawValue: node.a), facts)
    } else {
      use(NodeID(rawValue: node.a), facts, isSoft: softTests.contains(name))
    }
    useArguments(node, facts)
  }

  private mutating func useLogic(_ node: Node, _ facts: Facts, isSoft: Bool, isLast: Bool) {
    let left = NodeID(rawValue: node.a)
    use(left, facts, isSoft: true)
    guard truth(of: left, facts) != (node.kind == .or) else { return }
    var inside = facts
    inside.present.formUnion(implied(by: left, isTrue: node.kind == .and))
    use(NodeID(rawValue: node.b), inside, isSoft: isSoft, isLast: isLast)
  }

  private mutating func useTernary(_ node: Node, _ facts: Facts, isSoft: Bool, isLast: Bool) {
    let condition = NodeID(rawValue: node.b)
    use(condition, facts, isSoft: true)
    let truth = truth(of: condition, facts)
    for (branch, isTrue) in [(node.a, true), (node.c, false)] where truth != !isTrue {
      var inside = facts
      inside.present.formUnion(implied(by: condition, isTrue: isTrue))
      use(NodeID(rawValue: branch), inside, isSoft: isSoft, isLast: isLast)
    }
  }

  // MARK: What an expression is

  /// What the value of an expression is, as far as the shape tells.
  func member(of id: NodeID, _ facts: Facts) -> TemplateShape.Member? {
    let node = tree[id]
    switch node.kind {
    case .name: return facts.variables[tree.name(node.name)]
    case .member:
      guard let kind = member(of: NodeID(rawValue: node.a), facts)?.kind else { return nil }
      return shape.kinds[kind]?.members[tree.name(node.name)]
    case .index:
      return member(of: NodeID(rawValue: node.a), facts).map { .init(kind: $0.element) }
    case .slice: return member(of: NodeID(rawValue: node.a), facts)
    case .filter where Self.filtersThatKeep.contains(tree.name(node.name)):
      return member(of: NodeID(rawValue: node.a), facts)
    case .call:
      let callee = tree[NodeID(rawValue: node.a)]
      return callee.kind == .name ? shape.functions[tree.name(callee.name)] : nil
    default: return nil
    }
  }

  /// Filters whose result has elements of the same kind as their input.
  private static let filtersThatKeep: Set<String> = [
    "list", "sort", "reverse", "select", "reject", "selectattr", "rejectattr", "limit", "unique",
    "where", "sort_by",
  ]

  /// The path that an expression of names and members spells: `article.image.alt`.
  func path(of id: NodeID) -> String? {
    let node = tree[id]
    switch node.kind {
    case .name: return tree.name(node.name)
    case .member:
      return path(of: NodeID(rawValue: node.a)).map { "\($0).\(tree.name(node.name))" }
    default: return nil
    }
  }

  /// The paths that are there when a condition holds, or does not.
  func implied(by id: NodeID, isTrue: Bool) -> Set<String> {
    let node = tree[id]
    switch node.kind {
    case .name, .member: return isTrue ? withPrefixes(id) : []
    case .not: return implied(by: NodeID(rawValue: node.a), isTrue: !isTrue)
    case .and where isTrue, .or where !isTrue:
      return implied(by: NodeID(rawValue: node.a), isTrue: isTrue)
        .union(implied(by: NodeID(rawValue: node.b), isTrue: isTrue))
    case .test:
      let name = tree.name(node.name)
      let holds = node.flag != isTrue
      guard (name == "defined" && holds) || (name == "undefined" && !holds) else { return [] }
      return withPrefixes(NodeID(rawValue: node.a))
    case .filter where isTrue: return withPrefixes(NodeID(rawValue: node.a))
    case .compare where isTrue: return withPrefixes(NodeID(rawValue: node.a))
    default: return []
    }
  }

  private func withPrefixes(_ id: NodeID) -> Set<String> {
    guard let path = path(of: id) else { return [] }
    var prefixes: Set<String> = []
    var prefix = ""
    for part in path.split(separator: ".") {
      prefix += prefix.isEmpty ? String(part) : ".\(part)"
      prefixes.insert(prefix)
    }
    return prefixes
  }
}
