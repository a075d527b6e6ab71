internal import Bytes

/// Filters that count, cut and rearrange what has elements.
enum SequenceFilters {
  static let all: [Builtin] = [
    length, length.alias("count"), first, last, list, reverse, join, batch, slice, limit, items,
  ]

  /// `{{ tags | length }}` is the number of elements, entries or characters.
  static let length = Builtin("length", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    guard let count = try context.count(of: arguments[0]) else {
      throw RenderFault(.wrongKind, arguments[0], "something with a length")
    }
    return Value(count)
  }

  /// `{{ tags | first }}` is missing when there is none.
  static let first = Builtin("first", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    try context.window(arguments[0], from: 0, count: 1).first ?? .missing
  }

  /// `{{ tags | last }}` is missing when there is none.
  static let last = Builtin("last", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    guard let count = try context.count(of: arguments[0]) else {
      throw RenderFault(.wrongKind, arguments[0], "something to iterate over")
    }
    return count == 0 ? .missing : try context.element(count - 1, of: arguments[0])
  }

  /// `{{ "ab" | list }}` is `['a', 'b']`.
  static let list = Builtin("list", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    Value(sharing: try context.elements(arguments[0]))
  }

  /// `{{ "abc" | reverse }}` prints `cba`; of anything else it makes a list.
  static let reverse = Builtin("reverse", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    if let text = arguments[0].text {
      try context.charge(bytes: text.count)
      return try context.makeText(flags: arguments[0].flags.intersection(.ofText)) {
        $0.append(reversed: text)
      }
    }
    let items = try context.elements(arguments[0])
    try context.charge(listOf: items.count)
    var list = try ListBuilder(room: items.count, in: &context.arena)
    for item in items.reversed() { list.append(item) }
    return list.list
  }

  /// `{{ authors | join(", ", attribute="name") }}` puts texts together.
  ///
  /// When the separator or an element is safe HTML, the others are escaped and the result is safe.
  static let join = Builtin(
    "join", Signature(.required("value"), .optional("d", ""), .optional("attribute"))
  ) { arguments, context throws(RenderFault) in
    var items = try context.elements(arguments[0])
    if arguments.isGiven(2) {
      let path = try AttributePath(arguments[2], &context)
      items = try context.mapped(items) { item, context throws(RenderFault) in
        try path.value(in: item, &context)
      }
    }
    let isHTML = context.isEscaping && (arguments[1].isSafe || items.contains(where: \.isSafe))
    return try context.joined(items, separator: arguments[1], isHTML: isHTML)
  }

  /// `{{ items | batch(3, "-") }}` is lists of three, the last one filled up.
  static let batch = Builtin(
    "batch", Signature(.required("value"), .required("linecount"), .optional("fill_with"))
  ) { arguments, context throws(RenderFault) in
    let items = try context.elements(arguments[0])
    let size = try arguments.size(1)
    guard size > 0 else { throw RenderFault(.badValue, arguments[1], "a count above 0") }
    let rows = (items.count + size - 1) / size
    try context.charge(listOf: rows)
    var lists = try ListBuilder(room: rows, in: &context.arena)
    for row in 0..<rows {
      let start = row * size
      let row = items.slice(start..<start + min(size, items.count - start))
      let missing = arguments.isGiven(2) ? size - row.count : 0
      lists.append(try context.list(row, filledWith: arguments[2], count: missing))
    }
    return lists.list
  }

  /// `{{ items | slice(3, "-") }}` is three lists of nearly the same length, column by column.
  static let slice = Builtin(
    "slice", Signature(.required("value"), .required("slices"), .optional("fill_with"))
  ) { arguments, context throws(RenderFault) in
    let items = try context.elements(arguments[0])
    let slices = try arguments.size(1)
    guard slices > 0 else { throw RenderFault(.badValue, arguments[1], "a count above 0") }
    try context.charge(listOf: slices)
    let (size, longer) = items.count.quotientAndRemainder(dividingBy: slices)
    var lists = try ListBuilder(room: slices, in: &context.arena)
    var start = 0
    for slice in 0..<slices {
      let end = start + size + (slice < longer ? 1 : 0)
      let missing = arguments.isGiven(2) && slice >= longer ? 1 : 0
      lists.append(
        try context.list(items.slice(start..<end), filledWith: arguments[2], count: missing))
      start = end
    }
    return lists.list
  }

  /// `{{ items | limit(5, offset=1) }}` is at most five elements, from the second on.
  ///
  /// It asks for no element beyond them, so a page depends on no others.
  static let limit = Builtin(
    "limit", Signature(.required("value"), .required("count"), .optional("offset", Value(0)))
  ) { arguments, context throws(RenderFault) in
    let count = try arguments.size(1)
    let offset = try arguments.size(2)
    guard count >= 0 else { throw RenderFault(.badValue, arguments[1], "a count of 0 or more") }
    guard offset >= 0 else { throw RenderFault(.badValue, arguments[2], "an offset of 0 or more") }
    return Value(sharing: try context.window(arguments[0], from: offset, count: count))
  }

  /// `{% for key, value in map | items %}` goes through the entries of a map.
  static let items = Builtin("items", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    guard let entries = arguments[0].entries else {
      throw RenderFault(.wrongKind, arguments[0], "a map")
    }
    return try context.items(of: entries)
  }
}

// MARK: - What filters and methods share

extension RenderContext {
  /// The elements from `start` on, at most `count`, asking for no others.
  mutating func window(
    _ value: Value, from start: Int, count: Int
  ) throws(RenderFault) -> Items {
    guard let length = try self.count(of: value) else {
      throw RenderFault(.wrongKind, value, "something to iterate over")
    }
    let lower = min(start, length)
    let upper = lower + min(count, length - lower)
    if let items = value.items { return items.slice(lower..<upper) }
    if value.isString { return try elements(value).slice(lower..<upper) }
    try charge(listOf: upper - lower)
    var list = try ListBuilder(room: upper - lower, in: &arena)
    for index in lower..<upper { list.append(try element(index, of: value)) }
    return list.items
  }

  /// The list of `(key, value)` tuples of a map.
  mutating func items(of entries: Entries) throws(RenderFault) -> Value {
    try charge(listOf: entries.count)
    var list = try ListBuilder(room: entries.count, in: &arena)
    for (key, value) in entries { list.append(try pair(key, value)) }
    return list.list
  }

  /// The tuple `(first, second)`.
  mutating func pair(_ first: Value, _ second: Value) throws(RenderFault) -> Value {
    var pair = try ListBuilder(room: 2, in: &arena)
    pair.append(first)
    pair.append(second)
    return pair.tuple
  }

  /// What `transform` makes of each element.
  mutating func mapped(
    _ items: Items,
    _ transform: (Value, inout RenderContext) throws(RenderFault) -> Value
  ) throws(RenderFault) -> Items {
    try charge(listOf: items.count)
    var list = try ListBuilder(room: items.count, in: &arena)
    for item in items { list.append(try transform(item, &self)) }
    return list.items
  }

  /// The texts of `items` with `separator` between them, escaped where the whole is HTML.
  mutating func joined(
    _ items: Items, separator: Value, isHTML: Bool
  ) throws(RenderFault) -> Value {
    let start = beginText()
    try append(separator, toHTML: isHTML)
    let between = try string(endText(from: start))
    try charge(elements: items.count)
    for (index, item) in items.enumerated() {
      if index > 0 { scratch.append(between) }
      if item.isMissing { throw RenderFault(.undefinedValue, item, Value(index)) }
      try append(item, toHTML: isHTML)
      try check(textSince: start)
    }
    return try endText(from: start, flags: isHTML ? .safe : [])
  }

  fileprivate mutating func list(
    _ items: Items, filledWith filler: Value, count: Int
  ) throws(RenderFault) -> Value {
    guard count > 0 else { return Value(sharing: items) }
    try charge(listOf: items.count + count)
    var list = try ListBuilder(room: items.count + count, in: &arena)
    for item in items { list.append(item) }
    for _ in 0..<count { list.append(filler) }
    return list.list
  }
}

extension ByteBuffer {
  fileprivate mutating func append(reversed text: Text) {
    var end = text.count
    while end > 0 {
      let start = text.scalarStart(before: end)
      append(text.slice(start..<end))
      end = start
    }
  }
}
