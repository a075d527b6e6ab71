/// Which variable a name means: decided when compiling, so that rendering looks nothing up.
extension Compiler {
  /// The variable that `name` means at the place being compiled.
  func variable(_ name: NameID) -> Variable {
    var hops = 0
    for builder in builders.reversed() {
      for scope in builder.scopes.reversed() {
        if scope.isTopLevel { return .root(name) }
        if let slot = scope.slots[name] {
          return hops == 0 ? .local(slot) : .up(hops: hops, slot: slot)
        }
      }
      guard builder.isClosure else { return .root(name) }
      hops += 1
    }
    return .root(name)
  }

  /// The innermost loop around the place, and how many static links out it is.
  func loop() -> (loop: LoopContext, hops: Int)? {
    var hops = 0
    for builder in builders.reversed() {
      if let loop = builder.loops.last { return (loop, hops) }
      guard builder.isClosure else { return nil }
      hops += 1
    }
    return nil
  }

  /// All local names that can be seen, for an include.
  mutating func visibleLocals() -> [IncludeSite.Passed] {
    var seen: Set<NameID> = []
    var passed: [IncludeSite.Passed] = []
    var hops = 0
    for builder in builders.reversed() {
      for scope in builder.scopes.reversed() {
        for (name, slot) in scope.slots.sorted(by: { $0.value < $1.value })
        where seen.insert(name).inserted {
          passed.append(.init(hops: hops, slot: slot, root: root(name)))
        }
      }
      guard builder.isClosure else { break }
      hops += 1
    }
    charge(passed.count)
    return passed
  }

  /// Begins a scope in which `body` assigns names: they get slots of their own, which start with
  /// what the name meant outside.
  mutating func beginScope(of body: ListID, defining defined: [NameID] = []) {
    var scope = Scope()
    for name in defined { scope.slots[name] = newSlot() }
    let assigned = assignedNames(in: body)
    charge(assigned.count)
    for index in assigned where scope.slots[name(index)] == nil {
      let slot = newSlot()
      // Looking at very many names one by one would take too long.
      if assigned.count > 1000 || !isAssignedFirst(index, in: body) {
        emitOuterValue(of: name(index), into: slot)
      }
      scope.slots[name(index)] = slot
    }
    builder.scopes.append(scope)
  }

  mutating func endScope() {
    builder.scopes.removeLast()
  }

  private mutating func emitOuterValue(of name: NameID, into slot: Int) {
    emitLoad(name, .defined)
    emit(.storeLocal, b: slot, -1)
  }

  /// Pushes the variable `name`.
  mutating func emitLoad(_ name: NameID, _ mode: MissingMode) {
    let number = Int(name.rawValue)
    switch variable(name) {
    case .local(let slot): emit(.local, a: mode.rawValue, b: slot, c: number, 1)
    case .up(let hops, let slot):
      // The name does not fit beside the hops; messages find it in the source.
      emit(.up, a: mode.rawValue, b: slot, c: hops, 1)
    case .root: emit(.root, a: mode.rawValue, b: root(name), c: number, 1)
    }
  }

  /// Takes the value on top into the variable `name` of the innermost scope.
  mutating func emitStore(_ name: NameID) {
    switch variable(name) {
    case .local(let slot): emit(.storeLocal, b: slot, -1)
    case .root, .up: emit(.storeRoot, b: root(name), -1)
    }
  }
}

// MARK: - What a body assigns

extension Compiler {
  /// The names that the statements of `body` assign in its own scope, in order.
  func assignedNames(in body: ListID) -> [NameIndex] {
    var names: [NameIndex] = []
    collectAssigned(in: body, &names)
    var seen: Set<NameIndex> = []
    return names.filter { seen.insert($0).inserted }
  }

  private func collectAssigned(in body: ListID, _ names: inout [NameIndex]) {
    let tree = template.tree
    for id in tree.nodes(in: body) {
      let node = tree[id]
      switch node.kind {
      case .set, .setBlock: collectTargets(NodeID(rawValue: node.a), &names)
      case .macro, .importModule: append(node.name, to: &names)
      case .importNames:
        let list = Array(tree.list(ListID(rawValue: node.b)))
        for index in stride(from: 1, to: list.count, by: 4) {
          append(NameIndex(rawValue: list[index]), to: &names)
        }
      case .ifElse:
        let branches = tree.list(ListID(rawValue: node.a))
        for (offset, list) in branches.enumerated() where offset % 2 == 1 {
          collectAssigned(in: ListID(rawValue: list), &names)
        }
        if node.b >= 0 { collectAssigned(in: ListID(rawValue: node.b), &names) }
      default: break
      }
    }
  }

  private func append(_ name: NameIndex, to names: inout [NameIndex]) {
    if names.last != name { names.append(name) }
  }

  /// The names of a target.
  func collectTargets(_ target: NodeID, _ names: inout [NameIndex]) {
    guard target.exists else { return }
    let node = template.tree[target]
    switch node.kind {
    case .name: append(node.name, to: &names)
    case .tuple:
      for item in template.tree.nodes(in: ListID(rawValue: node.a)) {
        collectTargets(item, &names)
      }
    default: break
    }
  }

  /// Whether the first thing that `body` does with a name is to assign it, whatever happens.
  private func isAssignedFirst(_ name: NameIndex, in body: ListID) -> Bool {
    let tree = template.tree
    let statements = tree.list(body)
    guard let first = statements.first, let last = statements.last else { return false }
    let start = tree[NodeID(rawValue: first)].range.lowerBound
    let end = tree[NodeID(rawValue: last)].range.upperBound
    guard let mention = template.firstMention(of: name, in: start..<end),
      let index = statements.firstIndex(where: {
        tree[NodeID(rawValue: $0)].range.upperBound > mention
      })
    else { return false }
    let node = tree[NodeID(rawValue: statements[index])]
    guard node.kind == .set, statements[..<index].allSatisfy({ isTransparent($0) }) else {
      return false
    }
    var targets: [NameIndex] = []
    collectTargets(NodeID(rawValue: node.a), &targets)
    let value = tree[NodeID(rawValue: node.b)].range
    return targets.contains(name) && !mentions(name, in: value)
  }

  /// Whether a statement uses no variable but those that it mentions.
  private func isTransparent(_ id: Int32) -> Bool {
    switch template.tree[NodeID(rawValue: id)].kind {
    case .text, .output, .set: true
    default: false
    }
  }

  /// Whether the name is used as a variable between two places of the template.
  func mentions(_ name: NameIndex, in range: Range<Int32>) -> Bool {
    template.firstMention(of: name, in: range) != nil
  }
}
