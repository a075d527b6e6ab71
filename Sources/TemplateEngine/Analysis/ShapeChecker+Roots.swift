/// Root names that a page has not, and the conditions that can be decided without data.
extension ShapeChecker {
  /// Notes a root name that this page has not, unless nothing needs to be there.
  mutating func useName(_ node: Node, _ facts: Facts) {
    let name = tree.name(node.name)
    guard !allowsAbsence, isAbsent(name, facts), let owners = shape.absentRoots[name] else {
      return
    }
    note(.absentRoot(name, owners: owners), node)
  }

  /// Checks an expression where a root name may be missing too.
  mutating func useIfPresent(_ id: NodeID, _ facts: Facts) {
    let before = allowsAbsence
    allowsAbsence = true
    use(id, facts, isSoft: true)
    allowsAbsence = before
  }

  private func isAbsent(_ name: String, _ facts: Facts) -> Bool {
    facts.variables[name] == nil && shape.absentRoots[name] != nil
  }

  /// Whether a condition holds on every page of this shape or on none; nothing when that depends.
  func truth(of id: NodeID, _ facts: Facts) -> Bool? {
    guard id.exists else { return nil }
    let node = tree[id]
    switch node.kind {
    case .not: return truth(of: NodeID(rawValue: node.a), facts).map { !$0 }
    case .and: return truth(of: node, facts, decidedBy: false)
    case .or: return truth(of: node, facts, decidedBy: true)
    case .test: return truth(ofTest: node, facts)
    case .compare: return truth(ofComparison: node, facts)
    default: return nil
    }
  }

  private func truth(of node: Node, _ facts: Facts, decidedBy value: Bool) -> Bool? {
    let sides = [node.a, node.b].map { truth(of: NodeID(rawValue: $0), facts) }
    if sides.contains(value) { return value }
    return sides.contains(nil) ? nil : !value
  }

  private func truth(ofTest node: Node, _ facts: Facts) -> Bool? {
    let tested = tree[NodeID(rawValue: node.a)]
    let test = tree.name(node.name)
    guard tested.kind == .name, test == "defined" || test == "undefined",
      isAbsent(tree.name(tested.name), facts)
    else { return nil }
    return (test == "undefined") != node.flag
  }

  private func truth(ofComparison node: Node, _ facts: Facts) -> Bool? {
    let rest = Array(tree.list(ListID(rawValue: node.b)))
    guard rest.count == 2, let path = path(of: NodeID(rawValue: node.a)),
      let root = path.split(separator: ".").first.map(String.init),
      facts.variables[root] == shape.roots[root], let value = shape.constants[path]
    else { return nil }
    let other = NodeID(rawValue: rest[1])
    switch Node.Comparison(rawValue: rest[0]) {
    case .equal: return tree.constantText(other).map { $0 == value }
    case .notEqual: return tree.constantText(other).map { $0 != value }
    case .isIn: return texts(in: other)?.contains(value)
    case .isNotIn: return texts(in: other).map { !$0.contains(value) }
    default: return nil
    }
  }

  /// The texts of a list that is written out.
  private func texts(in id: NodeID) -> [String]? {
    guard tree[id].kind == .list || tree[id].kind == .tuple else { return nil }
    let items = tree.nodes(in: ListID(rawValue: tree[id].a))
    let texts = items.compactMap { tree.constantText($0) }
    return texts.count == items.count ? texts : nil
  }
}
