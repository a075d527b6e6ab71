internal import Bytes

/// The loop that runs instructions.
extension Renderer {
  /// Runs from the instruction `start` until the first frame returns.
  mutating func execute(from start: Int) throws(RenderFault) {
    var pc = start
    while true {
      let instruction = program.code[pc]
      self.pc = pc
      pc &+= 1
      switch instruction.op {
      case .text:
        context.scratch.append(program.constants[Int(instruction.c)].rawText)
        if context.scratch.count > context.limits.output {
          throw RenderFault(.outputLimit, Value(context.limits.output))
        }
      case .emitLocalMember:
        let owner = stack[base &+ Int(instruction.b)]
        try emit(member(owner, instruction), Escaper(rawValue: instruction.a))
      case .emitRootMember:
        let owner = try root(Int(instruction.b))
        if owner.kind == .missing { try refuseRoot(Int(instruction.b)) }
        try emit(member(owner, instruction), Escaper(rawValue: instruction.a))
      case .emitLocal: try emit(stack[base &+ Int(instruction.b)], Escaper(rawValue: instruction.a))
      case .emit: try emit(stack.pop(), Escaper(rawValue: instruction.a))
      case .constant: stack.push(program.constants[Int(instruction.c)])
      case .local: try push(stack[base &+ Int(instruction.b)], instruction)
      case .up: try push(stack[outer(Int(instruction.c)) &+ Int(instruction.b)], instruction)
      case .root: try push(root(Int(instruction.b)), instruction)
      case .pop: stack.top &-= 1
      case .duplicate: stack.push(stack[stack.top &- 1])
      case .storeLocal:
        let value = stack.pop()
        stack[base &+ Int(instruction.b)] = value
      case .storeRoot: roots[Int(instruction.b)] = stack.pop()
      case .member:
        let owner = stack.pop()
        stack.push(try member(owner, instruction))
      case .localMember:
        stack.push(try member(stack[base &+ Int(instruction.b)], instruction))
      case .rootMember:
        stack.push(try member(rootOwner(instruction), instruction))
      case .jump: pc = Int(instruction.c)
      case .jumpIfFalse: if try !context.isTrue(stack.pop()) { pc = Int(instruction.c) }
      case .jumpIfTrue: if try context.isTrue(stack.pop()) { pc = Int(instruction.c) }
      case .andJump:
        if try context.isTrue(stack[stack.top &- 1]) {
          stack.top &-= 1
        } else {
          pc = Int(instruction.c)
        }
      case .orJump:
        if try context.isTrue(stack[stack.top &- 1]) {
          pc = Int(instruction.c)
        } else {
          stack.top &-= 1
        }
      case .not: stack.push(Value(try !context.isTrue(stack.pop())))
      case .compare: try compare(instruction)
      case .compareChain: if try !compareKeeping(instruction) { pc = Int(instruction.c) }
      case .filter: try applyFilter(instruction)
      case .test: try applyTest(instruction)
      case .loopStart: if try !startLoop(instruction) { pc = Int(instruction.c) }
      case .loopNext: if try !nextTurn(instruction) { pc = Int(instruction.c) }
      case .loopField: stack.push(try loopField(instruction))
      case .callUnit:
        try enter(
          Int(instruction.c), arguments: 0, dropping: 0, returnTo: pc,
          result: instruction.a == 0 ? .written : .pushed, outerBase: 0, roots: roots)
        pc = program.heads[Int(instruction.c)].entry
      case .call, .emitCall, .method:
        if let entry = try call(instruction, returnTo: pc) { pc = entry }
      case .return:
        guard let next = try leave() else { return }
        pc = next
      case .jumpIfSet:
        if stack[base &+ Int(instruction.b)].kind != .unresolved { pc = Int(instruction.c) }
      case .jumpIfExtended:
        if stack[base &+ Int(instruction.b)].kind != .none { pc = Int(instruction.c) }
      case .callScoped, .callLoop, .include, .importModule, .callParent:
        if let entry = try enterOther(instruction, returnTo: pc) { pc = entry }
      default: try executeRare(instruction)
      }
    }
  }

  /// Operations that are rare or heavy.
  @inline(never)
  private mutating func executeRare(_ instruction: Instruction) throws(RenderFault) {
    switch instruction.op {
    case .index: try indexValue(instruction)
    case .slice: try slice()
    case .binary: try arithmetic(instruction)
    case .negate: try negate()
    case .plus:
      if !stack[stack.top - 1].isNumber { throw RenderFault(.wrongKind, stack.pop(), "a number") }
    case .concat: try concatenate(Int(instruction.b))
    case .makeList: try makeList(Int(instruction.b), .list)
    case .makeTuple: try makeList(Int(instruction.b), .tuple)
    case .makeMap: try makeMap(Int(instruction.b))
    case .captureStart: stack.push(Value(context.beginText()))
    case .captureEnd:
      let mark = stack.pop().int ?? 0
      stack.push(try context.endText(from: mark, flags: instruction.a == 1 ? .safe : []))
    case .setEscaping: context.isEscaping = instruction.a == 1
    case .makeMacro:
      stack.push(
        Value(
          kind: .macro, aux: UInt16(base), count: UInt32(instruction.c),
          payload: UInt64(roots.address)))
    case .loopValue:
      stack.push(Value(kind: .loop, count: UInt32(outer(Int(instruction.c)) + Int(instruction.b))))
    case .unpack: try unpack(Int(instruction.b))
    case .setMember: try setMember(instruction)
    case .collect: collect(instruction)
    case .importName: try importName(instruction)
    case .extend: try extend(instruction)
    case .fault:
      throw RenderFault(instruction.a == 0 ? .noSuper : .requiredBlock, stack[stack.top - 1])
    default: break
    }
  }
}

// MARK: - Output

extension Renderer {
  /// Writes a value through an escaper.
  @inline(__always)
  mutating func emit(_ value: Value, _ escaper: Escaper) throws(RenderFault) {
    if value.kind == .string, escaper == .text {
      if value.flags.isDisjoint(with: [.safe, .clean]) {
        context.scratch.append(htmlEscaped: value.rawText)
      } else {
        context.scratch.append(value.rawText)
      }
    } else {
      try emitSlowly(value, escaper)
    }
    if value.count32 > 4096, value.kind == .string {
      try context.charge(bytes: Int(value.count32))
    }
    if context.scratch.count > context.limits.output {
      throw RenderFault(.outputLimit, Value(context.limits.output))
    }
  }

  @inline(never)
  private mutating func emitSlowly(_ value: Value, _ escaper: Escaper) throws(RenderFault) {
    switch value.kind {
    case .missing where !value.flags.contains(.silent), .unresolved:
      throw RenderFault(.undefinedValue, value)
    case .int where escaper == .text: context.scratch.append(decimal: value.int ?? 0)
    default:
      if try context.append(value, escapedBy: escaper), unsafeURLs.count < 20 {
        unsafeURLs.append(UnsafeURL(pc: pc, template: templateRunning, value: value))
      }
    }
  }
}
