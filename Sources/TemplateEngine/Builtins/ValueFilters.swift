internal import Bytes

/// Filters for values of any kind.
enum ValueFilters {
  static let all: [Builtin] = [`default`, `default`.alias("d"), pprint]

  /// `{{ article.kicker | default("News") }}` stands in for what is missing, and with `true` as
  /// the second argument for all that counts as false.
  static let `default` = Builtin(
    "default",
    Signature(
      .required("value", allowsMissing: true), .optional("default_value", ""),
      .optional("boolean", .false))
  ) { arguments, context throws(RenderFault) in
    if arguments[0].isMissing { return arguments[1] }
    guard try context.isTrue(arguments[2]) else { return arguments[0] }
    return try context.isTrue(arguments[0]) ? arguments[0] : arguments[1]
  }

  /// `{{ data | pprint }}` shows a value with its keys sorted, on several lines when it is long.
  static let pprint = Builtin("pprint", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    let start = context.beginText()
    try context.appendPretty(arguments[0], indent: 0, trailing: 0, depth: 0)
    return try context.endText(from: start)
  }
}

// MARK: - Pretty printing

extension RenderContext {
  /// Appends `value` as Python's `pprint` does: on one line of 80 characters where it fits.
  ///
  /// `indent` is the column at which it begins, `trailing` the number of brackets behind it.
  fileprivate mutating func appendPretty(
    _ value: Value, indent: Int, trailing: Int, depth: Int
  ) throws(RenderFault) {
    try check(depth: depth)
    let start = beginText()
    try append(representationOf: try sortedDeep(value, depth: depth))
    let line = try string(endText(from: start))
    if line.scalarCount <= 80 - indent - trailing || !value.hasParts {
      scratch.append(line)
    } else if let items = value.items {
      try appendPretty(items, isTuple: value.kind == .tuple, indent, trailing, depth: depth + 1)
    } else if let entries = value.entries {
      try appendPretty(entries, indent, trailing, depth: depth + 1)
    }
  }

  private mutating func appendPretty(
    _ items: Items, isTuple: Bool, _ indent: Int, _ trailing: Int, depth: Int
  ) throws(RenderFault) {
    let close: StaticString = isTuple ? (items.count == 1 ? ",)" : ")") : "]"
    scratch.append(isTuple ? "(" : "[")
    for (index, item) in items.enumerated() {
      if index > 0 { appendBreak(indent: indent + 1) }
      let isLast = index + 1 == items.count
      let behind = isLast ? trailing + (isTuple && items.count == 1 ? 2 : 1) : 1
      try appendPretty(item, indent: indent + 1, trailing: behind, depth: depth)
    }
    scratch.append(close)
  }

  private mutating func appendPretty(
    _ entries: Entries, _ indent: Int, _ trailing: Int, depth: Int
  ) throws(RenderFault) {
    scratch.append("{")
    for (index, entry) in try sorted(entries).enumerated() {
      if index > 0 { appendBreak(indent: indent + 1) }
      let start = beginText()
      try append(representationOf: entry.key)
      scratch.append(": ")
      let key = try string(endText(from: start))
      scratch.append(key)
      let behind = index + 1 == entries.count ? trailing + 1 : 1
      try appendPretty(
        entry.value, indent: indent + 1 + key.scalarCount, trailing: behind, depth: depth)
    }
    scratch.append("}")
  }

  private mutating func appendBreak(indent: Int) {
    scratch.append(",\n")
    scratch.append(spaces: indent)
  }

  /// The same value with the keys of all its maps sorted.
  private mutating func sortedDeep(
    _ value: Value, depth: Int
  ) throws(RenderFault) -> Value {
    try check(depth: depth)
    guard value.hasParts else { return value }
    if let items = value.items {
      try charge(listOf: items.count)
      var list = try ListBuilder(room: items.count, in: &arena)
      for item in items { list.append(try sortedDeep(item, depth: depth + 1)) }
      return value.kind == .tuple ? list.tuple : list.list
    }
    guard let entries = value.entries else { return value }
    var sorted: [(key: Value, value: Value)] = []
    for entry in try self.sorted(entries) {
      sorted.append((entry.key, try sortedDeep(entry.value, depth: depth + 1)))
    }
    return try arena.map(sorted)
  }
}

extension Value {
  fileprivate var hasParts: Bool { kind == .list || kind == .tuple || kind == .map }
}
