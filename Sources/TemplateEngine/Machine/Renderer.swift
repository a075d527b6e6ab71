package import Bytes
package import Diagnostics

/// Renders the templates of a library: one for each worker, used again and again.
package struct Renderer: ~Copyable {
  let library: TemplateLibrary
  /// The library's program, and what was linked while rendering.
  var program: Program
  var context: RenderContext
  var stack = ValueStack(capacity: 1 << 16)
  var tables: TableStack
  var frames: [Frame] = []
  /// The root names of the frame that runs.
  var roots: RootTable
  /// Where its slots begin.
  var base = 0
  /// Where its closure's outer slots begin.
  var outerBase = 0
  /// The instruction that runs, for messages.
  var pc = 0
  /// The modules that were imported without context, by template.
  var modules: [Int: RootTable] = [:]
  /// The URLs that were replaced in this render.
  var unsafeURLs: [UnsafeURL] = []
  /// What is wrong with a template that was linked while rendering.
  var linkProblems: [LocatedProblem] = []
  /// The families found for names that were computed while rendering.
  var dynamicUnits: [DynamicKey: Int] = [:]

  /// A URL that was replaced, and where.
  struct UnsafeURL {
    let pc: Int
    let template: Int
    let value: Value
  }

  struct DynamicKey: Hashable {
    let chain: [Int]
    let state: EscapeState
  }

  /// A renderer for the templates of `library`.
  package init(_ library: TemplateLibrary) {
    self.library = library
    program = library.program
    tables = TableStack(size: max(1, library.program.rootNames.count), depth: 202)
    roots = RootTable(address: 0, count: 0)
    context = RenderContext(
      registry: library.registry, limits: RenderLimits(), host: DataHost(.empty))
    frames.reserveCapacity(256)
  }

  /// Renders the template `name` and appends what it writes to `output`.
  ///
  /// On an error `output` is as it was before. Values that the host made in the arena are invalid
  /// afterwards.
  package mutating func render(
    _ name: String, host: any TemplateHost, limits: RenderLimits = RenderLimits(),
    into output: inout ByteBuffer
  ) throws(DiagnosticError) {
    guard let template = library.numbers[name] else {
      throw DiagnosticError(library.unknownTemplate(name))
    }
    prepare(host, limits)
    let start = output.count
    swap(&context.scratch, &output)
    let unit: Int
    do {
      unit = try self.unit(of: [template], library.templates[template].start)
      try run(unit)
    } catch {
      let problems = diagnostics(of: error)
      swap(&context.scratch, &output)
      output.truncate(to: start)
      throw DiagnosticError(problems)
    }
    swap(&context.scratch, &output)
  }

  private mutating func prepare(_ host: any TemplateHost, _ limits: RenderLimits) {
    context.arena.reset()
    context.arena.limit = limits.arena
    context.limits = limits
    context.stepsLeft = limits.steps
    context.host = host
    context.isEscaping = true
    stack.top = 0
    tables.shrink(to: 0)
    frames.removeAll(keepingCapacity: true)
    modules.removeAll(keepingCapacity: true)
    unsafeURLs.removeAll(keepingCapacity: true)
    pc = 0
  }

  private mutating func run(_ unit: Int) throws(RenderFault) {
    guard let table = tables.next() else { return }
    table.clear(globalsOnly: false)
    roots = table
    try enter(
      unit, arguments: 0, dropping: 0, returnTo: -1, result: .written, outerBase: 0, roots: table)
    try execute(from: program.heads[unit].entry)
  }
}

// MARK: - Calls

extension Renderer {
  /// Makes a frame for `unit`, whose first slots are the `count` values on top of the stack.
  ///
  /// `dropping` more values below them go when it returns.
  @inline(__always)
  mutating func enter(
    _ unit: Int, arguments count: Int, dropping: Int, returnTo: Int, result: Frame.Result,
    outerBase newOuter: Int, roots newRoots: RootTable, tables usedTables: Int? = nil
  ) throws(RenderFault) {
    let called = program.heads[unit]
    let newBase = stack.top - count
    guard frames.count < context.limits.depth else {
      throw RenderFault(.depthLimit, Value(context.limits.depth))
    }
    guard newBase + called.slots + called.operands < stack.capacity else {
      throw RenderFault(.depthLimit, Value(context.limits.depth))
    }
    try context.charge(elements: 1)
    frames.append(
      Frame(
        unit: unit, returnTo: returnTo, calledFrom: pc, base: base, top: newBase - dropping,
        outerBase: outerBase, roots: roots, tables: usedTables ?? tables.used, result: result,
        mark: context.scratch.count, callerEscapes: context.isEscaping))
    var slot = stack.top
    while slot < newBase + called.slots {
      stack[slot] = Value(kind: .unresolved)
      slot += 1
    }
    stack.top = newBase + called.slots
    base = newBase
    outerBase = newOuter
    roots = newRoots
    context.isEscaping = called.escapes
  }

  /// Leaves the frame on top; answers where to go on, or nothing when the render is done.
  mutating func leave() throws(RenderFault) -> Int? {
    let frame = frames.removeLast()
    let unit = program.heads[frame.unit]
    let module = roots
    stack.top = frame.top
    base = frame.base
    outerBase = frame.outerBase
    roots = frame.roots
    context.isEscaping = frame.callerEscapes
    switch frame.result {
    case .written: tables.shrink(to: frame.tables)
    case .pushed, .escaped:
      let text = try context.endText(from: frame.mark, flags: unit.escapes ? .safe : [])
      stack.push(text)
      tables.shrink(to: frame.tables)
      if frame.result == .escaped { try emit(stack.pop(), escaperOfCall(frame.calledFrom)) }
    case .module:
      try context.charge(bytes: min(context.scratch.count - frame.mark, context.limits.string))
      context.scratch.truncate(to: frame.mark)
      stack.push(
        Value(kind: .module, count: UInt32(unit.template), payload: UInt64(module.address)))
    }
    return frame.returnTo < 0 ? nil : frame.returnTo
  }

  func escaperOfCall(_ pc: Int) -> Escaper {
    let instruction = program.code[pc]
    switch instruction.op {
    case .emitCall, .method: return program.callHeads[Int(instruction.c)].escaper
    default: return .text
    }
  }

  /// The slots of the frame `hops` static links out.
  func outer(_ hops: Int) -> Int {
    guard hops > 0 else { return base }
    var found = outerBase
    var left = hops - 1
    var depth = frames.count - 1
    while left > 0 {
      // The frame that owns `found` remembers the outer slots of the frame it was called from in
      // the record above it; search for the record whose slots these are.
      while depth > 0, frames[depth].base != found { depth -= 1 }
      found = frames[depth].outerBase
      left -= 1
    }
    return found
  }
}
