/// Turns loaded templates into a program: links families, resolves names, writes instructions.
///
/// It walks a template once for each state of the output language in which it is used, so the
/// escaper of every place is part of its instruction. What is wrong is noted, and the walk goes on.
struct Compiler {
  let templates: [LoadedTemplate]
  let numbers: [String: Int]
  let registry: Registry
  /// The texts of all names by number.
  let names: NamePool
  var program: Program
  /// The units in the making; the last is the one that is being written.
  var builders: [UnitBuilder] = []
  var problems: [LocatedProblem] = []
  private var noted: Set<LocatedProblem> = []
  var units: [UnitKey: Int] = [:]
  var familyNumbers: [FamilyKey: Int] = [:]
  /// The units whose end was assumed while they were compiled.
  private var assumed: Set<Int> = []
  /// The statements compiled so far, and how deep the current one is.
  private var steps = 0
  var nesting = 0
  /// The templates whose modules are being linked, to find circles.
  var importing: [Int] = []
  /// Every name that some template assigns.
  let assignedAnywhere: Set<NameID>
  /// The number of the name `caller`.
  let callerName: NameID
  var filterNumbers: [String: Int] = [:]
  var testNumbers: [String: Int] = [:]

  /// The most templates in a chain of extends or includes.
  static let chainLimit = 50
  /// The most statements that are compiled, each counted once for each state.
  static let stepLimit = 2_000_000
  /// The most units that are begun within each other.
  static let depthLimit = 100
  /// The most statements within each other, across units.
  static let nestingLimit = 600

  init(
    templates: [LoadedTemplate], registry: Registry, names: NamePool,
    program: Program = Program()
  ) {
    self.templates = templates
    self.registry = registry
    self.names = names
    self.program = program
    callerName = names.existing("caller") ?? NameID(rawValue: 0)
    assignedAnywhere = Set(templates.flatMap(\.assigned))
    numbers = Dictionary(
      templates.enumerated().map { ($1.tree.source.name, $0) }, uniquingKeysWith: { $1 })
    for (index, family) in program.families.enumerated() {
      familyNumbers[FamilyKey(chain: family.chain, start: family.start)] = index
    }
  }

  struct UnitKey: Hashable {
    let family: Int
    let template: Int
    let node: NodeID
    let state: EscapeState
    let position: Int
  }

  struct FamilyKey: Hashable {
    let chain: [Int]
    let start: EscapeState
  }
}

/// A problem and the template it is in.
struct LocatedProblem: Hashable, Sendable {
  let template: Int
  let problem: TemplateProblem
}

// MARK: - The place being compiled

extension Compiler {
  var builder: UnitBuilder {
    get { builders[builders.count - 1] }
    _modify { yield &builders[builders.count - 1] }
  }

  var template: LoadedTemplate { templates[builder.template] }

  func node(_ id: NodeID) -> Node { template.tree[id] }

  /// The library's number of a name of the tree.
  func name(_ index: NameIndex) -> NameID { template.name(index) }

  func text(_ name: NameID) -> String { names.texts[Int(name.rawValue)] }

  /// The number of a name in a root table.
  func root(_ name: NameID) -> Int { max(0, Int(program.rootNumbers[Int(name.rawValue)])) }

  /// Notes a problem once, however often the place is compiled.
  mutating func note(_ code: TemplateProblem.Code, at range: Range<Int32>) {
    note(code, at: range, in: builder.template)
  }

  /// Notes a problem of another template.
  mutating func note(_ code: TemplateProblem.Code, at range: Range<Int32>, in template: Int) {
    let place = Int(range.lowerBound)..<Int(range.upperBound)
    note(LocatedProblem(template: template, problem: TemplateProblem(code, at: place)))
  }

  /// Notes a problem once.
  mutating func note(_ problem: LocatedProblem) {
    if !problem.problem.code.isWarning { breakFamilies() }
    if notesMore, noted.insert(problem).inserted { problems.append(problem) }
  }
}

extension Compiler {
  /// Marks the families that are being linked as broken.
  mutating func breakFamilies() {
    for builder in builders { program.families[builder.family].isBroken = true }
  }

  /// Counts one more step of compiling; answers false when the templates take too many.
  ///
  /// A template is compiled once for each state in which it is used, so a small one could make a
  /// lot of work.
  mutating func isWithinBudget(at place: Range<Int32>) -> Bool {
    steps += 1
    if builders.count >= Self.depthLimit || nesting >= Self.nestingLimit {
      note(.chainTooLong(template.tree.source.name), at: place)
      return false
    }
    if steps >= Self.stepLimit { note(.tooMuchWork, at: place) }
    return steps < Self.stepLimit
  }
}

extension Compiler {
  /// Counts work of compiling that grows with the number of names at a place.
  mutating func charge(_ count: Int) {
    steps += count
  }

  /// Whether a further problem would still be shown.
  var notesMore: Bool { problems.count < 1000 }
}

// MARK: - Writing instructions

extension Compiler {
  /// Writes an instruction that changes the number of operands by `change`.
  @discardableResult
  mutating func emit(
    _ op: Operation, a: UInt8 = 0, b: Int = 0, c: Int = 0, _ change: Int = 0
  ) -> Int {
    if b > Int(UInt16.max) || b < 0 { note(.tooManyVariables, at: builder.place) }
    builder.code.append(
      Instruction(
        op: op, a: a, b: UInt16(truncatingIfNeeded: b), c: Int32(truncatingIfNeeded: c)))
    builder.places.append(builder.place)
    builder.operands += change
    builder.mostOperands = max(builder.mostOperands, builder.operands)
    return builder.code.count - 1
  }

  /// The index of the next instruction.
  var here: Int { builder.code.count }

  /// Lets the jump at `index` go to the next instruction.
  mutating func land(_ index: Int) {
    builder.code[index].c = Int32(here)
  }

  mutating func constant(_ value: Value) -> Int {
    program.constants.append(value)
    return program.constants.count - 1
  }

  mutating func push(_ value: Value) {
    let index = constant(value)
    emit(.constant, c: index, 1)
  }

  mutating func newSlot() -> Int {
    builder.slots += 1
    return builder.slots - 1
  }
}

// MARK: - Units

extension Compiler {
  /// Starts a unit; what is written from now on belongs to it, up to `endUnit`.
  mutating func beginUnit(
    _ kind: Unit.Kind, template: Int, name: String, family: Int, state: EscapeState,
    isClosure: Bool = false, escapes: Bool = true
  ) -> Int {
    var unit = Unit(kind: kind, template: template, name: name, end: state)
    unit.family = family
    unit.escapes = escapes
    program.units.append(unit)
    program.heads.append(UnitHead(unit))
    var builder = UnitBuilder(
      unit: program.units.count - 1, template: template, family: family, isClosure: isClosure,
      state: state)
    builder.escapes = escapes
    builders.append(builder)
    return builder.unit
  }

  /// The state in which a unit ends: assumed to be that in which it begins while it is compiled.
  mutating func endState(of unit: Int) -> EscapeState {
    if builders.contains(where: { $0.unit == unit }) { assumed.insert(unit) }
    return program.units[unit].end
  }

  /// Ends the unit that was begun last and puts its code into the program.
  mutating func endUnit() {
    emit(.return)
    let done = builders.removeLast()
    if assumed.contains(done.unit), program.units[done.unit].end != done.state {
      let place = done.places.first ?? 0..<0
      note(.recursiveContext(program.units[done.unit].name), at: place, in: done.template)
    }
    let entry = program.code.count
    program.code += done.code.map { instruction in
      guard instruction.op.isJump else { return instruction }
      var moved = instruction
      moved.c += Int32(entry)
      return moved
    }
    program.places += done.places
    program.units[done.unit].entry = entry
    program.units[done.unit].slots = done.slots
    program.units[done.unit].operands = done.mostOperands + 4
    program.units[done.unit].end = done.state
    program.heads[done.unit] = UnitHead(program.units[done.unit])
  }
}

extension Operation {
  /// Whether `c` is the place of another instruction of the unit.
  var isJump: Bool {
    switch self {
    case .jump, .jumpIfFalse, .jumpIfTrue, .andJump, .orJump, .jumpIfSet, .compareChain,
      .loopStart, .loopNext, .jumpIfExtended:
      true
    default: false
    }
  }
}
