/// Names, members, indices and slices.
extension Renderer {
  /// The value of a root name, asked for when it is met first.
  @inline(__always)
  mutating func root(_ index: Int) throws(RenderFault) -> Value {
    let value = roots[index]
    return value.kind == .unresolved ? try resolve(index) : value
  }

  @inline(never)
  private mutating func resolve(_ index: Int) throws(RenderFault) -> Value {
    let unresolved = roots[index]
    let name = program.rootNames[index]
    var value = Value.missing
    if unresolved.payload == 0 {
      value = try context.host.root(
        name, key: program.keys[Int(name.rawValue)], &context)
    }
    if value.isMissing, context.registry.functions[library.names.texts[Int(name.rawValue)]] != nil {
      value = Value(kind: .function, count: name.rawValue)
    }
    roots[index] = value
    return value
  }

  /// The owner of a member of a root name; the name itself must be there unless all is soft.
  @inline(__always)
  mutating func rootOwner(_ instruction: Instruction) throws(RenderFault) -> Value {
    let value = try root(Int(instruction.b))
    if value.isMissing, instruction.a != MissingMode.defined.rawValue {
      try refuseRoot(Int(instruction.b))
    }
    return value
  }

  @inline(never)
  func refuseRoot(_ index: Int) throws(RenderFault) {
    throw RenderFault(.undefinedName, program.keys[Int(program.rootNames[index].rawValue)])
  }

  /// Pushes a variable; when it is missing the mode decides.
  @inline(__always)
  mutating func push(_ value: Value, _ instruction: Instruction) throws(RenderFault) {
    if value.kind == .missing || value.kind == .unresolved {
      try pushMissing(value, instruction)
    } else {
      stack.push(value)
    }
  }

  @inline(never)
  private mutating func pushMissing(
    _ value: Value, _ instruction: Instruction
  ) throws(RenderFault) {
    let mode = MissingMode(rawValue: instruction.a) ?? .strict
    let isSoft = mode == .defined || mode == .lenient || value.flags.contains(.silent)
    let isLocal = instruction.op != .root
    if isSoft || (mode == .condition && isLocal && value.kind == .missing) {
      stack.push(value.kind == .unresolved ? .missing : value)
      return
    }
    let name =
      instruction.op == .up ? Value.missing : program.keys[Int(instruction.c)]
    throw RenderFault(.undefinedName, name)
  }

  /// `owner.name`, where the instruction has the name in `c`.
  @inline(__always)
  mutating func member(
    _ owner: Value, _ instruction: Instruction
  ) throws(RenderFault) -> Value {
    let number = Int(instruction.c)
    if owner.kind == .map {
      let key = program.keys[number]
      if let index = owner.index(ofKey: key) { return owner.rawEntries[index].value }
    } else if let entity = owner.entity {
      let value =
        number < context.registry.vocabulary.count
        ? try context.host.member(NameID(rawValue: UInt32(number)), of: entity, &context)
        : try context.host.entry(program.keys[number], of: entity, &context)
      if !value.isMissing { return value }
    }
    return try otherMember(owner, number, instruction)
  }

  @inline(never)
  private mutating func otherMember(
    _ owner: Value, _ number: Int, _ instruction: Instruction
  ) throws(RenderFault) -> Value {
    let key = program.keys[number]
    var value = Value.missing
    switch owner.kind {
    case .namespace: value = owner.namespaceEntry(key) ?? .missing
    case .module: value = moduleMember(owner, number)
    case .loop:
      if let field = LoopField(library.names.texts[number]) {
        value = try loopField(field, slot: Int(owner.count32))
      }
    case .tuple where owner.isGroup: value = owner.groupMember(key)
    case .cycler where library.names.texts[number] == "current": value = owner.cyclerCurrent
    default: break
    }
    if !value.isMissing { return value }
    let isFused: Bool
    switch instruction.op {
    case .emitLocalMember, .emitRootMember: isFused = true
    default: isFused = false
    }
    return try missing(
      key, of: owner, isFused ? .strict : MissingMode(rawValue: instruction.a) ?? .strict)
  }

  /// What the mode says about a member that is not there.
  mutating func missing(
    _ key: Value, of owner: Value, _ mode: MissingMode
  ) throws(RenderFault) -> Value {
    let ownerIsMissing = owner.kind == .missing || owner.kind == .unresolved
    switch mode {
    case .strict: break
    case .lenient: if !ownerIsMissing && owner.kind != .none { return .missing }
    case .condition, .defined:
      context.host.noteSoftMiss(key, of: owner)
      return .missing
    }
    throw RenderFault(ownerIsMissing ? .undefinedValue : .undefinedMember, key, owner)
  }

  private func moduleMember(_ module: Value, _ number: Int) -> Value {
    let name = NameID(rawValue: UInt32(number))
    guard library.templates[Int(module.count32)].exports.contains(name) else { return .missing }
    let root = Int(program.rootNumbers[number])
    guard root >= 0 else { return .missing }
    let value = RootTable(address: UInt(module.payload), count: program.rootNames.count)[root]
    return value.kind == .unresolved ? .missing : value
  }

  mutating func importName(_ instruction: Instruction) throws(RenderFault) {
    let module = stack.pop()
    let value = moduleMember(module, Int(instruction.c))
    if value.isMissing {
      throw RenderFault(.unknownImport, program.keys[Int(instruction.c)], module)
    }
    stack.push(value)
  }

  /// `owner[key]`.
  mutating func indexValue(_ instruction: Instruction) throws(RenderFault) {
    let key = stack.pop()
    let owner = stack.pop()
    var value = Value.missing
    switch owner.kind {
    case .namespace: value = owner.namespaceEntry(key.asKey) ?? .missing
    case .missing, .none, .unresolved: break
    case .string:
      try context.charge(bytes: Int(owner.count32))
      value = try context.member(key, of: owner)
    default: value = try context.member(key, of: owner)
    }
    if value.isMissing {
      value = try missing(key, of: owner, MissingMode(rawValue: instruction.a) ?? .strict)
    }
    stack.push(value)
  }

  mutating func setMember(_ instruction: Instruction) throws(RenderFault) {
    let owner = stack.pop()
    let value = stack.pop()
    guard owner.kind == .namespace else { throw RenderFault(.wrongKind, owner, "a namespace") }
    switch value.kind {
    case .macro, .loop, .module: throw RenderFault(.wrongKind, value, "a value that can be kept")
    default:
      try owner.setNamespaceEntry(program.keys[Int(instruction.c)], to: value, in: &context.arena)
    }
  }

  /// `value[low:high:step]`.
  mutating func slice() throws(RenderFault) {
    let step = stack.pop()
    let high = stack.pop()
    let low = stack.pop()
    let value = stack.pop()
    if value.kind == .string, !value.flags.contains(.ascii) {
      try context.charge(bytes: Int(value.count32))
    }
    guard let count = try context.count(of: value), value.kind != .map else {
      throw RenderFault(.wrongKind, value, "a list or text")
    }
    let bounds = try Self.bounds(low, high, step, count)
    if let text = value.text, bounds.step == 1, value.flags.contains(.ascii) {
      let range = bounds.start..<bounds.start + bounds.count
      stack.push(Value(sharing: text.slice(range), flags: value.flags))
      return
    }
    try context.charge(listOf: max(bounds.count, value.isString ? count : 0))
    stack.push(value.isString ? try scalars(of: value, bounds) : try elements(of: value, bounds))
  }

  private struct Bounds {
    let start: Int
    let step: Int
    let count: Int
  }

  /// The bounds of a slice, as Python clips them.
  private static func bounds(
    _ low: Value, _ high: Value, _ step: Value, _ count: Int
  ) throws(RenderFault) -> Bounds {
    let step = try integer(step) ?? 1
    guard step != 0, step != .min else {
      throw RenderFault(.badValue, Value(step), "a step other than 0")
    }
    let (least, most) = step > 0 ? (0, count) : (-1, count - 1)
    func clip(_ value: Int) -> Int {
      let place = value < 0 ? value + count : value
      return min(max(place, least), most)
    }
    let start = try integer(low).map(clip) ?? (step > 0 ? 0 : count - 1)
    let stop = try integer(high).map(clip) ?? (step > 0 ? count : -1)
    let length = step > 0 ? stop - start : start - stop
    let stride = step.magnitude
    let taken = length <= 0 ? 0 : (length - 1) / Int(clamping: stride) + 1
    return Bounds(start: start, step: step, count: taken)
  }

  private static func integer(_ value: Value) throws(RenderFault) -> Int? {
    if value.isNone { return nil }
    guard let number = value.int else { throw RenderFault(.wrongKind, value, "an integer") }
    return number
  }

  private mutating func elements(
    of value: Value, _ bounds: Bounds
  ) throws(RenderFault) -> Value {
    var list = try ListBuilder(room: bounds.count, in: &context.arena)
    for index in 0..<bounds.count {
      list.append(try context.element(bounds.start + index * bounds.step, of: value))
    }
    return value.kind == .tuple ? list.tuple : list.list
  }

  private mutating func scalars(
    of value: Value, _ bounds: Bounds
  ) throws(RenderFault) -> Value {
    let text = value.rawText
    let flags = value.flags.subtracting([.urlPart, .json, .attributes])
    if bounds.step == 1 {
      let start = text.offset(ofScalar: bounds.start)
      let rest = text.slice(start..<text.count)
      let end = start + rest.offset(ofScalar: bounds.count)
      return Value(sharing: text.slice(start..<end), flags: flags)
    }
    let all = try context.elements(value)
    let mark = context.beginText()
    for index in 0..<bounds.count {
      let scalar = all[bounds.start + index * bounds.step]
      try context.append(scalar)
    }
    return try context.endText(from: mark, flags: flags)
  }
}
