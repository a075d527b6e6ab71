/// Statements.
extension Compiler {
  /// Compiles the statements of a body in the scope that is open.
  mutating func statements(_ body: ListID) {
    for id in template.tree.nodes(in: body) { statement(id) }
  }

  /// Compiles a body in a scope of its own.
  mutating func scoped(_ body: ListID, defining names: [NameID] = []) {
    beginScope(of: body, defining: names)
    statements(body)
    endScope()
  }

  private mutating func statement(_ id: NodeID) {
    let node = node(id)
    builder.place = node.range
    guard isWithinBudget(at: node.range) else { return }
    nesting += 1
    defer { nesting -= 1 }
    switch node.kind {
    case .text: writeText(template.constants[Int(node.a)])
    case .output: output(node)
    case .ifElse: ifElse(node)
    case .forLoop: forLoop(node)
    case .set:
      expression(NodeID(rawValue: node.b), .lenient)
      assign(NodeID(rawValue: node.a))
    case .setBlock: setBlock(node)
    case .with: with(node)
    case .macro: macroStatement(node, id)
    case .callBlock: callBlock(node, id)
    case .filterBlock: filterBlock(node)
    case .autoescape: autoescape(node)
    case .breakLoop, .continueLoop: jumpOut(node)
    default: linked(node, id)
    }
  }

  /// Statements that bring in other code.
  private mutating func linked(_ node: Node, _ id: NodeID) {
    switch node.kind {
    case .block: block(node)
    case .extends: extends(node)
    case .include: include(node)
    case .importModule: importModule(node)
    case .importNames: importNames(node)
    default: break
    }
  }

  // MARK: Output

  mutating func writeText(_ text: Value) {
    guard !builder.isSilent, text.count32 > 0 else { return }
    guardedByParent { compiler in
      let index = compiler.constant(text)
      compiler.emit(.text, c: index)
    }
    guard let bytes = text.text else { return }
    builder.state.advance(over: bytes)
    if let conflict = builder.state.takeConflict(), builder.escapes, !builder.ignoresContext {
      note(conflict, at: builder.valuePlace)
    }
  }

  /// Leaves out what is written when a parent was found while rendering.
  private mutating func guardedByParent(_ body: (inout Compiler) -> Void) {
    guard let slot = builder.parentSlot, builder.isMain else {
      body(&self)
      return
    }
    let jump = emit(.jumpIfExtended, b: slot)
    body(&self)
    land(jump)
  }

  private mutating func output(_ node: Node) {
    guard !builder.isSilent else { return }
    guardedByParent { $0.write(NodeID(rawValue: node.a)) }
  }

  /// Writes the value of an expression.
  mutating func write(_ id: NodeID) {
    let node = node(id)
    builder.place = node.range
    if node.kind == .ternary {
      writeTernary(node)
      return
    }
    if node.kind == .filter, text(name(node.name)) == "safe", registry.filters["safe"] != nil {
      expression(NodeID(rawValue: node.a))
      emit(.emit, a: builder.state.escaper(.raw).rawValue, -1)
      advanceOverValue()
      return
    }
    let escaper = escaperHere(node)
    switch node.kind {
    case .call:
      call(node, writes: escaper)
      return
    case .name, .member: writeVariable(id, node, escaper)
    default:
      expression(id)
      emit(.emit, a: escaper.rawValue, -1)
    }
    advanceOverValue()
  }

  /// The escaper of a value that is written here; notes when none can be.
  mutating func escaperHere(_ node: Node) -> Escaper {
    builder.valuePlace = node.range
    guard builder.escapes else { return builder.state.escaper(.raw) }
    guard !builder.ignoresContext else { return builder.state.escaper(.text) }
    builder.state.prepareForValue()
    if let refusal = builder.state.refusal { note(refusal, at: node.range) }
    return builder.state.escaper
  }

  mutating func advanceOverValue() {
    builder.state.advanceOverValue()
  }

  private mutating func writeTernary(_ node: Node) {
    expression(NodeID(rawValue: node.b), .condition)
    let otherwise = emit(.jumpIfFalse, -1)
    let before = builder.state
    write(NodeID(rawValue: node.a))
    let after = builder.state
    builder.state = before
    if node.c >= 0 {
      let end = emit(.jump)
      land(otherwise)
      write(NodeID(rawValue: node.c))
      land(end)
    } else {
      land(otherwise)
    }
    join([(after, node.range), (builder.state, node.range)], at: node)
  }

  /// Writes a variable or a member of one in one step.
  private mutating func writeVariable(_ id: NodeID, _ node: Node, _ escaper: Escaper) {
    expression(id)
    guard let last = builder.code.last else { return }
    let fused: Operation
    switch last.op {
    case .local where last.a == MissingMode.strict.rawValue: fused = .emitLocal
    case .localMember where last.a == MissingMode.strict.rawValue: fused = .emitLocalMember
    case .rootMember where last.a == MissingMode.strict.rawValue: fused = .emitRootMember
    default:
      emit(.emit, a: escaper.rawValue, -1)
      return
    }
    builder.operands -= 1
    builder.code[builder.code.count - 1].op = fused
    builder.code[builder.code.count - 1].a = escaper.rawValue
  }

  // MARK: Branches

  private mutating func ifElse(_ node: Node) {
    let branches = Array(template.tree.list(ListID(rawValue: node.a)))
    let start = builder.state
    var exits: [Int] = []
    var ends: [(EscapeState, Range<Int32>)] = []
    for offset in stride(from: 0, to: branches.count, by: 2) {
      builder.state = start
      builder.isUnreachable = false
      let condition = NodeID(rawValue: branches[offset])
      builder.place = self.node(condition).range
      expression(condition, .condition)
      let next = emit(.jumpIfFalse, -1)
      statements(ListID(rawValue: branches[offset + 1]))
      noteEnd(&ends, self.node(condition).range)
      exits.append(emit(.jump))
      land(next)
    }
    builder.state = start
    builder.isUnreachable = false
    if node.b >= 0 { statements(ListID(rawValue: node.b)) }
    noteEnd(&ends, node.range)
    for exit in exits { land(exit) }
    join(ends, at: node)
  }

  private mutating func noteEnd(
    _ ends: inout [(EscapeState, Range<Int32>)], _ place: Range<Int32>
  ) {
    if !builder.isUnreachable { ends.append((builder.state, place)) }
  }

  /// Goes on in the state in which all branches end, or notes that they differ.
  private mutating func join(_ ends: [(EscapeState, Range<Int32>)], at node: Node) {
    builder.isUnreachable = ends.isEmpty
    guard var state = ends.first?.0 else { return }
    for (end, place) in ends.dropFirst() {
      guard let joined = EscapeState.joined(state, end) else {
        note(.branchContexts(state.description, end.description), at: place)
        break
      }
      state = joined
    }
    builder.state = state
  }

  // MARK: Assignments

  /// Takes the value on top apart into a target.
  mutating func assign(_ target: NodeID) {
    let node = node(target)
    switch node.kind {
    case .name: emitStore(name(node.name))
    case .tuple:
      let items = template.tree.nodes(in: ListID(rawValue: node.a))
      emit(.unpack, b: items.count, items.count - 1)
      for item in items { assign(item) }
    case .namespaceTarget:
      expression(NodeID(rawValue: node.a))
      emit(.setMember, c: Int(name(node.name).rawValue), -2)
    default: emit(.pop, -1)
    }
  }

  private mutating func setBlock(_ node: Node) {
    capture(ListID(rawValue: node.c))
    if node.b >= 0 { expression(NodeID(rawValue: node.b)) }
    assign(NodeID(rawValue: node.a))
  }

  /// Captures what a body writes and pushes it.
  private mutating func capture(_ body: ListID) {
    let state = builder.state
    let parent = builder.parentSlot
    let silent = builder.isSilent
    builder.parentSlot = nil
    builder.isSilent = false
    emit(.captureStart, 1)
    builder.captures += 1
    builder.state = state.neutral
    scoped(body)
    builder.captures -= 1
    emit(.captureEnd, a: builder.escapes ? 1 : 0)
    builder.state = state
    builder.parentSlot = parent
    builder.isSilent = silent
  }

  private mutating func with(_ node: Node) {
    let parts = Array(template.tree.list(ListID(rawValue: node.a)))
    var names: [NameIndex] = []
    for offset in stride(from: 0, to: parts.count, by: 2) {
      expression(NodeID(rawValue: parts[offset + 1]), .lenient)
      collectTargets(NodeID(rawValue: parts[offset]), &names)
    }
    beginScope(of: ListID(rawValue: node.b), defining: names.map { name($0) })
    for offset in stride(from: 0, to: parts.count, by: 2).reversed() {
      assign(NodeID(rawValue: parts[offset]))
    }
    statements(ListID(rawValue: node.b))
    endScope()
  }

  private mutating func filterBlock(_ node: Node) {
    capture(ListID(rawValue: node.b))
    builder.place = self.node(NodeID(rawValue: node.a)).range
    expression(NodeID(rawValue: node.a))
    guard !builder.isSilent else {
      emit(.pop, -1)
      return
    }
    let escaper = escaperHere(node)
    emit(.emit, a: escaper.rawValue, -1)
    advanceOverValue()
  }

  // MARK: Escaping

  private mutating func autoescape(_ node: Node) {
    let mode = self.node(NodeID(rawValue: node.a))
    let body = ListID(rawValue: node.b)
    switch mode.kind {
    case .bool: autoescape(mode.flag, body)
    case .literal:
      let isKnown = [Array("html".utf8), Array("contextual".utf8)].contains {
        .text($0) == template.tree.literals[Int(mode.a)]
      }
      if !isKnown {
        note(.expected("true, false, \"html\" or \"contextual\"", found: "this"), at: mode.range)
      }
      autoescape(
        true, body, ignoresContext: .text(Array("html".utf8)) == template.tree.literals[Int(mode.a)]
      )
    default:
      expression(NodeID(rawValue: node.a), .condition)
      let state = builder.state
      let otherwise = emit(.jumpIfFalse, -1)
      autoescape(true, body)
      let escaped = builder.state
      let end = emit(.jump)
      land(otherwise)
      builder.state = state
      autoescape(false, body)
      land(end)
      join([(escaped, mode.range), (builder.state, mode.range)], at: node)
    }
  }

  private mutating func autoescape(_ escapes: Bool, _ body: ListID, ignoresContext: Bool = false) {
    let before = (builder.escapes, builder.ignoresContext)
    builder.escapes = escapes
    builder.ignoresContext = ignoresContext
    emit(.setEscaping, a: escapes ? 1 : 0)
    scoped(body)
    builder.escapes = before.0
    builder.ignoresContext = before.1
    emit(.setEscaping, a: before.0 ? 1 : 0)
  }
}
