/// A value of the template language: 16 trivial bytes, copied without reference counting.
///
/// Contract:
/// 1. Text, lists and maps are not owned: `payload` points at memory that an `Arena`, a
///    `FrozenData`, a host or the program itself keeps alive for at least the rest of the render.
/// 2. What a value points at is never written again, with three exceptions that a template can
///    see change: a `namespace`, a `cycler` and a `joiner`.
/// 3. Only code in this folder and the machine's memory turn `payload` into a pointer.
package struct Value: BitwiseCopyable, Sendable {
  /// What the value is.
  package let kind: Kind
  /// What is known about its text.
  package internal(set) var flags: Flags
  /// A few bits that depend on the kind: a map's key hash or index size, an entity's extra number.
  package let aux: UInt16
  /// The number of bytes, elements or entries; an entity's number.
  package let count32: UInt32
  /// A number, or the address of what the value holds.
  let payload: UInt64

  @inline(__always)
  init(kind: Kind, flags: Flags = [], aux: UInt16 = 0, count: UInt32 = 0, payload: UInt64 = 0) {
    self.kind = kind
    self.flags = flags
    self.aux = aux
    self.count32 = count
    self.payload = payload
  }
}

extension Value {
  /// The kinds of value.
  package enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// Nothing was found; every use but the soft ones is an error.
    case missing
    case none
    case bool
    case int
    case float
    case string
    case list
    case tuple
    case map
    /// The integers of a `range()`, never stored one by one.
    case range
    /// Something of the host: a kind in `aux`'s place, see `Entity`.
    case entity
    case namespace
    case cycler
    case joiner
    /// The `loop` of a `for` statement.
    case loop
    case macro
    /// An imported template.
    case module
    /// A function of the host or of the language, as a value.
    case function
    /// Not asked for yet: a slot of the machine, never seen by filters.
    case unresolved
  }

  /// What is known about a string, so that it need not be found out again.
  package struct Flags: OptionSet, BitwiseCopyable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// HTML that is written as it is.
    package static let safe = Flags(rawValue: 1)
    /// Holds none of `& < > " '`, so escaping it for HTML changes nothing.
    package static let clean = Flags(rawValue: 2)
    /// Holds ASCII only, so bytes, scalars and characters are the same thing (but for CR LF).
    package static let ascii = Flags(rawValue: 4)
    /// JSON whose `< > & '` are escaped, as `tojson` makes it; always `safe` too.
    package static let json = Flags(rawValue: 8)
    /// A percent-encoded part of a URL, as `urlencode` makes it; not `safe` in itself.
    package static let urlPart = Flags(rawValue: 16)
    /// Whole attributes with names and quotes, as `xmlattr` makes them; always `safe` too.
    package static let attributes = Flags(rawValue: 32)
    /// A missing value that prints as nothing: `a if b` without `else`.
    package static let silent = Flags(rawValue: 64)
    /// ASCII that no escaping for HTML changes: numbers, dates.
    package static let plainASCII = Flags(rawValue: 2 | 4)
  }
}

// MARK: - Making

extension Value {
  /// Nothing was found.
  package static let missing = Value(kind: .missing)
  /// The value of `none`.
  package static let none = Value(kind: .none)
  /// The value of `true`.
  package static let `true` = Value(kind: .bool, payload: 1)
  /// The value of `false`.
  package static let `false` = Value(kind: .bool, payload: 0)
  /// What `a if b` without `else` gives when `b` is false: undefined, but prints as nothing.
  package static let silent = Value(kind: .missing, flags: .silent)
  /// The empty string.
  package static let emptyString = Value(static: "")

  /// A truth value.
  @inline(__always)
  package init(_ bool: Bool) {
    self.init(kind: .bool, payload: bool ? 1 : 0)
  }

  /// An integer.
  @inline(__always)
  package init(_ int: Int) {
    self.init(kind: .int, payload: UInt64(bitPattern: Int64(int)))
  }

  /// A floating-point number.
  @inline(__always)
  package init(_ float: Double) {
    self.init(kind: .float, payload: float.bitPattern)
  }

  /// Something of the host, asked for its members when a template asks.
  @inline(__always)
  package init(_ entity: Entity) {
    self.init(
      kind: .entity, aux: entity.kind, count: entity.number, payload: entity.extra)
  }

  /// The same value with further flags; meant for strings.
  @inline(__always)
  package func with(_ more: Flags) -> Value {
    Value(kind: kind, flags: flags.union(more), aux: aux, count: count32, payload: payload)
  }

  /// The same value with exactly these flags; meant for strings.
  @inline(__always)
  package func replacing(flags: Flags) -> Value {
    Value(kind: kind, flags: flags, aux: aux, count: count32, payload: payload)
  }
}

// MARK: - Reading

extension Value {
  /// Whether nothing was found.
  @inline(__always)
  package var isMissing: Bool { kind == .missing }

  /// Whether it is `none`.
  @inline(__always)
  package var isNone: Bool { kind == .none }

  /// Whether it is a string.
  @inline(__always)
  package var isString: Bool { kind == .string }

  /// Whether it is an integer, a float or (as in Python) a truth value.
  package var isNumber: Bool { kind == .int || kind == .float || kind == .bool }

  /// Whether it is HTML that is written as it is.
  @inline(__always)
  package var isSafe: Bool { flags.contains(.safe) }

  /// The truth value, when it is one.
  package var bool: Bool? { kind == .bool ? payload != 0 : nil }

  /// The integer, when it is one; truth values count as 0 and 1.
  package var int: Int? {
    kind == .int || kind == .bool ? Int(Int64(bitPattern: payload)) : nil
  }

  /// The number as a float, when it is a number; truth values count as 0 and 1.
  package var double: Double? {
    switch kind {
    case .float: Double(bitPattern: payload)
    case .int, .bool: Double(Int64(bitPattern: payload))
    default: nil
    }
  }

  /// The bytes of a string, when it is one.
  @inline(__always)
  package var text: Text? { kind == .string ? rawText : nil }

  /// The elements of a stored list or tuple, when it is one.
  @inline(__always)
  package var items: Items? { kind == .list || kind == .tuple ? rawItems : nil }

  /// The entries of a map in order of insertion, when it is one.
  package var entries: Entries? { kind == .map ? rawEntries : nil }

  /// The host's thing, when it is one.
  @inline(__always)
  package var entity: Entity? {
    kind == .entity ? Entity(kind: aux, number: count32, extra: payload) : nil
  }

  /// Whether two values are the same 16 bytes.
  @inline(__always)
  func isIdentical(to other: Value) -> Bool {
    kind == other.kind && flags == other.flags && aux == other.aux
      && count32 == other.count32 && payload == other.payload
  }
}

/// A thing of the host: a kind that the host numbers, a number within the kind, and a further word.
package struct Entity: BitwiseCopyable, Sendable, Hashable {
  package let kind: UInt16
  package let number: UInt32
  /// Whatever else the host needs to find the thing again: an edition, an offset, a window.
  package let extra: UInt64

  @inline(__always)
  package init(kind: UInt16, number: UInt32, extra: UInt64 = 0) {
    self.kind = kind
    self.number = number
    self.extra = extra
  }
}

extension Value: ExpressibleByStringLiteral {
  /// Text of the program itself.
  package init(stringLiteral text: StaticString) {
    self.init(static: text)
  }
}
