/// Compiled templates: what the machine runs. Immutable while it runs.
struct Program: Sendable {
  var code: [Instruction] = []
  /// Where each instruction comes from, for messages.
  var places: [Range<Int32>] = []
  var constants: [Value] = []
  /// The texts of all names as keys of maps.
  var keys: [Value] = []
  var units: [Unit] = []
  var filters: [Builtin] = []
  var tests: [Builtin] = []
  var callSites: [CallSite] = []
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
}

/// A block statement of a template.
struct BlockDefinition: Hashable, Sendable {
  let template: Int
  let node: NodeID
}
