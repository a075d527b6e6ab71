/// Loops.
extension Renderer {
  /// Begins to iterate over the value on top; false when it is empty.
  mutating func startLoop(_ instruction: Instruction) throws(RenderFault) -> Bool {
    let slot = base + Int(instruction.b)
    var value = stack.pop()
    if value.kind == .string {
      value = Value(sharing: try context.elements(value))
    } else if value.kind == .missing || value.kind == .unresolved {
      throw RenderFault(.undefinedValue, value)
    }
    guard let count = try context.count(of: value) else {
      throw RenderFault(.wrongKind, value, "something to iterate over")
    }
    stack[slot + LoopSlot.iterable] = value
    stack[slot + LoopSlot.index] = Value(-1)
    stack[slot + LoopSlot.count] = Value(count)
    stack[slot + LoopSlot.changed] = .missing
    if slot != base || instruction.b != 0
      || frames.last.map({ program.heads[$0.unit].isLoop }) != true
    {
      stack[slot + LoopSlot.depth] = Value(0)
    }
    if instruction.a == 1 {
      try context.charge(listOf: count)
      let room = try context.arena.emptyList(room: count)
      stack[slot + LoopSlot.size] = room
    }
    return count > 0 || instruction.a == 1
  }

  /// Pushes the next element; false when there is none.
  @inline(__always)
  mutating func nextTurn(_ instruction: Instruction) throws(RenderFault) -> Bool {
    let slot = base &+ Int(instruction.b)
    let index = Int(truncatingIfNeeded: stack[slot + LoopSlot.index].payload) &+ 1
    guard index < Int(truncatingIfNeeded: stack[slot + LoopSlot.count].payload) else {
      return false
    }
    try context.charge(elements: 1)
    stack[slot + LoopSlot.index] = Value(index)
    let iterable = stack[slot + LoopSlot.iterable]
    if iterable.kind == .list || iterable.kind == .tuple {
      stack.push(iterable.rawItems[index])
    } else {
      stack.push(try context.element(index, of: iterable))
    }
    return true
  }

  mutating func loopField(_ instruction: Instruction) throws(RenderFault) -> Value {
    guard let field = LoopField(rawValue: instruction.a) else { return .missing }
    return try loopField(field, slot: outer(Int(instruction.c)) + Int(instruction.b))
  }

  /// A field of the loop whose slots begin at `slot` of the stack.
  mutating func loopField(_ field: LoopField, slot: Int) throws(RenderFault) -> Value {
    let index = stack[slot + LoopSlot.index].int ?? 0
    let count = stack[slot + LoopSlot.count].int ?? 0
    switch field {
    case .index: return Value(index &+ 1)
    case .index0: return Value(index)
    case .revindex: return Value(count &- index)
    case .revindex0: return Value(count &- index &- 1)
    case .first: return Value(index == 0)
    case .last: return Value(index == count &- 1)
    case .length: return Value(count)
    case .depth: return Value((stack[slot + LoopSlot.depth].int ?? 0) &+ 1)
    case .depth0: return stack[slot + LoopSlot.depth]
    case .previtem:
      return try neighbour(index &- 1, slot)
    case .nextitem:
      return try neighbour(index &+ 1, slot)
    }
  }

  /// An element of what is iterated over; missing beyond its ends.
  ///
  /// A loop that was kept in a list may be asked after its end, so nothing is taken for granted.
  private mutating func neighbour(_ index: Int, _ slot: Int) throws(RenderFault) -> Value {
    let iterable = stack[slot + LoopSlot.iterable]
    guard iterable.kind != .string, let count = try context.count(of: iterable), index >= 0,
      index < count
    else { return .missing }
    return try context.element(index, of: iterable)
  }

  /// `loop.cycle(…)` and `loop.changed(…)`.
  mutating func loopMethod(
    _ name: String, _ loop: Value, _ arguments: Items
  ) throws(RenderFault) -> Value? {
    let slot = Int(loop.count32)
    switch name {
    case "cycle":
      guard arguments.count > 0 else { throw RenderFault(.missingArgument, "values") }
      return arguments[max(0, stack[slot + LoopSlot.index].int ?? 0) % arguments.count]
    case "changed":
      let before = stack[slot + LoopSlot.changed]
      let now = try context.arena.list(arguments, as: .tuple)
      stack[slot + LoopSlot.changed] = now
      if before.kind == .missing { return .true }
      return Value(try !context.areEqual(before, now))
    default: return nil
    }
  }

  /// Appends the value on top to the list that a filtered loop collects.
  mutating func collect(_ instruction: Instruction) {
    let slot = base + Int(instruction.b)
    let value = stack.pop()
    stack[slot] = stack[slot].appending(value)
  }

  /// Runs the body of a recursive loop over the value on top.
  mutating func enterLoop(_ instruction: Instruction, returnTo: Int) throws(RenderFault) -> Int {
    let unit = Int(instruction.c)
    let hops = Int(instruction.b)
    let definer = outer(hops)
    var depth = 0
    if instruction.a & 2 != 0 {
      let loop = outer(hops - 1)
      depth = (stack[loop + LoopSlot.depth].int ?? 0) &+ 1
    }
    let value = stack.pop()
    if value.isMissing { throw RenderFault(.undefinedValue, value) }
    try enter(
      unit, arguments: 0, dropping: 0, returnTo: returnTo,
      result: instruction.a & 1 == 0 ? .written : .pushed, outerBase: definer, roots: roots)
    stack[base + LoopSlot.iterable] = value
    stack[base + LoopSlot.depth] = Value(depth)
    return program.heads[unit].entry
  }
}
