/// The machine's stack: frames and operands, one above the other, in memory that never moves.
///
/// Contract:
/// 1. `start` points at `capacity` values, all initialised when the stack is made, freed once.
/// 2. Every access is checked against `capacity`; `reserve` keeps room for a unit's operands.
@safe
struct ValueStack: ~Copyable {
  private let start: UnsafeMutablePointer<Value>
  let capacity: Int
  /// The number of values in use.
  var top = 0

  init(capacity: Int) {
    unsafe start = .allocate(capacity: capacity)
    unsafe start.initialize(repeating: .missing, count: capacity)
    self.capacity = capacity
  }

  deinit {
    unsafe start.deallocate()
  }

  @inline(__always)
  subscript(index: Int) -> Value {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: capacity))
      // In bounds by the line above.
      return unsafe start[index]
    }
    nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: capacity))
      // In bounds by the line above.
      unsafe start[index] = newValue
    }
  }

  @inline(__always)
  mutating func push(_ value: Value) {
    self[top] = value
    top &+= 1
  }

  @inline(__always)
  mutating func pop() -> Value {
    top &-= 1
    return self[top]
  }

  /// The `count` values from `index` on, good until something is pushed over them.
  @inline(__always)
  func arguments(from index: Int, count: Int) -> Arguments {
    Arguments(items(from: index, count: count))
  }

  /// The `count` values from `index` on, good until something is pushed over them.
  @inline(__always)
  func items(from index: Int, count: Int) -> Items {
    precondition(index >= 0 && count >= 0 && index + count <= capacity)
    return unsafe Items(address: UInt(bitPattern: start + index), count: count)
  }
}

/// The root names of a template being rendered: one value for each name of the library.
///
/// Tables of renders and includes lie in a `TableStack`, those of modules in the arena; both stay
/// where they are until the render has ended.
@safe
struct RootTable {
  let address: UInt
  let count: Int

  @inline(__always)
  subscript(index: Int) -> Value {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      // In bounds by the line above; filled when the table was made.
      return unsafe UnsafePointer<Value>(bitPattern: address).unsafelyUnwrapped[index]
    }
    nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      // As above.
      unsafe UnsafeMutablePointer<Value>(bitPattern: address).unsafelyUnwrapped[index] = newValue
    }
  }

  /// Makes every name unresolved.
  ///
  /// With `globalsOnly` a host is not asked for it: the table of a template without context.
  func clear(globalsOnly: Bool) {
    let empty = Value(kind: .unresolved, payload: globalsOnly ? 1 : 0)
    // The table has `count` values.
    unsafe UnsafeMutablePointer<Value>(bitPattern: address)?.update(repeating: empty, count: count)
  }

  /// Takes over what another table of the same size holds.
  func copy(_ other: RootTable) {
    precondition(count == other.count)
    guard let source = unsafe UnsafePointer<Value>(bitPattern: other.address) else { return }
    // Both have `count` values and do not overlap.
    unsafe UnsafeMutablePointer<Value>(bitPattern: address)?.update(from: source, count: count)
  }
}

/// Memory for the root tables of nested includes.
@safe
struct TableStack: ~Copyable {
  private let start: UnsafeMutablePointer<Value>
  private let size: Int
  private let depth: Int
  private(set) var used = 0

  /// Room for `depth` tables of `size` names.
  init(size: Int, depth: Int) {
    unsafe start = .allocate(capacity: size * depth)
    self.size = size
    self.depth = depth
  }

  deinit {
    unsafe start.deallocate()
  }

  /// A further table, not yet filled, or nothing when there is no room.
  mutating func next() -> RootTable? {
    guard used < depth else { return nil }
    defer { used += 1 }
    return unsafe RootTable(address: UInt(bitPattern: start + used * size), count: size)
  }

  /// Gives tables back until `count` are left.
  mutating func shrink(to count: Int) {
    used = count
  }
}

extension Arena {
  /// A table for the root names of a module.
  mutating func rootTable(size: Int) throws(RenderFault) -> RootTable {
    RootTable(address: try cells(size).address, count: size)
  }
}
