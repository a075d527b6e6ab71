/// Expressions: each pushes one value.
extension Compiler {
  /// Pushes the value of an expression; `mode` says what happens when there is none.
  mutating func expression(_ id: NodeID, _ mode: MissingMode = .strict) {
    let node = node(id)
    let outer = builder.place
    builder.place = node.range
    defer { builder.place = outer }
    switch node.kind {
    case .literal: push(template.constants[Int(node.a)])
    case .none: push(.none)
    case .bool: push(Value(node.flag))
    case .name: nameValue(node, mode)
    case .member: member(node, mode)
    case .index: index(node, mode)
    case .slice: slice(node)
    case .call: call(node, writes: nil)
    case .filter: filter(node, mode)
    case .test: test(node)
    case .captured: break
    default: operation(node, mode)
    }
  }

  private mutating func operation(_ node: Node, _ mode: MissingMode) {
    switch node.kind {
    case .not:
      expression(NodeID(rawValue: node.a), .condition)
      emit(.not)
    case .sign:
      expression(NodeID(rawValue: node.a))
      emit(node.flag ? .negate : .plus)
    case .and, .or: logic(node, mode)
    case .binary(let operation):
      expression(NodeID(rawValue: node.a))
      expression(NodeID(rawValue: node.b))
      emit(.binary, a: operation.rawValue, -1)
    case .compare: comparison(node)
    case .concat: collection(node, .concat, .strict)
    case .ternary: ternary(node, mode)
    case .list: collection(node, .makeList, .lenient)
    case .tuple: collection(node, .makeTuple, .lenient)
    case .map: map(node)
    default: push(.none)
    }
  }

  /// The mode of a value that a further step is taken from.
  private func modeOfOwner(_ mode: MissingMode) -> MissingMode {
    mode == .lenient ? .strict : mode
  }

  private mutating func nameValue(_ node: Node, _ mode: MissingMode) {
    let name = name(node.name)
    switch text(name) {
    case "loop":
      if case .root = variable(name), let (loop, hops) = loop() {
        emit(.loopValue, b: loop.slot, c: hops, 1)
        return
      }
    case "self", "super":
      if case .root = variable(name), mode != .defined {
        note(.expected("a call: \(text(name))…()", found: "'\(text(name))'"), at: node.range)
      }
    default: break
    }
    checkRoot(name, node, mode)
    emitLoad(name, mode)
  }

  /// Notes a root name that no host and no template defines.
  private mutating func checkRoot(_ name: NameID, _ node: Node, _ mode: MissingMode) {
    guard mode != .defined, !registry.roots.isEmpty, case .root = variable(name) else { return }
    let text = text(name)
    guard !registry.roots.contains(text), registry.functions[text] == nil,
      !isAssignedSomewhere(name)
    else { return }
    note(.unknownName(text, candidates: notesMore ? namesInScope() : []), at: node.range)
  }

  private func isAssignedSomewhere(_ name: NameID) -> Bool {
    let text = text(name)
    if ["caller", "varargs", "kwargs", "loop", "self"].contains(text) { return true }
    return assignedAnywhere.contains(name)
  }

  func namesInScope() -> [String] {
    var found = registry.roots + Array(registry.functions.keys)
    for builder in builders {
      for scope in builder.scopes { found += scope.slots.keys.map { text($0) } }
    }
    return found.sorted()
  }

  private mutating func member(_ node: Node, _ mode: MissingMode) {
    let object = self.node(NodeID(rawValue: node.a))
    let member = name(node.name)
    if object.kind == .name {
      let owner = name(object.name)
      if text(owner) == "loop", case .root = variable(owner), let (loop, hops) = loop() {
        loopMember(member, loop, hops, node)
        return
      }
      if loadMember(of: owner, object, member, mode) { return }
    }
    expression(NodeID(rawValue: node.a), modeOfOwner(mode))
    emit(.member, a: mode.rawValue, c: Int(member.rawValue))
  }

  /// Pushes a member of a variable in one step, when the variable is near.
  private mutating func loadMember(
    of owner: NameID, _ object: Node, _ member: NameID, _ mode: MissingMode
  ) -> Bool {
    switch variable(owner) {
    case .local(let slot):
      emit(.localMember, a: mode.rawValue, b: slot, c: Int(member.rawValue), 1)
    case .root:
      checkRoot(owner, object, mode)
      emit(.rootMember, a: mode.rawValue, b: root(owner), c: Int(member.rawValue), 1)
    case .up: return false
    }
    return true
  }

  private mutating func loopMember(
    _ member: NameID, _ loop: LoopContext, _ hops: Int, _ node: Node
  ) {
    guard let field = LoopField(text(member)) else {
      let known = LoopField.allCases.map { "\($0)" } + ["cycle", "changed"]
      note(.unknownMember(text(member), owner: "loop", candidates: known), at: node.range)
      push(.none)
      return
    }
    emit(.loopField, a: field.rawValue, b: loop.slot, c: hops, 1)
  }

  private mutating func index(_ node: Node, _ mode: MissingMode) {
    expression(NodeID(rawValue: node.a), modeOfOwner(mode))
    expression(NodeID(rawValue: node.b))
    emit(.index, a: mode.rawValue, -1)
  }

  private mutating func slice(_ node: Node) {
    expression(NodeID(rawValue: node.a))
    for part in [node.b, node.c, node.d] {
      if part >= 0 { expression(NodeID(rawValue: part)) } else { push(.none) }
    }
    emit(.slice, -3)
  }

  private mutating func logic(_ node: Node, _ mode: MissingMode) {
    expression(NodeID(rawValue: node.a), mode == .defined ? .defined : .condition)
    let jump = emit(node.kind == .and ? .andJump : .orJump, -1)
    expression(NodeID(rawValue: node.b), mode)
    land(jump)
  }

  private mutating func ternary(_ node: Node, _ mode: MissingMode) {
    expression(NodeID(rawValue: node.b), .condition)
    let otherwise = emit(.jumpIfFalse, -1)
    expression(NodeID(rawValue: node.a), mode)
    let end = emit(.jump, -1)
    land(otherwise)
    if node.c >= 0 { expression(NodeID(rawValue: node.c), mode) } else { push(.silent) }
    land(end)
  }

  private mutating func comparison(_ node: Node) {
    expression(NodeID(rawValue: node.a))
    let rest = Array(template.tree.list(ListID(rawValue: node.b)))
    var exits: [Int] = []
    for offset in stride(from: 0, to: rest.count, by: 2) {
      expression(NodeID(rawValue: rest[offset + 1]))
      let isLast = offset + 2 == rest.count
      let jump = emit(isLast ? .compare : .compareChain, a: UInt8(rest[offset]), -1)
      if !isLast { exits.append(jump) }
    }
    for exit in exits { land(exit) }
  }

  private mutating func collection(_ node: Node, _ op: Operation, _ mode: MissingMode) {
    let items = template.tree.nodes(in: ListID(rawValue: node.a))
    for item in items { expression(item, mode) }
    emit(op, b: items.count, 1 - items.count)
  }

  private mutating func map(_ node: Node) {
    let parts = template.tree.nodes(in: ListID(rawValue: node.a))
    for (offset, part) in parts.enumerated() {
      expression(part, offset % 2 == 0 ? .strict : .lenient)
    }
    emit(.makeMap, b: parts.count / 2, 1 - parts.count)
  }
}

// MARK: - Filters and tests

extension Compiler {
  private mutating func filter(_ node: Node, _ mode: MissingMode) {
    let name = text(name(node.name))
    guard let filter = registry.filters[name] else {
      let known = registry.filters.keys.sorted()
      note(.unknownFilter(name, candidates: known), at: node.c..<node.d)
      expression(NodeID(rawValue: node.a), .defined)
      return
    }
    let isDefault = name == "default" || name == "d"
    expression(NodeID(rawValue: node.a), isDefault ? .defined : .strict)
    bind(node, to: filter, "filter '\(name)'")
    let number = filterNumbers[name] ?? program.filters.count
    if number == program.filters.count {
      program.filters.append(filter.body)
      filterNumbers[name] = number
    }
    let count = filter.signature.argumentCount
    emit(.filter, a: UInt8(clamping: count), b: number, 1 - count)
  }

  private mutating func test(_ node: Node) {
    let name = text(name(node.name))
    guard let test = registry.tests[name] else {
      let known = registry.tests.keys.sorted()
      note(.unknownTest(name, candidates: known), at: node.c..<node.d)
      expression(NodeID(rawValue: node.a), .defined)
      return
    }
    let isSoft = name == "defined" || name == "undefined"
    let takesMissing = test.signature.parameters.first?.allowsMissing ?? false
    expression(NodeID(rawValue: node.a), isSoft ? .defined : takesMissing ? .lenient : .strict)
    bind(node, to: test, "test '\(name)'")
    let number = testNumbers[name] ?? program.tests.count
    if number == program.tests.count {
      program.tests.append(test.body)
      testNumbers[name] = number
    }
    let count = test.signature.argumentCount
    emit(.test, a: UInt8(clamping: count), b: number, 1 - count)
    if node.flag { emit(.not) }
  }

  /// Pushes the arguments of a filter or test in the order of its parameters, the piped value
  /// being there already.
  private mutating func bind(_ node: Node, to builtin: Builtin, _ callee: String) {
    let signature = builtin.signature
    let arguments = self.arguments(ListID(rawValue: node.b))
    if arguments.contains(where: { $0.kind == .spreadList || $0.kind == .spreadMap }) {
      note(.unprovable("\(callee): '*' and '**' are for functions and macros"), at: node.range)
    }
    var positional = arguments.filter { $0.kind == .positional }
    let keywords = arguments.filter { $0.kind == .keyword }
    for parameter in signature.parameters.dropFirst() {
      let keyword = keywords.first { text($0.name) == parameter.name }
      if !positional.isEmpty {
        if let keyword {
          note(.repeatedArgument(parameter.name), at: self.node(keyword.value).range)
        }
        let argument = positional.removeFirst()
        checkNamed(parameter, argument.value)
        expression(argument.value, parameter.allowsMissing ? .lenient : .strict)
      } else if let keyword {
        checkNamed(parameter, keyword.value)
        expression(keyword.value, parameter.allowsMissing ? .lenient : .strict)
      } else if let value = parameter.defaultValue {
        push(value)
      } else {
        note(.missingArgument(parameter.name, callee: callee), at: node.range)
        push(.none)
      }
    }
    bindRest(positional, keywords, signature, callee, node)
  }

  private mutating func bindRest(
    _ positional: [WrittenArgument], _ keywords: [WrittenArgument], _ signature: Signature,
    _ callee: String, _ node: Node
  ) {
    let known = signature.parameters.dropFirst().map(\.name)
    let others = keywords.filter { !known.contains(text($0.name)) }
    if signature.takesMore {
      for argument in positional { expression(argument.value) }
      emit(.makeList, b: positional.count, 1 - positional.count)
    } else if !positional.isEmpty {
      note(.tooManyArguments(callee: callee, most: known.count), at: node.range)
    }
    if signature.takesKeywords {
      for argument in others {
        push(program.keys[Int(argument.name.rawValue)])
        expression(argument.value)
      }
      emit(.makeMap, b: others.count, 1 - 2 * others.count)
    } else {
      for argument in others {
        note(
          .unknownArgument(text(argument.name), callee: callee, candidates: known),
          at: self.node(argument.value).range)
      }
    }
  }

  /// Checks an argument that names a filter or test: `map("upper")`.
  private mutating func checkNamed(_ parameter: Signature.Parameter, _ value: NodeID) {
    let node = node(value)
    guard parameter.names != .nothing, node.kind == .literal,
      case .text(let bytes) = template.tree.literals[Int(node.a)]
    else { return }
    let name = String(decoding: bytes, as: UTF8.self)
    if parameter.names == .filter, registry.filters[name] == nil {
      note(.unknownFilter(name, candidates: registry.filters.keys.sorted()), at: node.range)
    }
    if parameter.names == .test, registry.tests[name] == nil {
      note(.unknownTest(name, candidates: registry.tests.keys.sorted()), at: node.range)
    }
  }

  /// An argument as it is written.
  struct WrittenArgument {
    let kind: Node.ArgumentKind
    let name: NameID
    let value: NodeID
  }

  func arguments(_ list: ListID) -> [WrittenArgument] {
    let numbers = Array(template.tree.list(list))
    return stride(from: 0, to: numbers.count, by: 3).map { offset in
      let index = NameIndex(rawValue: numbers[offset + 1])
      return WrittenArgument(
        kind: Node.ArgumentKind(rawValue: numbers[offset]) ?? .positional,
        name: index == .none ? NameID(rawValue: 0) : name(index),
        value: NodeID(rawValue: numbers[offset + 2]))
    }
  }
}
