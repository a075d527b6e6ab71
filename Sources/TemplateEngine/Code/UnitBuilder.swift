/// A unit in the making: its code and what is known at the place that is being compiled.
struct UnitBuilder {
  let unit: Int
  let template: Int
  let family: Int
  /// Whether names that are not found here are looked for in the builder below.
  let isClosure: Bool
  var code: [Instruction] = []
  var places: [Range<Int32>] = []
  var scopes: [Scope] = []
  var loops: [LoopContext] = []
  var slots = 0
  var operands = 0
  var mostOperands = 0
  /// The number of captures that are open.
  var captures = 0
  /// Where the statement or expression stands that is being compiled.
  var place: Range<Int32> = 0..<0
  var state: EscapeState
  /// Where the last value is written.
  var valuePlace: Range<Int32> = 0..<0
  var escapes = true
  /// Whether `autoescape "html"` switched off escaping by context.
  var ignoresContext = false
  /// The block that the unit belongs to and which of its definitions it is.
  var block: (name: NameID, position: Int)?
  /// Whether the template extends another one for certain from here on.
  var isSilent = false
  /// The slot that holds the parent found while rendering.
  var parentSlot: Int?
  var isMain = false
  /// Whether no byte can be written from here on: behind `break` and `continue`.
  var isUnreachable = false
}

/// The names that a part of a template defines for itself.
struct Scope {
  /// The slots of its names; nothing for the top level, whose names are roots.
  var slots: [NameID: Int] = [:]
  var isTopLevel = false
}

/// A loop around the place that is being compiled.
struct LoopContext {
  let slot: Int
  /// The unit of a recursive loop's body.
  var recursiveUnit: Int?
  var breaks: [Int] = []
  let start: Int
  let captures: Int
  /// The states in which `break` and `continue` leave the body.
  var exits: [EscapeState] = []
  var turns: [EscapeState] = []
}

/// Where a variable lives.
enum Variable {
  case local(Int)
  case up(hops: Int, slot: Int)
  case root(NameID)
}
