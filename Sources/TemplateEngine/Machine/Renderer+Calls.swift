/// Filters, tests, functions, methods and macros.
extension Renderer {
  @inline(__always)
  mutating func applyFilter(_ instruction: Instruction) throws(RenderFault) {
    let count = Int(instruction.a)
    let first = stack.top &- count
    let filter = program.filters[Int(instruction.b)]
    let result = try filter(stack.arguments(from: first, count: count), &context)
    stack[first] = result
    stack.top = first &+ 1
  }

  mutating func applyTest(_ instruction: Instruction) throws(RenderFault) {
    let count = Int(instruction.a)
    let first = stack.top - count
    let test = program.tests[Int(instruction.b)]
    let result = try test(stack.arguments(from: first, count: count), &context)
    stack[first] = Value(try context.isTrue(result))
    stack.top = first + 1
  }

  /// Calls a function, macro or method; answers where to go on when a frame was entered.
  mutating func call(
    _ instruction: Instruction, returnTo: Int
  ) throws(RenderFault) -> Int? {
    let number = Int(instruction.c)
    let site = program.callHeads[number]
    var callee = stack[stack.top - site.count - 1]
    var isMethod = instruction.op == .method
    let writes = instruction.op == .emitCall || (isMethod && instruction.a == 1)
    if isMethod, let member = try calledMember(callee, site) {
      callee = member
      isMethod = false
    }
    if !isMethod, callee.kind == .macro {
      return try enterMacro(callee, number, site, returnTo: returnTo, writes: writes)
    }
    let result =
      try isMethod
      ? callMethod(callee, number)
      : callFunction(callee, number)
    stack.top -= site.count + 1
    if writes {
      if result.isMissing, !result.flags.contains(.silent) {
        throw RenderFault(.undefinedValue, result)
      }
      try emit(result, site.escaper)
    } else {
      stack.push(result)
    }
    return nil
  }

  /// The value that `receiver.name` holds when it is called as data: a macro of a module, say.
  private mutating func calledMember(
    _ receiver: Value, _ site: CallHead
  ) throws(RenderFault) -> Value? {
    let key = program.keys[Int(site.name.rawValue)]
    switch receiver.kind {
    case .missing, .unresolved: throw RenderFault(.undefinedValue, receiver)
    case .module:
      let read = Instruction(op: .member, a: 0, c: Int32(site.name.rawValue))
      return try member(receiver, read)
    case .map:
      guard let value = receiver.entry(key), value.kind == .macro || value.kind == .function
      else { return nil }
      return value
    case .namespace:
      guard let value = receiver.namespaceEntry(key) else { return nil }
      return value
    default: return nil
    }
  }

  private mutating func callMethod(
    _ receiver: Value, _ number: Int
  ) throws(RenderFault) -> Value {
    let site = program.callHeads[number]
    let name = library.names.texts[Int(site.name.rawValue)]
    let bound = stack.items(from: stack.top - site.count, count: site.count)
    if receiver.kind == .loop, let result = try loopMethod(name, receiver, bound) { return result }
    guard
      let method = program.callSites[number].methods.first(where: {
        $0.receivers.contains(receiver.kind)
      })
    else {
      let key = program.keys[Int(site.name.rawValue)]
      if receiver.kind == .map, receiver.entry(key) != nil {
        throw RenderFault(.notCallable, receiver.entry(key) ?? .none)
      }
      throw RenderFault(.unknownMethod, key, receiver)
    }
    return try callBuiltin(method.builtin, number, receiver: receiver)
  }

  private mutating func callFunction(
    _ callee: Value, _ number: Int
  ) throws(RenderFault) -> Value {
    switch callee.kind {
    case .function:
      let name = library.names.texts[Int(callee.count32)]
      guard let function = context.registry.functions[name] else {
        throw RenderFault(.notCallable, callee)
      }
      return try callBuiltin(function, number, receiver: nil)
    case .joiner: return callee.joinerText()
    case .missing, .unresolved: throw RenderFault(.undefinedValue, callee)
    default: throw RenderFault(.notCallable, callee)
    }
  }

  private mutating func callBuiltin(
    _ builtin: Builtin, _ number: Int, receiver: Value?
  ) throws(RenderFault) -> Value {
    let head = program.callHeads[number]
    let count = head.count + (receiver == nil ? 0 : 1)
    if head.isPlain, count <= builtin.signature.parameters.count {
      return try callPlainly(builtin, count)
    }
    let site = program.callSites[number]
    var given = try GivenArguments(
      site, stack.items(from: stack.top - site.count, count: site.count), &context,
      program.keys)
    if let receiver { given.positional.insert(receiver, at: 0) }
    let bound = try given.bound(to: builtin.signature, &context)
    let place = stack.top
    guard place + bound.count < stack.capacity else { throw RenderFault(.listLimit) }
    for (offset, value) in bound.enumerated() { stack[place + offset] = value }
    stack.top += bound.count
    defer { stack.top = place }
    try context.charge(elements: 1)
    return try builtin.body(stack.arguments(from: place, count: bound.count), &context)
  }

  /// Calls a function whose first arguments are the `count` values on top of the stack.
  private mutating func callPlainly(
    _ builtin: Builtin, _ count: Int
  ) throws(RenderFault) -> Value {
    let place = stack.top
    let first = place - count
    let signature = builtin.signature
    guard first + signature.argumentCount < stack.capacity else { throw RenderFault(.listLimit) }
    for index in 0..<signature.parameters.count {
      let parameter = signature.parameters[index]
      if index < count {
        let value = stack[first + index]
        if value.isMissing, !parameter.allowsMissing { throw RenderFault(.undefinedValue, value) }
      } else if let value = parameter.defaultValue {
        stack.push(value)
      } else {
        let name = try context.arena.string(parameter.name)
        throw RenderFault(.missingArgument, name)
      }
    }
    if signature.takesMore { stack.push(Value(kind: .list)) }
    if signature.takesKeywords { stack.push(Value(kind: .map)) }
    defer { stack.top = place }
    try context.charge(elements: 1)
    return try builtin.body(
      stack.arguments(from: first, count: signature.argumentCount), &context)
  }

  // MARK: Macros

  private mutating func enterMacro(
    _ macro: Value, _ number: Int, _ site: CallHead, returnTo: Int, writes: Bool
  ) throws(RenderFault) -> Int {
    var unit = Int(macro.count32)
    let called = program.heads[unit]
    let isExpected =
      writes && site.expectedUnit >= 0 && site.expectedTemplate == called.template
      && site.expectedNode == called.node
    if isExpected { unit = Int(site.expectedUnit) }
    let first = stack.top - site.count
    let isBound =
      site.isPlain && site.count <= called.parameters && called.isFixed && called.callerSlot < 0
    if !isBound, !bindInPlace(number, unit, called, first) {
      try bindSlowly(number, unit, first)
    }
    let writesHere = writes && (isExpected || site.escaper.kind == .text)
    try enter(
      unit, arguments: stack.top - first, dropping: 1, returnTo: returnTo,
      result: writesHere ? .written : writes ? .escaped : .pushed,
      outerBase: Int(macro.aux),
      roots: RootTable(address: UInt(macro.payload), count: program.rootNames.count))
    return program.heads[unit].entry
  }

  /// Brings arguments into the order of a macro's slots; answers false, and leaves them alone,
  /// when that is not so simple or wrong.
  private mutating func bindInPlace(
    _ number: Int, _ unit: Int, _ called: UnitHead, _ first: Int
  ) -> Bool {
    let count = program.callHeads[number].count
    let parameters = Int(called.parameters)
    let slots = parameters + (called.callerSlot < 0 ? 0 : 1)
    guard called.isFixed, program.callHeads[number].isFixed,
      stack.top + slots + count < stack.capacity
    else { return false }
    let bound = stack.top
    for slot in 0..<slots { stack[bound + slot] = Value(kind: .unresolved) }
    if called.callerSlot >= 0 { stack[bound + Int(called.callerSlot)] = .missing }
    for index in 0..<count {
      let slot = slot(ofArgument: index, number, unit, called, stack[first + index])
      guard let slot else { return false }
      let old = stack[bound + slot].kind
      guard old == .unresolved || (slot == Int(called.callerSlot) && old == .missing) else {
        return false
      }
      stack[bound + slot] = stack[first + index]
    }
    for slot in 0..<slots { stack[first + slot] = stack[bound + slot] }
    stack.top = first + slots
    return true
  }

  /// The slot that takes an argument; nothing when none does.
  private func slot(
    ofArgument index: Int, _ number: Int, _ unit: Int, _ called: UnitHead, _ value: Value
  ) -> Int? {
    let isPlain = program.callHeads[number].isPlain
    if isPlain || program.callSites[number].arguments[index].kind == .positional {
      return index < Int(called.parameters) ? index : nil
    }
    let name = program.callSites[number].arguments[index].name
    for slot in 0..<Int(called.parameters) where program.units[unit].parameters[slot] == name {
      return slot
    }
    let isCaller = value.kind == .macro && called.callerSlot >= 0 && name == library.callerName
    return isCaller ? Int(called.callerSlot) : nil
  }

  private mutating func bindSlowly(
    _ number: Int, _ unit: Int, _ first: Int
  ) throws(RenderFault) {
    let site = program.callSites[number]
    let given = try GivenArguments(
      site, stack.items(from: first, count: site.count), &context, program.keys)
    let bound = try given.bound(to: program.units[unit], &context, program.keys)
    guard first + bound.count < stack.capacity else { throw RenderFault(.listLimit) }
    for (offset, value) in bound.enumerated() { stack[first + offset] = value }
    stack.top = first + bound.count
  }
}
