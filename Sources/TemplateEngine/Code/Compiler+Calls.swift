/// Calls: functions, macros, methods, `super()`, `self.name()`, `loop()`.
extension Compiler {
  /// Compiles a call: pushes its answer or, with an escaper, writes it.
  mutating func call(_ node: Node, writes escaper: Escaper?) {
    let callee = self.node(NodeID(rawValue: node.a))
    if callee.kind == .name {
      let name = name(callee.name)
      if case .root = variable(name), callSpecial(text(name), node, writes: escaper) { return }
      checkFunction(name, node)
      expression(NodeID(rawValue: node.a))
    } else if callee.kind == .member {
      if callMember(callee, node, writes: escaper) { return }
    } else {
      expression(NodeID(rawValue: node.a))
    }
    if callee.kind == .member {
      callMethod(callee, node, writes: escaper)
      return
    }
    let site = pushArguments(node, escaper)
    finishCall(escaper == nil ? .call : .emitCall, site, callee, writes: escaper != nil)
  }

  /// Pushes the arguments of a call.
  mutating func pushArguments(_ node: Node, _ escaper: Escaper?) -> CallSite {
    let arguments = arguments(ListID(rawValue: node.b))
    for argument in arguments { expression(argument.value, .lenient) }
    var site = CallSite()
    site.count = arguments.count
    site.escaper = escaper ?? .text
    if arguments.contains(where: { $0.kind != .positional }) {
      site.arguments = arguments.map { .init(kind: $0.kind, name: $0.name) }
    }
    return site
  }

  /// `super()` and `loop()`.
  private mutating func callSpecial(
    _ name: String, _ node: Node, writes escaper: Escaper?
  ) -> Bool {
    switch name {
    case "super":
      callSuper(node, writes: escaper)
      return true
    case "loop":
      guard let (loop, hops) = loop() else { return false }
      callLoop(loop, hops, node, writes: escaper)
      return true
    default: return false
    }
  }

  private mutating func callSuper(_ node: Node, writes escaper: Escaper?) {
    guard let block = enclosingBlock() else {
      note(.superOutsideBlock, at: node.range)
      if escaper == nil { push(.none) }
      return
    }
    let definitions = program.families[builder.family].blocks[block.name] ?? []
    guard block.position + 1 < definitions.count else {
      // The parent may be found only while rendering.
      if hasDynamicParent(builder.family) {
        emit(.fault, a: 0)
      } else {
        note(.noParentBlock(text(block.name)), at: node.range)
      }
      if escaper == nil { push(.none) }
      return
    }
    let state = escaper == nil ? builder.state.neutral : builder.state
    let unit = blockUnit(block.name, block.position + 1, family: builder.family, state)
    emit(.callUnit, a: escaper == nil ? 1 : 0, c: unit, escaper == nil ? 1 : 0)
    if escaper != nil { builder.state = endState(of: unit) }
  }

  private func enclosingBlock() -> (name: NameID, position: Int)? {
    for builder in builders.reversed() {
      if let block = builder.block { return block }
      if !builder.isClosure { return nil }
    }
    return nil
  }

  func hasDynamicParent(_ family: Int) -> Bool {
    program.families[family].chain.contains { templates[$0].hasDynamicParent }
  }

  private mutating func callLoop(
    _ loop: LoopContext, _ hops: Int, _ node: Node, writes escaper: Escaper?
  ) {
    let arguments = arguments(ListID(rawValue: node.b))
    guard let unit = loop.recursiveUnit, arguments.count == 1 else {
      note(
        .expected("'recursive' in the 'for' of this loop", found: "a call of 'loop'"),
        at: node.range)
      if escaper == nil { push(.none) }
      return
    }
    expression(arguments[0].value)
    let flags: UInt8 = 2 | (escaper == nil ? 1 : 0)
    emit(.callLoop, a: flags, b: hops + 1, c: unit, escaper == nil ? 0 : -1)
  }

  /// `self.name()`, `loop.cycle()`: calls of a member that is known now.
  private mutating func callMember(
    _ callee: Node, _ node: Node, writes escaper: Escaper?
  ) -> Bool {
    let owner = self.node(NodeID(rawValue: callee.a))
    guard owner.kind == .name, text(name(owner.name)) == "self",
      case .root = variable(name(owner.name))
    else { return false }
    let block = name(callee.name)
    let definitions = program.families[builder.family].blocks[block] ?? []
    guard !definitions.isEmpty else {
      let known = program.families[builder.family].blocks.keys.map { text($0) }.sorted()
      note(.unknownBlock(text(block), candidates: known), at: callee.range)
      if escaper == nil { push(.none) }
      return true
    }
    let unit = blockUnit(block, 0, family: builder.family, builder.state.neutral)
    emit(.callUnit, a: 1, c: unit, 1)
    if let escaper {
      emit(.emit, a: escaper.rawValue, -1)
      advanceOverValue()
    }
    return true
  }

  private mutating func callMethod(_ callee: Node, _ node: Node, writes escaper: Escaper?) {
    expression(NodeID(rawValue: callee.a))
    var site = pushArguments(node, escaper)
    site.name = name(callee.name)
    site.methods = registry.methods[text(site.name)] ?? []
    finishCall(.method, site, callee, writes: escaper != nil)
  }

  /// Checks the arguments of a function that is known by name.
  private mutating func checkFunction(_ name: NameID, _ node: Node) {
    guard case .root = variable(name), !registry.roots.isEmpty,
      let function = registry.functions[text(name)], !assignedAnywhere.contains(name)
    else { return }
    let signature = function.signature
    let arguments = arguments(ListID(rawValue: node.b))
    guard !arguments.contains(where: { $0.kind == .spreadList || $0.kind == .spreadMap }) else {
      return
    }
    let callee = "'\(text(name))'"
    let positional = arguments.count { $0.kind == .positional }
    if positional > signature.parameters.count, !signature.takesMore {
      note(.tooManyArguments(callee: callee, most: signature.parameters.count), at: node.range)
    }
    let known = signature.parameters.map(\.name)
    let keywords = arguments.filter { $0.kind == .keyword }
    for argument in keywords where !signature.takesKeywords && !known.contains(text(argument.name))
    {
      note(
        .unknownArgument(text(argument.name), callee: callee, candidates: known),
        at: self.node(argument.value).range)
    }
    for parameter in signature.parameters.dropFirst(positional)
    where parameter.defaultValue == nil
      && !keywords.contains(where: { text($0.name) == parameter.name })
    {
      note(.missingArgument(parameter.name, callee: callee), at: node.range)
    }
  }
}

// MARK: - Macros

extension Compiler {
  /// Compiles a macro or the body of a `call` as a unit.
  mutating func macroUnit(
    _ kind: Unit.Kind, _ node: Node, _ id: NodeID, template: Int, family: Int, state: EscapeState,
    isClosure: Bool, escapes: Bool
  ) -> Int {
    let tree = templates[template].tree
    let parameters = Array(tree.list(ListID(rawValue: node.a)))
    let body = ListID(rawValue: node.b)
    let name = kind == .macro ? tree.name(node.name) : "caller"
    let unit = beginUnit(
      kind, template: template, name: name, family: family, state: state, isClosure: isClosure,
      escapes: escapes)
    program.units[unit].node = id
    if !isClosure {
      units[UnitKey(family: family, template: template, node: id, state: state, position: 0)] =
        unit
    }
    builder.place = node.range
    beginParameters(parameters, body, unit)
    for offset in stride(from: 0, to: parameters.count, by: 2) where parameters[offset + 1] >= 0 {
      let jump = emit(.jumpIfSet, b: offset / 2)
      expression(NodeID(rawValue: parameters[offset + 1]), .lenient)
      emit(.storeLocal, b: offset / 2, -1)
      land(jump)
    }
    scoped(body)
    if state == state.neutral, EscapeState.joined(state, builder.state) != state {
      note(.blockContext(state.description, builder.state.description), at: node.range)
    }
    endUnit()
    return unit
  }

  /// Gives the parameters of a macro, and the hidden ones that it uses, the first slots.
  private mutating func beginParameters(_ parameters: [Int32], _ body: ListID, _ unit: Int) {
    var scope = Scope()
    for offset in stride(from: 0, to: parameters.count, by: 2) {
      let name = name(NameIndex(rawValue: parameters[offset]))
      program.units[unit].parameters.append(name)
      scope.slots[name] = newSlot()
    }
    for (text, name) in hiddenParameters(in: body) where scope.slots[name] == nil {
      let slot = newSlot()
      scope.slots[name] = slot
      switch text {
      case "varargs": program.units[unit].varargsSlot = slot
      case "kwargs": program.units[unit].kwargsSlot = slot
      default: program.units[unit].callerSlot = slot
      }
    }
    builder.scopes.append(scope)
  }

  /// Which of `varargs`, `kwargs` and `caller` a macro uses.
  private func hiddenParameters(in body: ListID) -> [(String, NameID)] {
    let tree = template.tree
    let nodes = tree.nodes(in: body)
    guard let first = nodes.first, let last = nodes.last else { return [] }
    let range = tree[first].range.lowerBound..<tree[last].range.upperBound
    return ["varargs", "kwargs", "caller"].compactMap { text in
      guard let index = tree.names.firstIndex(of: text) else { return nil }
      let name = NameIndex(rawValue: Int32(index))
      return mentions(name, in: range) ? (text, self.name(name)) : nil
    }
  }

  mutating func macroStatement(_ node: Node, _ id: NodeID) {
    let isTop = builder.isMain && builder.scopes.count == 1
    let unit = macroUnit(
      .macro, node, id, template: builder.template, family: builder.family,
      state: builder.state.neutral, isClosure: !isTop, escapes: builder.escapes)
    emit(.makeMacro, c: unit, 1)
    emitStore(name(node.name))
  }

  mutating func callBlock(_ node: Node, _ id: NodeID) {
    let call = self.node(NodeID(rawValue: node.c))
    guard call.kind == .call else { return }
    let unit = macroUnit(
      .caller, node, id, template: builder.template, family: builder.family,
      state: builder.state.neutral, isClosure: true, escapes: builder.escapes)
    guard !builder.isSilent else { return }
    let callee = self.node(NodeID(rawValue: call.a))
    builder.place = call.range
    let isMethod = callee.kind == .member
    let escaper = escaperHere(call)
    expression(NodeID(rawValue: isMethod ? callee.a : call.a))
    var site = pushArguments(call, escaper)
    if site.arguments.isEmpty {
      site.arguments = Array(
        repeating: .init(kind: .positional, name: NameID(rawValue: 0)), count: site.count)
    }
    emit(.makeMacro, c: unit, 1)
    site.arguments.append(.init(kind: .keyword, name: callerName))
    site.count += 1
    if isMethod { site.name = name(callee.name) }
    finishCall(isMethod ? .method : .emitCall, site, callee, writes: true)
  }

  /// Writes the instruction of a call whose callee and arguments have been pushed.
  mutating func finishCall(_ op: Operation, _ site: CallSite, _ callee: Node, writes: Bool) {
    var site = site
    var end: EscapeState?
    if writes, let expected = expectedMacro(callee) {
      site.expected = expected
      end = endState(of: expected.unit)
    }
    program.callSites.append(site)
    program.callHeads.append(CallHead(site))
    let number = program.callSites.count - 1
    emit(op, a: writes ? 1 : 0, c: number, writes ? -site.count - 1 : -site.count)
    guard writes else { return }
    builder.state.advanceOverValue()
    guard let end else { return }
    if let joined = EscapeState.joined(end, builder.state) {
      builder.state = joined
    } else {
      note(.blockContext(builder.state.description, end.description), at: callee.range)
    }
  }

  /// The macro that a place other than text calls, compiled for the state of that place.
  private mutating func expectedMacro(_ callee: Node) -> CallSite.ExpectedMacro? {
    guard builder.escapes, !builder.ignoresContext, builder.state != builder.state.neutral,
      let (template, node) = definition(of: callee)
    else { return nil }
    let family =
      template == builder.template
      ? builder.family : self.family([template], templates[template].start)
    let key = UnitKey(
      family: family, template: template, node: node, state: builder.state, position: 0)
    let unit =
      units[key]
      ?? macroUnit(
        .macro, templates[template].tree[node], node, template: template, family: family,
        state: builder.state, isClosure: false, escapes: true)
    return CallSite.ExpectedMacro(template: template, node: node, unit: unit)
  }

  /// The macro statement that a callee most likely means; the machine makes sure.
  private func definition(of callee: Node) -> (template: Int, node: NodeID)? {
    let chain = [builder.template] + program.families[builder.family].chain
    if callee.kind == .name {
      let name = name(callee.name)
      for template in chain {
        if let node = templates[template].macros[name] { return (template, node) }
        if let (source, original) = importedName(name, in: template),
          let node = templates[source].macros[original]
        {
          return (source, node)
        }
      }
    } else if callee.kind == .member {
      let owner = node(NodeID(rawValue: callee.a))
      guard owner.kind == .name else { return nil }
      for template in chain {
        guard let source = importedModule(name(owner.name), in: template),
          let node = templates[source].macros[name(callee.name)]
        else { continue }
        return (source, node)
      }
    }
    return nil
  }

  /// The template that `from … import … as name` takes a name from, and its name there.
  private func importedName(_ name: NameID, in template: Int) -> (Int, NameID)? {
    guard let imported = templates[template].importedNames[name],
      let source = numbers[imported.template]
    else { return nil }
    return (source, imported.name)
  }

  private func importedModule(_ name: NameID, in template: Int) -> Int? {
    templates[template].importedModules[name].flatMap { numbers[$0] }
  }
}
