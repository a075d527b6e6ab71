/// The syntax of one template: nodes in an array that refer to each other by number.
struct SyntaxTree: Sendable {
  let source: TemplateSource
  var nodes: [Node] = []
  /// Lists of numbers: a count, then so many numbers.
  var lists: [Int32] = []
  var literals: [Literal] = []
  var names: [String] = []
  /// The list of the template's statements.
  var body: ListID = .empty
  /// What is wrong with the text.
  var problems: [TemplateProblem] = []

  init(source: TemplateSource) {
    self.source = source
    lists = [0]
  }

  subscript(id: NodeID) -> Node { nodes[Int(id.rawValue)] }

  /// The numbers of a list.
  func list(_ id: ListID) -> ArraySlice<Int32> {
    let start = Int(id.rawValue)
    return lists[start + 1..<start + 1 + Int(lists[start])]
  }

  /// The nodes of a list of nodes.
  func nodes(in id: ListID) -> [NodeID] {
    list(id).map { NodeID(rawValue: $0) }
  }

  /// The text of an expression that is one string.
  func constantText(_ id: NodeID) -> String? {
    guard id.exists, self[id].kind == .literal,
      case .text(let bytes) = literals[Int(self[id].a)]
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a name.
  func name(_ id: NameIndex) -> String { names[Int(id.rawValue)] }
}

/// The number of a node of a tree; `.none` where there is none.
struct NodeID: RawRepresentable, Hashable, Sendable {
  let rawValue: Int32
  static let none = NodeID(rawValue: -1)
  var exists: Bool { rawValue >= 0 }
}

/// The place of a list of numbers in a tree.
struct ListID: RawRepresentable, Hashable, Sendable {
  let rawValue: Int32
  static let empty = ListID(rawValue: 0)
}

/// The number of a name within a tree.
struct NameIndex: RawRepresentable, Hashable, Sendable {
  let rawValue: Int32
  static let none = NameIndex(rawValue: -1)
}

/// A constant as it is written in a template.
enum Literal: Hashable, Sendable {
  case text([UInt8])
  case int(Int)
  case float(Double)
}

/// One statement or expression.
///
/// What `a` to `d`, `name` and `flag` hold depends on the kind; the cases of `Kind` say so.
struct Node: Sendable {
  var kind: Kind
  var flag = false
  var name: NameIndex = .none
  var a: Int32 = -1
  var b: Int32 = -1
  var c: Int32 = -1
  var d: Int32 = -1
  /// UTF-8 offsets into the source.
  var range: Range<Int32>

  enum Kind: Hashable, Sendable {
    // Statements
    /// Literal text: `a` a literal.
    case text
    /// `{{ a }}`.
    case output
    /// `a` a list of condition, body list, condition, body list …; `b` the list of `else` or -1.
    case ifElse
    /// `for a in b if c`: `d` a list of body list and `else` list or -1; `flag` recursive.
    case forLoop
    /// `set a = b`: `a` a target.
    case set
    /// `set a | filters`: `b` an expression over `.captured`, `c` the body list.
    case setBlock
    /// `with`: `a` a list of target, value, target, value …; `b` the body list.
    case with
    /// `block name`: `a` the body list; `flag` scoped; `b` 1 when required.
    case block
    /// `extends a`.
    case extends
    /// `include a`: `flag` with context; `b` 1 when missing ones are ignored.
    case include
    /// `import a as name`: `flag` with context.
    case importModule
    /// `from a import …`: `b` a list of name, alias, start, end; `flag` with context.
    case importNames
    /// `macro name(…)`: `a` a list of name, default or -1; `b` the body list.
    case macro
    /// `call(…) c`: `a` a list of parameters as in a macro, `b` the body list, `c` a call.
    case callBlock
    /// `filter …`: `a` an expression over `.captured`, `b` the body list.
    case filterBlock
    /// `autoescape a`: `b` the body list.
    case autoescape
    case breakLoop
    case continueLoop

    // Expressions
    /// `a` a literal.
    case literal
    case none
    /// `flag` says which.
    case bool
    case name
    /// `a.name`.
    case member
    /// `a[b]`.
    case index
    /// `a[b:c:d]`; -1 where left out.
    case slice
    /// `a(…)`: `b` a list of arguments: `ArgumentKind`, name or -1, expression.
    case call
    /// `a | name(…)`: `b` as in a call.
    case filter
    /// `a is name(…)`: `b` as in a call; `flag` not.
    case test
    /// `not a`.
    case not
    /// `-a` or `+a`: `flag` minus.
    case sign
    case and
    case or
    /// Arithmetic on `a` and `b`.
    case binary(Operator)
    /// `a op b op c …`: `b` a list of comparison, expression.
    case compare
    /// `a ~ b ~ c`: `a` a list.
    case concat
    /// `a if b else c`: `c` -1 when left out.
    case ternary
    /// `a` a list.
    case list
    /// `a` a list; also the target `a, b` of an assignment.
    case tuple
    /// `a` a list of key, value.
    case map
    /// The target `a.name` of an assignment to a namespace: `a` a name.
    case namespaceTarget
    /// The text that a block statement captured.
    case captured
    /// An expression that could not be read; a problem has been noted.
    case broken
  }

  enum Operator: UInt8, Sendable {
    case add, subtract, multiply, divide, floorDivide, modulo, power
  }

  enum Comparison: Int32, Sendable {
    case equal, notEqual, less, lessEqual, greater, greaterEqual, isIn, isNotIn
  }

  enum ArgumentKind: Int32, Sendable {
    case positional, keyword, spreadList, spreadMap
  }
}
