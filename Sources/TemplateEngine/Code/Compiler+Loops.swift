/// `for`, `break` and `continue`.
extension Compiler {
  mutating func forLoop(_ node: Node) {
    let parts = Array(template.tree.list(ListID(rawValue: node.d)))
    let body = ListID(rawValue: parts[0])
    let otherwise = parts[1] >= 0 ? ListID(rawValue: parts[1]) : nil
    expression(NodeID(rawValue: node.b))
    guard node.flag else {
      iterate(node, body, otherwise, recursiveUnit: nil)
      return
    }
    let unit = recursiveUnit(node, body, otherwise)
    guard !builder.isSilent else {
      emit(.pop, -1)
      return
    }
    builder.place = node.range
    emit(.callLoop, a: 0, b: 0, c: unit, -1)
    builder.state = endState(of: unit)
  }

  /// The body of a recursive loop, a unit that `loop(…)` calls again.
  private mutating func recursiveUnit(
    _ node: Node, _ body: ListID, _ otherwise: ListID?
  ) -> Int {
    let outer = builder
    let unit = beginUnit(
      .loop, template: outer.template, name: "loop", family: outer.family, state: outer.state,
      isClosure: true, escapes: outer.escapes)
    builder.ignoresContext = outer.ignoresContext
    builder.isSilent = outer.isSilent
    builder.place = node.range
    // The machine puts what is iterated over and the depth into the first loop's slots.
    for _ in 0..<LoopSlot.size { _ = newSlot() }
    emit(.local, a: MissingMode.strict.rawValue, b: LoopSlot.iterable, 1)
    let start = builder.state
    iterate(node, body, otherwise, recursiveUnit: unit, slot: 0)
    if EscapeState.joined(start, builder.state) != start {
      note(.loopContext(start.description, builder.state.description), at: node.range)
    }
    endUnit()
    return unit
  }

  /// Iterates over the value on top.
  private mutating func iterate(
    _ node: Node, _ body: ListID, _ otherwise: ListID?, recursiveUnit: Int?, slot: Int? = nil
  ) {
    let slot = slot ?? newLoopSlots()
    var targets: [NameIndex] = []
    collectTargets(NodeID(rawValue: node.a), &targets)
    let names = targets.map { name($0) }
    var empty: [Int] = []
    if node.c >= 0 { empty.append(keepMatching(node, names)) }
    builder.place = self.node(NodeID(rawValue: node.b)).range
    empty.append(emit(.loopStart, b: slot, -1))
    let before = builder.state
    let end = loopBody(node, body, names, slot, recursiveUnit)
    let after = builder.state
    guard let otherwise else {
      for jump in empty + end.breaks { land(jump) }
      return
    }
    let exit = emit(.jump)
    for jump in empty { land(jump) }
    builder.state = before
    scoped(otherwise)
    land(exit)
    for jump in end.breaks { land(jump) }
    joinLoop(after, builder.state, node)
  }

  private mutating func newLoopSlots() -> Int {
    let slot = builder.slots
    builder.slots += LoopSlot.size
    return slot
  }

  private mutating func joinLoop(_ a: EscapeState, _ b: EscapeState, _ node: Node) {
    if let joined = EscapeState.joined(a, b) {
      builder.state = joined
    } else {
      note(.loopContext(a.description, b.description), at: node.range)
      builder.state = a
    }
  }

  /// Compiles the body; when it does not end in the state in which it begins, once more from the
  /// state that both have in common.
  private mutating func loopBody(
    _ node: Node, _ body: ListID, _ names: [NameID], _ slot: Int, _ recursiveUnit: Int?
  ) -> LoopContext {
    let saved = builder
    var entry = builder.state
    for attempt in 0..<3 {
      let end = loopTurn(node, body, names, slot, recursiveUnit)
      let turns = end.turns + (builder.isUnreachable ? [] : [builder.state])
      builder.isUnreachable = false
      var joined: EscapeState? = entry
      for turn in turns { joined = joined.flatMap { EscapeState.joined($0, turn) } }
      guard let joined, attempt < 2 || joined == entry else {
        let last = turns.first { EscapeState.joined(entry, $0) != entry } ?? entry
        note(.loopContext(entry.description, last.description), at: node.range)
        builder.state = entry
        return end
      }
      if joined == entry {
        builder.state = end.exits.reduce(entry) { EscapeState.joined($0, $1) ?? $0 }
        if end.exits.contains(where: { EscapeState.joined(entry, $0) == nil }) {
          note(.loopContext(entry.description, "another"), at: node.range)
        }
        return end
      }
      builder = saved
      entry = joined
      builder.state = joined
    }
    return LoopContext(slot: slot, start: here, captures: 0)
  }

  /// One turn of a loop: next element, body, back.
  private mutating func loopTurn(
    _ node: Node, _ body: ListID, _ names: [NameID], _ slot: Int, _ recursiveUnit: Int?
  ) -> LoopContext {
    builder.place = self.node(NodeID(rawValue: node.a)).range
    let start = here
    let next = emit(.loopNext, b: slot, 1)
    builder.loops.append(
      LoopContext(
        slot: slot, recursiveUnit: recursiveUnit, start: start, captures: builder.captures))
    beginScopeOfTurn(node, names)
    beginScope(of: body)
    statements(body)
    endScope()
    endScope()
    emit(.jump, c: start)
    land(next)
    return builder.loops.removeLast()
  }

  /// The scope of the loop's variables, which takes the element on top.
  private mutating func beginScopeOfTurn(_ node: Node, _ names: [NameID]) {
    beginScope(of: .empty, defining: names)
    assign(NodeID(rawValue: node.a))
  }

  /// `for a in b if c`: replaces the value on top by the list of the elements that match.
  ///
  /// Answers a jump for an empty one.
  private mutating func keepMatching(_ node: Node, _ names: [NameID]) -> Int {
    let slot = newLoopSlots()
    let list = newSlot()
    let empty = emit(.loopStart, a: 1, b: slot, -1)
    let start = here
    let next = emit(.loopNext, b: slot, 1)
    emit(.duplicate, 1)
    beginScopeOfTurn(node, names)
    expression(NodeID(rawValue: node.c), .condition)
    endScope()
    let drop = emit(.jumpIfFalse, -1)
    emit(.collect, b: list, -1)
    emit(.jump, c: start)
    land(drop)
    builder.operands += 1
    emit(.pop, -1)
    emit(.jump, c: start)
    land(next)
    emit(.local, a: MissingMode.lenient.rawValue, b: list, 1)
    return empty
  }

  mutating func jumpOut(_ node: Node) {
    guard var loop = builder.loops.last else { return }
    for _ in loop.captures..<max(loop.captures, builder.captures) {
      emit(.captureEnd, a: 0)
      emit(.pop, -1)
      builder.operands += 1
    }
    let state = builder.state
    if node.kind == .breakLoop {
      loop.breaks.append(emit(.jump))
      loop.exits.append(state)
    } else {
      emit(.jump, c: loop.start)
      loop.turns.append(state)
    }
    builder.loops[builder.loops.count - 1] = loop
    builder.isUnreachable = true
  }
}
