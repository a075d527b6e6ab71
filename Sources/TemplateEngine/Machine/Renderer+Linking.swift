/// Includes, imports, scoped blocks, and parents found while rendering.
extension Renderer {
  mutating func enterOther(
    _ instruction: Instruction, returnTo: Int
  ) throws(RenderFault) -> Int? {
    switch instruction.op {
    case .callLoop: try enterLoop(instruction, returnTo: returnTo)
    case .callScoped: try enterScoped(instruction, returnTo: returnTo)
    case .include: try include(instruction, returnTo: returnTo)
    case .importModule: try importModule(instruction, returnTo: returnTo)
    default: try enterParent(instruction, returnTo: returnTo)
    }
  }

  /// A table with the root names of this place and the local ones that are passed on.
  private mutating func derivedTable(_ site: IncludeSite) throws(RenderFault) -> RootTable {
    guard let table = tables.next() else {
      throw RenderFault(.depthLimit, Value(context.limits.depth))
    }
    try fill(table, site)
    return table
  }

  private mutating func fill(_ table: RootTable, _ site: IncludeSite) throws(RenderFault) {
    guard site.withContext else {
      table.clear(globalsOnly: true)
      return
    }
    table.copy(roots)
    for passed in site.passed {
      let value = stack[outer(passed.hops) + passed.slot]
      if value.kind != .unresolved { table[passed.root] = value }
    }
    if let loop = site.loop {
      table[loop.root] = Value(kind: .loop, count: UInt32(outer(loop.hops) + loop.slot))
    }
  }

  private mutating func enterScoped(
    _ instruction: Instruction, returnTo: Int
  ) throws(RenderFault) -> Int? {
    let site = program.includes[Int(instruction.c)]
    guard let unit = site.unit else { return nil }
    let used = tables.used
    let table = try derivedTable(site)
    try enter(
      unit, arguments: 0, dropping: 0, returnTo: returnTo, result: .written, outerBase: 0,
      roots: table, tables: used)
    return program.heads[unit].entry
  }

  private mutating func include(
    _ instruction: Instruction, returnTo: Int
  ) throws(RenderFault) -> Int? {
    let site = program.includes[Int(instruction.c)]
    let name = stack.pop()
    guard let template = try template(named: name, ignoresMissing: site.ignoresMissing) else {
      return nil
    }
    let unit = try includedUnit(site, template, site.state)
    let used = tables.used
    let table = try derivedTable(site)
    try enter(
      unit, arguments: 0, dropping: 0, returnTo: returnTo, result: .written, outerBase: 0,
      roots: table, tables: used)
    if site.unit == nil, program.units[unit].end != site.state {
      throw RenderFault(.unprovableContext, name)
    }
    return program.heads[unit].entry
  }

  private mutating func includedUnit(
    _ site: IncludeSite, _ template: Int, _ state: EscapeState
  ) throws(RenderFault) -> Int {
    if let unit = site.unit { return unit }
    let unit = try unit(of: [template], state)
    noteTemplates(of: unit)
    return unit
  }

  private mutating func importModule(
    _ instruction: Instruction, returnTo: Int
  ) throws(RenderFault) -> Int? {
    let site = program.includes[Int(instruction.c)]
    let name = stack.pop()
    guard let template = try template(named: name, ignoresMissing: false) else { return nil }
    if !site.withContext, let table = modules[template] {
      stack.push(
        Value(kind: .module, count: UInt32(template), payload: UInt64(table.address)))
      return nil
    }
    let unit = try includedUnit(site, template, library.templates[template].start)
    let table = try context.arena.rootTable(size: program.rootNames.count)
    try fill(table, site)
    if !site.withContext { modules[template] = table }
    try enter(
      unit, arguments: 0, dropping: 0, returnTo: returnTo, result: .module, outerBase: 0,
      roots: table)
    return program.heads[unit].entry
  }

  /// The number of the template of this name, or of the first of a list of names that exists.
  private mutating func template(
    named value: Value, ignoresMissing: Bool
  ) throws(RenderFault) -> Int? {
    switch value.kind {
    case .string:
      if let found = look(for: value.rawText.string) { return found }
    case .list, .tuple:
      for item in value.rawItems {
        guard let text = item.text else {
          throw RenderFault(.wrongKind, item, "the name of a template")
        }
        if let found = look(for: text.string) { return found }
      }
    case .missing, .unresolved: throw RenderFault(.undefinedValue, value)
    default: throw RenderFault(.wrongKind, value, "the name of a template")
    }
    if ignoresMissing { return nil }
    throw RenderFault(.unknownTemplate, value)
  }

  private func look(for name: String) -> Int? {
    let number = library.numbers[name]
    if number == nil { context.host.noteTemplate(name, found: false) }
    return number
  }

  /// Notes a template that was found by a computed name, and all that it extends for certain.
  func noteTemplates(of unit: Int) {
    for template in program.families[program.units[unit].family].chain {
      context.host.noteTemplate(library.templates[template].tree.source.name, found: true)
    }
  }

  // MARK: Parents

  mutating func extend(_ instruction: Instruction) throws(RenderFault) {
    let name = stack.pop()
    let slot = base + Int(instruction.b)
    guard stack[slot].kind == .none else { throw RenderFault(.secondParent, name) }
    guard let template = try template(named: name, ignoresMissing: false) else { return }
    stack[slot] = Value(template)
  }

  private mutating func enterParent(
    _ instruction: Instruction, returnTo: Int
  ) throws(RenderFault) -> Int? {
    guard let parent = stack[base + Int(instruction.b)].int, let frame = frames.last else {
      return nil
    }
    let unit = program.units[frame.unit]
    let chain = program.families[unit.family].chain
    guard !chain.contains(parent), chain.count < Compiler.chainLimit else {
      throw RenderFault(.circularParent, Value(parent))
    }
    let place = chain.firstIndex(of: unit.template) ?? 0
    let state = program.includes[Int(instruction.c)].state
    let next = try parentUnit(Array(chain[...place]) + [parent], state)
    noteTemplates(of: next)
    try enter(
      next, arguments: 0, dropping: 0, returnTo: returnTo, result: .written, outerBase: 0,
      roots: roots)
    return program.heads[next].entry
  }

  // MARK: Linking while rendering

  /// The unit of the first template of `chain` in a state, linked when it is new.
  mutating func unit(of chain: [Int], _ state: EscapeState) throws(RenderFault) -> Int {
    let key = DynamicKey(chain: chain, state: state)
    if let unit = dynamicUnits[key] { return unit }
    var compiler = Compiler(
      templates: library.templates, registry: library.registry, names: library.names,
      program: program)
    let family = compiler.family(chain, state)
    let unit = try finish(&compiler, compiler.program.families[family].main, chain)
    dynamicUnits[key] = unit
    return unit
  }

  /// The unit of the last template of `chain` as the parent of those before it.
  private mutating func parentUnit(
    _ chain: [Int], _ state: EscapeState
  ) throws(RenderFault) -> Int {
    let key = DynamicKey(chain: chain + [-1], state: state)
    if let unit = dynamicUnits[key] { return unit }
    var compiler = Compiler(
      templates: library.templates, registry: library.registry, names: library.names,
      program: program)
    let unit = try finish(&compiler, compiler.parentUnit(chain, state), chain)
    dynamicUnits[key] = unit
    return unit
  }

  private mutating func finish(
    _ compiler: inout Compiler, _ unit: Int?, _ chain: [Int]
  ) throws(RenderFault) -> Int {
    guard let unit, !compiler.program.families[compiler.program.units[unit].family].isBroken else {
      linkProblems = compiler.problems
      throw RenderFault(.brokenTemplate, Value(chain.last ?? 0))
    }
    program = compiler.program
    return unit
  }
}
