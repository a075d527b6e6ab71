package import Bytes

/// Memory for the values that a render makes: taken piece by piece, given back all at once.
///
/// Contract:
/// 1. Every chunk is allocated with the alignment of `Value` and freed once: in `deinit`, or by
///    the `FrozenData` that took it over.
/// 2. A piece is handed out once between two resets, so pieces never overlap.
/// 3. `reset` makes every value of the render before invalid; only the machine calls it.
/// 4. `used` never passes `limit`: a piece that would is refused with a fault.
@safe
package struct Arena: ~Copyable {
  private var chunks: [Chunk] = []
  /// The chunk that pieces are taken from, and what is left of it.
  private var current = 0
  private var next: UInt = 0
  private var end: UInt = 0
  /// The bytes handed out since the last reset.
  package private(set) var used = 0
  /// The most bytes that may be handed out.
  package var limit: Int

  struct Chunk: Sendable {
    let address: UInt
    let capacity: Int

    func free() {
      // Allocated with the same alignment in `grow`; freed once (contract 1).
      unsafe UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
    }
  }

  /// Makes an arena that refuses to hand out more than `limit` bytes.
  package init(limit: Int = .max) {
    self.limit = limit
  }

  deinit {
    for chunk in chunks { chunk.free() }
  }

  /// Makes everything that was handed out invalid and keeps the memory for the next render.
  package mutating func reset() {
    used = 0
    current = 0
    next = chunks.first?.address ?? 0
    end = next + UInt(chunks.first?.capacity ?? 0)
  }

  /// Gives the memory to a value that outlives the arena.
  package consuming func frozen(root: Value) -> FrozenData {
    let taken = chunks
    chunks = []
    return FrozenData(root: root, chunks: taken)
  }
}

// MARK: - Taking memory

extension Arena {
  /// Takes `size` bytes, aligned for values.
  @inline(__always)
  mutating func allocate(bytes size: Int) throws(RenderFault) -> UnsafeMutableRawPointer {
    let rounded = (size + 15) & ~15
    if UInt(rounded) > end &- next { try grow(rounded) }
    guard used &+ rounded <= limit else { throw RenderFault(.arenaLimit, Value(limit)) }
    let piece = next
    next += UInt(rounded)
    used += rounded
    // `grow` left at least `rounded` bytes between `next` and `end`, so `piece` is not null.
    return unsafe UnsafeMutableRawPointer(bitPattern: piece).unsafelyUnwrapped
  }

  /// Takes room for `count` values, which are written before they are read.
  @inline(__always)
  mutating func cells(_ count: Int) throws(RenderFault) -> Cells<Value> {
    let memory = try unsafe allocate(bytes: count * MemoryLayout<Value>.stride)
    return Cells(address: UInt(bitPattern: memory), count: count)
  }

  /// Takes room for `count` numbers, all zero, and for `values` values behind them.
  mutating func indexedCells(
    _ count: Int, values: Int
  ) throws(RenderFault) -> (table: IndexTable, cells: Cells<Value>) {
    let size = 4 * count + values * MemoryLayout<Value>.stride
    let memory = try unsafe allocate(bytes: size)
    // The piece holds the table (a multiple of 16 bytes) and, behind it, the values.
    unsafe memory.assumingMemoryBound(to: UInt32.self).update(repeating: 0, count: count)
    let address = UInt(bitPattern: memory)
    return (
      IndexTable(address: address, count: count),
      Cells(address: address + UInt(4 * count), count: values)
    )
  }

  private mutating func grow(_ size: Int) throws(RenderFault) {
    guard used &+ size <= limit else { throw RenderFault(.arenaLimit, Value(limit)) }
    while current + 1 < chunks.count {
      current += 1
      next = chunks[current].address
      end = next + UInt(chunks[current].capacity)
      if UInt(size) <= end - next { return }
    }
    let capacity = max(size, min(1 << 20, 1 << (14 + min(chunks.count, 6))))
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: capacity, alignment: MemoryLayout<Value>.alignment)
    let chunk = Chunk(address: UInt(bitPattern: memory), capacity: capacity)
    chunks.append(chunk)
    current = chunks.count - 1
    next = chunk.address
    end = next + UInt(capacity)
  }
}

// MARK: - Making values

extension Arena {
  /// A string with a copy of `bytes`.
  package mutating func string(
    _ bytes: Span<UInt8>, flags: Value.Flags = []
  ) throws(RenderFault) -> Value {
    guard bytes.count > 0 else { return Value.emptyString.with(flags) }
    let copy = try unsafe allocate(bytes: bytes.count).assumingMemoryBound(to: UInt8.self)
    // `copy` has room for `bytes.count` bytes and is new, so it does not overlap.
    unsafe bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress {
        unsafe copy.update(from: start, count: source.count)
      }
    }
    return unsafe Value(
      borrowing: UnsafeBufferPointer(start: copy, count: bytes.count), flags: flags)
  }

  /// A string with a copy of `text`.
  package mutating func string(
    _ text: String, flags: Value.Flags = []
  ) throws(RenderFault) -> Value {
    try string(text.utf8.span, flags: flags)
  }

  /// A string with what `buffer` holds from `start` on.
  package mutating func string(
    _ buffer: borrowing ByteBuffer, from start: Int = 0, flags: Value.Flags = []
  ) throws(RenderFault) -> Value {
    let length = buffer.count - start
    guard length > 0 else { return Value.emptyString.with(flags) }
    let copy = try unsafe allocate(bytes: length).assumingMemoryBound(to: UInt8.self)
    // `copy` has room for `length` bytes, and the buffer holds that many from `start` on.
    unsafe buffer.withUnsafeBytes { source in
      if let first = source.baseAddress {
        unsafe copy.update(from: first + start, count: length)
      }
    }
    return unsafe Value(borrowing: UnsafeBufferPointer(start: copy, count: length), flags: flags)
  }

  /// A list (or tuple) with a copy of `values`.
  package mutating func list(
    _ values: some Collection<Value>, as kind: Value.Kind = .list
  ) throws(RenderFault) -> Value {
    let count = values.count
    guard count > 0 else { return Value(kind: kind) }
    let copy = try cells(count)
    var index = 0
    for value in values {
      guard index < count else { break }
      copy[index] = value
      index += 1
    }
    return Value(kind: kind, cells: copy, count: index)
  }

  /// A map with `entries` in this order; of equal keys the first keeps its place and the last its
  /// value, as in Python.
  package mutating func map(
    _ entries: some Collection<(key: Value, value: Value)>
  ) throws(RenderFault) -> Value {
    let count = entries.count
    guard count > 0 else { return Value(kind: .map) }
    var builder = try MapBuilder(room: count, in: &self)
    for entry in entries { builder.insert(entry.key, entry.value) }
    return builder.map
  }
}
