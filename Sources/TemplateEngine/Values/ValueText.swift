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
    case .string: unsafe scratch.append(start: value.rawText.start, count: value.rawText.count)
    case .entity: try append(textOf: value)
    default: try append(representationOf: value)
    }
  }

  /// Appends Python's `repr` of `value` to `scratch`.
  package mutating func append(representationOf value: Value) throws(RenderFault) {
    switch value.kind {
    case .float: scratch.append(String(value.double ?? 0))
    default: throw RenderFault(.notPrintable, value)
    }
  }

  private mutating func append(textOf value: Value) throws(RenderFault) {
    guard let entity = value.entity else { return }
    let text = try host.text(of: entity, &self)
    if text.kind == .entity || text.isMissing { throw RenderFault(.notPrintable, value) }
    try append(text)
  }
}
