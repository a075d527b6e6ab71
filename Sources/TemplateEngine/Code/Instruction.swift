/// One step of the machine: eight bytes.
///
/// Operands live on a stack; `a`, `b` and `c` mean what the operation says.
struct Instruction: BitwiseCopyable, Sendable {
  var op: Operation
  var a: UInt8 = 0
  var b: UInt16 = 0
  var c: Int32 = 0
}

/// What the machine can do, where `top` is the value on top of the stack.
enum Operation: UInt8, BitwiseCopyable, Sendable {
  // Values
  /// Push constant `c`.
  case constant
  /// Push slot `b` of this frame; `a` a `MissingMode`, `c` the name.
  case local
  /// Push slot `b` of the frame `c` static links out; `a` a `MissingMode`.
  case up
  /// Push root `b`; `a` a `MissingMode`, `c` the name.
  case root
  case pop
  case duplicate
  case storeLocal
  case storeRoot
  /// Fill slot `b` with "missing", or with what the outer variable holds, see `local`.
  case clearLocal
  /// `top.c`; `a` a `MissingMode`.
  case member
  /// Push `slot b . c`.
  case localMember
  /// Push `root b . c`.
  case rootMember
  /// `next[top]`; `a` a `MissingMode`.
  case index
  /// `value[low:high:step]` of the four values on top.
  case slice
  /// Arithmetic; `a` a `Node.Operator`.
  case binary
  case negate
  case plus
  case not
  /// `a` a `Node.Comparison`.
  case compare
  /// As `compare`; when it holds the right operand stays, else push false and go to `c`.
  case compareChain
  /// Join `b` values as text.
  case concat
  case makeList
  case makeTuple
  /// Make a map of `b` keys and values.
  case makeMap

  // Control
  case jump
  case jumpIfFalse
  case jumpIfTrue
  /// Go to `c` and keep the value when it is false, else drop it.
  case andJump
  /// Go to `c` and keep the value when it is true, else drop it.
  case orJump
  /// Go to `c` unless slot `b` is unset: a default value is not needed.
  case jumpIfSet
  case `return`
  /// Throw the fault `a`; the value on top goes with it.
  case fault

  // Output
  /// Write constant `c`.
  case text
  /// Write top through escaper `a`.
  case emit
  /// Write slot `b` through escaper `a`; `c` the name.
  case emitLocal
  /// Write `slot b . c` through escaper `a`.
  case emitLocalMember
  /// Write `root b . c` through escaper `a`.
  case emitRootMember
  /// Remember the length of the output.
  case captureStart
  /// Cut off what was written since, and push it; `a` 1 when it is HTML.
  case captureEnd
  /// Set whether the place escapes: `a`.
  case setEscaping

  // Calls
  /// Apply filter `b` to `a` arguments.
  case filter
  /// Apply test `b` to `a` arguments.
  case test
  /// Call the value below the arguments of site `c` and push the answer.
  case call
  /// The same, and write the answer.
  case emitCall
  /// Call the method of site `c`.
  case method
  /// Run unit `c` in this context; `a` 1 pushes what it wrote.
  case callUnit
  /// Run block site `c`: unit, names to pass on.
  case callScoped
  /// Run unit `c`, a loop's body, over top; `a` 1 pushes what it wrote.
  case callLoop
  /// Push macro `c` with this frame as its outer frame.
  case makeMacro
  case include
  case importModule
  /// Push the name `c` of the module on top.
  case importName
  /// Find the template that this one extends by the name on top; slot `b` keeps it.
  case extend
  /// Go to `c` when slot `b` says that a parent was found.
  case jumpIfExtended
  /// Run the parent that slot `b` keeps.
  case callParent

  // Loops; `b` is the first of a loop's slots
  /// Begin to iterate over top; go to `c` when it is empty.
  case loopStart
  /// Push the next element or go to `c`.
  case loopNext
  /// Push field `a` of the loop at slot `b`, `c` static links out.
  case loopField
  /// Push the loop itself.
  case loopValue
  /// Spread top into `b` values, the first on top.
  case unpack
  /// `next.c = top` of a namespace.
  case setMember
  /// Append top to the list in the making below it (`b` down).
  case collect
  /// Make the collected values a list.
  case endCollect
}

/// What an access does when there is nothing.
enum MissingMode: UInt8, Sendable {
  /// It is an error.
  case strict
  /// The result may be missing, a step below something missing is an error.
  case lenient
  /// A condition: only a missing root name is an error.
  case condition
  /// `is defined` and `default`: nothing is an error.
  case defined
}

/// The fields of `loop`.
enum LoopField: UInt8, CaseIterable, Sendable {
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem

  init?(_ name: String) {
    guard let field = LoopField.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = field
  }
}

/// The slots that a loop takes in its frame.
enum LoopSlot {
  /// What is iterated over.
  static let iterable = 0
  /// The index of the current element, -1 before the first.
  static let index = 1
  static let count = 2
  /// The arguments of `loop.changed()` in the turn before.
  static let changed = 3
  /// How deep a recursive loop is.
  static let depth = 4
  static let size = 5
}
