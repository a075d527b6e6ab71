/// Compiled templates: what the machine runs, immutable while it runs.
struct Program: Sendable {
  var code: [Instruction] = []
  /// Where each instruction comes from, for messages.
  var places: [Range<Int32>] = []
  var constants: [Value] = []
  /// The texts of all names as keys of maps.
  var keys: [Value] = []
  /// The names that are used as variables: the numbers of a `RootTable`.
  var rootNames: [NameID] = []
  /// The number in a root table of each name, or -1.
  var rootNumbers: [Int32] = []
  var units: [Unit] = []
  /// What the machine needs of each unit at a call.
  var heads: [UnitHead] = []
  var filters: [Builtin.Body] = []
  var tests: [Builtin.Body] = []
  var callSites: [CallSite] = []
  /// What the machine needs of each call site at a call.
  var callHeads: [CallHead] = []
  var includes: [IncludeSite] = []
  var families: [Family] = []
}

/// A piece of code with a frame of its own.
struct Unit: Sendable {
  let kind: Kind
  /// The number of the template that it stands in.
  let template: Int
  /// The name of a block or macro.
  let name: String
  /// The statement of a macro.
  var node = NodeID.none
  var entry = 0
  var slots = 0
  /// The most operands on the stack at once.
  var operands = 0
  var parameters: [NameID] = []
  var varargsSlot: Int?
  var kwargsSlot: Int?
  var callerSlot: Int?
  var family = 0
  var escapes = true
  /// The state in which it ends; while it is being compiled, that in which it begins.
  var end: EscapeState

  enum Kind: Sendable {
    case main, block, macro, caller, loop
  }
}

/// The part of a unit that every call reads, without references.
struct UnitHead: BitwiseCopyable, Sendable {
  var entry = 0
  var slots = 0
  var operands = 0
  var template: Int32 = 0
  var node: Int32 = -1
  var parameters: Int32 = 0
  /// The slot of `caller`, or -1.
  var callerSlot: Int32 = -1
  var escapes = true
  /// Whether it takes neither `varargs` nor `kwargs`.
  var isFixed = true
  var isLoop = false

  init(_ unit: Unit) {
    entry = unit.entry
    slots = unit.slots
    operands = unit.operands
    template = Int32(unit.template)
    node = unit.node.rawValue
    parameters = Int32(unit.parameters.count)
    callerSlot = Int32(unit.callerSlot ?? -1)
    escapes = unit.escapes
    isFixed = unit.varargsSlot == nil && unit.kwargsSlot == nil
    isLoop = unit.kind == .loop
  }
}

/// The part of a call site that every call reads, without references.
struct CallHead: BitwiseCopyable, Sendable {
  let count: Int
  let name: NameID
  let escaper: Escaper
  /// Whether all arguments are positional.
  let isPlain: Bool
  /// Whether no argument is spread out of a list or map.
  let isFixed: Bool
  let expectedTemplate: Int32
  let expectedNode: Int32
  let expectedUnit: Int32

  init(_ site: CallSite) {
    count = site.count
    name = site.name
    escaper = site.escaper
    isPlain = site.arguments.isEmpty
    isFixed = site.arguments.allSatisfy { $0.kind == .positional || $0.kind == .keyword }
    expectedTemplate = Int32(site.expected?.template ?? -1)
    expectedNode = site.expected?.node.rawValue ?? -1
    expectedUnit = Int32(site.expected?.unit ?? -1)
  }
}

/// How the arguments of a call stand on the stack.
struct CallSite: Sendable {
  /// The number of values above the callee.
  var count = 0
  /// For each of them what it is; nothing when all are positional.
  var arguments: [Argument] = []
  /// The name of a method or macro, for messages.
  var name = NameID(rawValue: 0)
  /// The numbers of the candidates of a method call.
  var methods: [Registry.Method] = []
  var escaper = Escaper.text
  /// A macro and its code for this place's state: used when the callee is that macro.
  var expected: ExpectedMacro?

  /// A macro statement and the unit for the state of a place where it is called.
  struct ExpectedMacro: Sendable {
    let template: Int
    let node: NodeID
    let unit: Int
  }

  struct Argument: Sendable {
    let kind: Node.ArgumentKind
    let name: NameID
  }
}

/// An include or scoped block: what is run and which local names it sees.
struct IncludeSite: Sendable {
  var unit: Int?
  var state: EscapeState
  var withContext = true
  var ignoresMissing = false
  var passed: [Passed] = []
  /// The loop around a scoped block.
  var loop: Passed?

  /// A local variable that is seen as a root name.
  struct Passed: Sendable {
    let hops: Int
    let slot: Int
    let root: Int
  }
}

/// A template with its parents, linked: which block calls what is decided.
struct Family: Sendable {
  /// The templates from the one rendered to the outermost parent.
  let chain: [Int]
  /// The state in which the first template's text begins.
  let start: EscapeState
  /// The definitions of each block, the most derived first.
  let blocks: [NameID: [BlockDefinition]]
  /// The unit of the first template; nothing while linking.
  var main: Int?
  var isLinked = false
  /// Whether it, or what it uses, has errors: then it is not run.
  var isBroken = false
}

/// A block statement of a template.
struct BlockDefinition: Hashable, Sendable {
  let template: Int
  let node: NodeID
}
