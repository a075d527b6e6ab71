internal import Bytes

/// The text form of values, as `{{ }}`, `~` and `|string` write them.
extension RenderContext {
  /// Appends the text form of `value` to `scratch`: Python's `str`, but `none` is empty.
  package mutating func append(_ value: Value) throws(RenderFault) {
    switch value.kind {
    case .missing where value.flags.contains(.silent), .none: break
    case .missing: throw RenderFault(.undefinedValue, value)
    case .bool: scratch.append(value.payload != 0 ? "True" : "False")
    case .int: scratch.append(decimal: Int(Int64(bitPattern: value.payload)))
    case .string: scratch.append(value.rawText)
    case .entity: try append(textOf: value)
    default: try append(representationOf: value)
    }
  }

  /// Appends Python's `repr` of `value` to `scratch`: texts in quotes, `None`, `[1, 2]`.
  package mutating func append(representationOf value: Value) throws(RenderFault) {
    try append(representationOf: value, depth: 0, start: scratch.count)
  }

  /// `start` is where the text begins, which must not grow too long.
  private mutating func append(
    representationOf value: Value, depth: Int, start: Int
  ) throws(RenderFault) {
    try charge(elements: 1)
    switch value.kind {
    case .none: scratch.append("None")
    case .float: scratch.append(float: Double(bitPattern: value.payload))
    case .string:
      try charge(bytes: value.rawText.count)
      scratch.append(representationOf: value.rawText)
    case .list: try append(items: value.rawItems, "[", "]", depth: depth + 1, start: start)
    case .tuple:
      try append(
        items: value.rawItems, "(", value.rawItems.count == 1 ? ",)" : ")", depth: depth + 1,
        start: start)
    case .map: try append(entries: value.rawEntries, depth: depth + 1, start: start)
    case .range: appendRange(value)
    case .namespace:
      scratch.append("<Namespace ")
      try append(entries: value.namespaceMap.rawEntries, depth: depth + 1, start: start)
      scratch.append(">")
    case .missing, .bool, .int, .entity: try append(value)
    default: throw RenderFault(.notPrintable, value)
    }
    try check(textSince: start)
  }

  private mutating func append(
    items: Items, _ open: StaticString, _ close: StaticString, depth: Int, start: Int
  ) throws(RenderFault) {
    try check(depth: depth)
    scratch.append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { scratch.append(", ") }
      try append(representationOf: item, depth: depth, start: start)
    }
    scratch.append(close)
  }

  private mutating func append(entries: Entries, depth: Int, start: Int) throws(RenderFault) {
    try check(depth: depth)
    scratch.append("{")
    for (index, entry) in entries.enumerated() {
      if index > 0 { scratch.append(", ") }
      try append(representationOf: entry.key, depth: depth, start: start)
      scratch.append(": ")
      try append(representationOf: entry.value, depth: depth, start: start)
    }
    scratch.append("}")
  }

  private mutating func appendRange(_ value: Value) {
    guard let range = value.range else { return }
    scratch.append("range(")
    scratch.append(decimal: range.start)
    scratch.append(", ")
    scratch.append(decimal: range.start &+ range.count &* range.step)
    if range.step != 1 {
      scratch.append(", ")
      scratch.append(decimal: range.step)
    }
    scratch.append(")")
  }

  private mutating func append(textOf value: Value) throws(RenderFault) {
    guard let entity = value.entity else { return }
    let text = try host.text(of: entity, &self)
    if text.kind == .entity || text.isMissing { throw RenderFault(.notPrintable, value) }
    try append(text)
  }

  /// Refuses to go deeper into lists that hold lists that hold lists.
  func check(depth: Int) throws(RenderFault) {
    if depth > limits.depth { throw RenderFault(.depthLimit, Value(limits.depth)) }
  }
}

extension ByteBuffer {
  /// Appends `text` in quotes with the escapes of Python.
  mutating func append(representationOf text: Text) {
    let single = UInt8(ascii: "'")
    let usesDouble = text.contains(single) && !text.contains(UInt8(ascii: "\""))
    let quote = usesDouble ? UInt8(ascii: "\"") : single
    append(quote)
    var offset = 0
    while offset < text.count {
      let next = text.scalar(at: offset)
      append(escaped: next.scalar, in: quote)
      offset += next.width
    }
    append(quote)
  }

  private mutating func append(escaped scalar: Unicode.Scalar, in quote: UInt8) {
    switch scalar {
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case _ where scalar.value == UInt32(quote):
      append("\\")
      append(quote)
    case _ where scalar.isPythonPrintable: append(scalar)
    case _ where scalar.value < 0x100: append("\\x", hexadecimal: scalar.value, digits: 2)
    case _ where scalar.value < 0x10000: append("\\u", hexadecimal: scalar.value, digits: 4)
    default: append("\\U", hexadecimal: scalar.value, digits: 8)
    }
  }

  private mutating func append(_ prefix: StaticString, hexadecimal value: UInt32, digits: Int) {
    append(prefix)
    for place in (0..<digits).reversed() {
      let digit = UInt8(truncatingIfNeeded: value >> UInt32(4 * place) & 15)
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
