package import Bytes

/// What filters, functions and hosts work with during a render.
package struct RenderContext: ~Copyable {
  /// Memory for the values that the render makes.
  package var arena: Arena
  /// A buffer for text in the making; used as a stack, see `beginText`.
  package var scratch = ByteBuffer()
  package let registry: Registry
  package internal(set) var limits: RenderLimits
  /// The numbers of the vocabulary's names.
  let names: [String: NameID]
  /// The program that is asked for site data.
  package internal(set) var host: any TemplateHost
  /// The steps that are left.
  var stepsLeft: Int
  /// Whether the place that calls escapes what it prints, as `autoescape` says.
  package internal(set) var isEscaping = true

  init(registry: Registry, limits: RenderLimits, host: any TemplateHost) {
    arena = Arena(limit: limits.arena)
    self.registry = registry
    self.limits = limits
    names = registry.names
    self.host = host
    stepsLeft = limits.steps
  }
}

// MARK: - Charging

extension RenderContext {
  /// Charges the work on `count` bytes; call it before doing the work.
  @inline(__always)
  package mutating func charge(bytes count: Int) throws(RenderFault) {
    if count > limits.string { throw RenderFault(.stringLimit, Value(limits.string)) }
    try charge(elements: count >> 6 + 1)
  }

  /// Charges the work on `count` elements; call it before doing the work.
  @inline(__always)
  package mutating func charge(elements count: Int) throws(RenderFault) {
    stepsLeft &-= count
    if stepsLeft < 0 { throw RenderFault(.stepLimit, Value(limits.steps)) }
  }

  /// Refuses to make a list of `count` elements when that is too many, and charges the work.
  package mutating func charge(listOf count: Int) throws(RenderFault) {
    if count > limits.list { throw RenderFault(.listLimit, Value(limits.list)) }
    try charge(elements: count)
  }
}

// MARK: - Making text

extension RenderContext {
  /// Starts a text: append to `scratch`, then call `endText` with the answer.
  ///
  /// Texts nest: one that is begun and ended in between leaves the outer one alone.
  package func beginText() -> Int { scratch.count }

  /// Makes what was appended to `scratch` since `beginText` a value.
  package mutating func endText(
    from start: Int, flags: Value.Flags = []
  ) throws(RenderFault) -> Value {
    let length = scratch.count - start
    if length > limits.string { throw RenderFault(.stringLimit, Value(limits.string)) }
    let text = try arena.string(scratch, from: start, flags: flags)
    scratch.truncate(to: start)
    return text
  }
}

// MARK: - Reading values

extension RenderContext {
  /// The text form of `value` (Python's `str`, but `none` is empty).
  package mutating func string(_ value: Value) throws(RenderFault) -> Text {
    if let text = value.text { return text }
    let start = beginText()
    try append(value)
    guard let text = try endText(from: start).text else { return Text(address: 0, count: 0) }
    return text
  }

  /// The elements of anything that can be iterated: lists, tuples, the keys of a map, the
  /// characters of a string, a range, a list of the host.
  package mutating func elements(_ value: Value) throws(RenderFault) -> Items {
    if let items = value.items { return items }
    let count = try self.count(of: value)
    guard let count else { throw RenderFault(.wrongKind, value, "something to iterate over") }
    try charge(listOf: count)
    return value.isString
      ? try characters(of: value, count: count) : try collected(value, count: count)
  }

  private mutating func collected(
    _ value: Value, count: Int
  ) throws(RenderFault) -> Items {
    let memory = try arena.cells(count)
    for index in 0..<count { memory[index] = try self.element(index, of: value) }
    return memory.items(count)
  }

  /// The characters of a string in one pass: reaching each by its number takes quadratic time.
  private mutating func characters(
    of value: Value, count: Int
  ) throws(RenderFault) -> Items {
    let text = value.rawText
    var list = try ListBuilder(room: count, in: &arena)
    var offset = 0
    while offset < text.count, list.count < count {
      let end = offset + text.scalarLength(at: offset)
      list.append(Value(sharing: text.slice(offset..<end)))
      offset = end
    }
    return list.items
  }

  /// The number of elements, bytes' scalars or entries; nothing when it has no length.
  package mutating func count(of value: Value) throws(RenderFault) -> Int? {
    switch value.kind {
    case .list, .tuple, .map, .range: Int(value.count32)
    case .string: value.rawText.scalarCount
    case .entity:
      if let entity = value.entity { try host.count(of: entity, &self) } else { nil }
    default: nil
    }
  }
}
