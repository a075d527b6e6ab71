internal import Bytes

/// Values as JSON that can stand in HTML and in scripts.
enum JSONFilters {
  static let all: [Builtin] = [tojson, tojson.alias("json")]

  /// `{{ data | tojson }}`, `{{ data | tojson(2) }}` with indentation.
  ///
  /// Keys are sorted; `< > & '` and U+2028/9 are escaped, so that the result can stand in a script
  /// and in an attribute with single quotes; all other text is UTF-8.
  static let tojson = Builtin(
    "tojson", Signature(.required("value"), .optional("indent")), result: .json
  ) { arguments, context throws(RenderFault) in
    let indent = try context.jsonIndent(arguments[1])
    let start = context.beginText()
    let writer = JSONWriter(indent: indent, start: start)
    try writer.append(arguments[0], depth: 0, to: &context)
    return try context.endText(from: start, flags: [.safe, .json])
  }
}

/// Writes one value; lines are broken when there is an indentation.
struct JSONWriter {
  let indent: Text?
  /// Where the text begins, which must not grow too long.
  let start: Int

  func append(
    _ value: Value, depth: Int, to context: inout RenderContext
  ) throws(RenderFault) {
    try context.charge(elements: 1)
    switch value.kind {
    case .none: context.scratch.append("null")
    case .bool: context.scratch.append(value.bool == true ? "true" : "false")
    case .int: context.scratch.append(decimal: value.int ?? 0)
    case .float: context.scratch.append(jsonNumber: value.double ?? 0)
    case .string: try context.append(jsonString: value.rawText)
    case .list, .tuple: try append(value.rawItems, depth: depth + 1, to: &context)
    case .range: try append(try context.elements(value), depth: depth + 1, to: &context)
    case .map: try append(value.rawEntries, depth: depth + 1, to: &context)
    case .entity: try append(entity: value, depth: depth, to: &context)
    case .missing: throw RenderFault(.undefinedValue, value)
    default:
      throw RenderFault(.wrongKind, value, "text, a number, true, false, none, a list or a map")
    }
    try context.check(textSince: start)
  }

  /// A list of the host is a list; another thing is its text.
  private func append(
    entity value: Value, depth: Int, to context: inout RenderContext
  ) throws(RenderFault) {
    if try context.count(of: value) != nil {
      try append(try context.elements(value), depth: depth + 1, to: &context)
    } else {
      try context.append(jsonString: try context.string(value))
    }
  }

  private func append(
    _ items: Items, depth: Int, to context: inout RenderContext
  ) throws(RenderFault) {
    try context.check(depth: depth)
    context.scratch.append("[")
    for (index, item) in items.enumerated() {
      appendBreak(isFirst: index == 0, depth: depth, to: &context.scratch)
      try append(item, depth: depth, to: &context)
    }
    appendEnd("]", isEmpty: items.isEmpty, depth: depth, to: &context.scratch)
  }

  private func append(
    _ entries: Entries, depth: Int, to context: inout RenderContext
  ) throws(RenderFault) {
    try context.check(depth: depth)
    context.scratch.append("{")
    for (index, entry) in try context.sorted(entries).enumerated() {
      appendBreak(isFirst: index == 0, depth: depth, to: &context.scratch)
      try context.append(jsonKey: entry.key)
      context.scratch.append(": ")
      try append(entry.value, depth: depth, to: &context)
    }
    appendEnd("}", isEmpty: entries.isEmpty, depth: depth, to: &context.scratch)
  }

  private func appendBreak(isFirst: Bool, depth: Int, to buffer: inout ByteBuffer) {
    guard let indent else {
      if !isFirst { buffer.append(", ") }
      return
    }
    buffer.append(isFirst ? "\n" : ",\n")
    for _ in 0..<depth { buffer.append(indent) }
  }

  private func appendEnd(
    _ bracket: StaticString, isEmpty: Bool, depth: Int, to buffer: inout ByteBuffer
  ) {
    if let indent, !isEmpty {
      buffer.append("\n")
      for _ in 0..<depth - 1 { buffer.append(indent) }
    }
    buffer.append(bracket)
  }
}

extension RenderContext {
  /// The entries of a map in the order of their keys.
  mutating func sorted(_ entries: Entries) throws(RenderFault) -> [(key: Value, value: Value)] {
    try charge(listOf: entries.count)
    var keyed = try KeyedItems(room: entries.count, in: &arena)
    for (key, value) in entries { keyed.append(key, value) }
    try keyed.sort(isReverse: false, &self) { a, b, context throws(RenderFault) in
      try context.order(a, b)
    }
    let values = try keyed.values(in: &arena).rawItems
    return values.indices.map { (keyed.key($0), values[$0]) }
  }

  fileprivate mutating func jsonIndent(_ value: Value) throws(RenderFault) -> Text? {
    if value.isMissing || value.isNone { return nil }
    if let text = value.text { return text }
    guard let width = value.int.map(Value.size) else {
      throw RenderFault(.wrongKind, value, "a number or a text")
    }
    try charge(bytes: max(width, 0))
    return try string(makeText { $0.append(spaces: width) })
  }

  /// Keys that are numbers, truth values or none are written as texts.
  fileprivate mutating func append(jsonKey key: Value) throws(RenderFault) {
    switch key.kind {
    case .string: return try append(jsonString: key.rawText)
    case .bool: scratch.append(key.bool == true ? "\"true\"" : "\"false\"")
    case .none: scratch.append("\"null\"")
    case .int, .float:
      scratch.append("\"")
      try append(key)
      scratch.append("\"")
    default: throw RenderFault(.wrongKind, key, "a text or a number as a key")
    }
  }

  fileprivate mutating func append(jsonString text: Text) throws(RenderFault) {
    try charge(bytes: text.count)
    scratch.append(scriptString: text)
  }
}

extension ByteBuffer {
  /// Appends `number` as `json.dumps` does; JSON proper has no infinite numbers.
  fileprivate mutating func append(jsonNumber number: Double) {
    if number.isFinite {
      append(float: number)
    } else {
      append(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
    }
  }

  /// Appends `text` as a JSON string that holds nothing that ends a script or an attribute.
  fileprivate mutating func append(scriptString text: Text) {
    append(UInt8(ascii: "\""))
    var copied = 0
    for index in text.indices {
      let byte = text[index]
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9: lines end there in old JavaScript.
      let isSeparator =
        byte == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80
        && text[index + 2] & 0xFE == 0xA8
      guard isSeparator || byte.needsJSONEscape else { continue }
      append(text.slice(copied..<index))
      append(
        jsonEscapeOf: isSeparator ? UInt16(0x2000 + Int(text[index + 2]) - 0x80) : UInt16(byte))
      copied = index + (isSeparator ? 3 : 1)
    }
    append(text.slice(copied..<text.count))
    append(UInt8(ascii: "\""))
  }

  private mutating func append(jsonEscapeOf unit: UInt16) {
    switch unit {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    default:
      append("\\u")
      for shift: UInt16 in [12, 8, 4, 0] {
        let digit = UInt8(truncatingIfNeeded: unit >> shift & 15)
        append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

extension UInt8 {
  fileprivate var needsJSONEscape: Bool {
    switch self {
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x5C, 0x7F: true
    default: false
    }
  }
}
