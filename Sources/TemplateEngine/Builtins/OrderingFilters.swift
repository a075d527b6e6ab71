/// Filters that compare elements: order, groups, extremes, sums.
enum OrderingFilters {
  static let all: [Builtin] = [sort, sortBy, dictsort, unique, groupby, min, max, sum]

  /// `{{ stories | sort(reverse=true, attribute="date,title") }}`; equal elements keep their order.
  ///
  /// Texts are compared without their case unless `case_sensitive`.
  static let sort = Builtin(
    "sort",
    Signature(
      .required("value"), .optional("reverse", .false), .optional("case_sensitive", .false),
      .optional("attribute"))
  ) { arguments, context throws(RenderFault) in
    let items = try context.elements(arguments[0])
    let key = try SortKey(
      arguments[3], isCaseSensitive: try context.isTrue(arguments[2]), &context)
    var pairs = try context.keyed(items) { item, context throws(RenderFault) in
      try key.value(of: item, &context)
    }
    try pairs.sort(isReverse: try context.isTrue(arguments[1]), &context) {
      a, b, context throws(RenderFault) in try context.keyOrder(a, b)
    }
    return try pairs.values(in: &context.arena)
  }

  /// `{{ stories | sort_by("pinned_until") }}` sorts by an attribute that some elements may lack:
  /// they come last, in either direction.
  static let sortBy = Builtin(
    "sort_by",
    Signature(
      .required("value"), .required("attribute"), .optional("reverse", .false),
      .optional("case_sensitive", .false))
  ) { arguments, context throws(RenderFault) in
    let items = try context.elements(arguments[0])
    let isReverse = try context.isTrue(arguments[2])
    let path = try AttributePath(arguments[1], &context)
    let isCaseSensitive = try context.isTrue(arguments[3])
    var pairs = try context.keyed(items) { item, context throws(RenderFault) in
      let value = try path.value(in: item, ifMissing: .noted, &context)
      return isCaseSensitive ? value : try context.caseless(value)
    }
    try pairs.sort(isReverse: isReverse, &context) { a, b, context throws(RenderFault) in
      let (isMissingA, isMissingB) = (a.isMissing || a.isNone, b.isMissing || b.isNone)
      guard isMissingA || isMissingB else { return try context.keyOrder(a, b) }
      let order = (isMissingA ? 1 : 0) - (isMissingB ? 1 : 0)
      return isReverse ? -order : order
    }
    return try pairs.values(in: &context.arena)
  }

  /// `{{ map | dictsort(by="value") }}` is the list of a map's `(key, value)` tuples in order.
  static let dictsort = Builtin(
    "dictsort",
    Signature(
      .required("value"), .optional("case_sensitive", .false), .optional("by", "key"),
      .optional("reverse", .false))
  ) { arguments, context throws(RenderFault) in
    guard let entries = arguments[0].entries else {
      throw RenderFault(.wrongKind, arguments[0], "a map")
    }
    guard let by = arguments[2].text, by == "key" || by == "value" else {
      throw RenderFault(.badValue, arguments[2], "'key' or 'value'")
    }
    let position = by == "key" ? 0 : 1
    let isCaseSensitive = try context.isTrue(arguments[1])
    let items = try context.items(of: entries).rawItems
    var pairs = try context.keyed(items) { item, context throws(RenderFault) in
      let value = item.rawItems[position]
      return isCaseSensitive ? value : try context.caseless(value)
    }
    try pairs.sort(isReverse: try context.isTrue(arguments[3]), &context) {
      a, b, context throws(RenderFault) in try context.order(a, b)
    }
    return try pairs.values(in: &context.arena)
  }

  /// `{{ tags | unique }}` keeps the first of equal elements.
  static let unique = Builtin(
    "unique",
    Signature(.required("value"), .optional("case_sensitive", .false), .optional("attribute"))
  ) { arguments, context throws(RenderFault) in
    let items = try context.elements(arguments[0])
    try context.charge(listOf: items.count)
    let key = try ElementKey(
      arguments[2], isCaseSensitive: try context.isTrue(arguments[1]), &context)
    var kept = try ListBuilder(room: items.count, in: &context.arena)
    var seen = try MapBuilder(room: Swift.max(items.count, 1), in: &context.arena)
    for item in items {
      let value = try key.value(of: item, &context)
      guard value.canBeKey else {
        throw RenderFault(.wrongKind, value, "a text, a number or another plain value")
      }
      if seen.insertNew(value) { kept.append(item) }
    }
    return kept.list
  }

  /// `{% for year, stories in archive | groupby("year") %}`: groups in the order of their keys.
  ///
  /// A group is a tuple that also has the members `grouper` and `list`.
  static let groupby = Builtin(
    "groupby",
    Signature(
      .required("value"), .required("attribute"), .optional("default"),
      .optional("case_sensitive", .false))
  ) { arguments, context throws(RenderFault) in
    let items = try context.elements(arguments[0])
    let substitute = arguments.isGiven(2) ? arguments[2] : nil
    let path = try AttributePath(arguments[1], default: substitute, &context)
    let isCaseSensitive = try context.isTrue(arguments[3])
    var pairs = try context.keyed(items) { item, context throws(RenderFault) in
      let value = try path.value(in: item, ifMissing: .refused, &context)
      return isCaseSensitive ? value : try context.caseless(value)
    }
    try pairs.sort(isReverse: false, &context) { a, b, context throws(RenderFault) in
      try context.order(a, b)
    }
    return try context.groups(of: pairs, by: path)
  }

  /// `{{ numbers | min }}` is missing when there is none.
  static let min = extreme("min") { $0 < 0 }

  /// `{{ stories | max(attribute="date") }}` is missing when there is none.
  static let max = extreme("max") { $0 > 0 }

  private static func extreme(
    _ name: String, _ isBetter: @escaping @Sendable (Int) -> Bool
  ) -> Builtin {
    Builtin(
      name,
      Signature(.required("value"), .optional("case_sensitive", .false), .optional("attribute"))
    ) { arguments, context throws(RenderFault) in
      let items = try context.elements(arguments[0])
      try context.charge(elements: items.count)
      guard let first = items.first else { return .missing }
      let key = try ElementKey(
        arguments[2], isCaseSensitive: try context.isTrue(arguments[1]), &context)
      var best = first
      var bestKey = try key.value(of: first, &context)
      for item in items.dropFirst() {
        let itemKey = try key.value(of: item, &context)
        guard isBetter(try context.order(itemKey, bestKey)) else { continue }
        best = item
        bestKey = itemKey
      }
      return best
    }
  }

  /// `{{ rows | sum(attribute="votes", start=0) }}` adds numbers, or puts lists together.
  static let sum = Builtin(
    "sum", Signature(.required("value"), .optional("attribute"), .optional("start", Value(0)))
  ) { arguments, context throws(RenderFault) in
    let items = try context.elements(arguments[0])
    try context.charge(elements: items.count)
    let path = arguments.isGiven(1) ? try AttributePath(arguments[1], &context) : nil
    var total = arguments[2]
    for item in items {
      let value = try path?.value(in: item, ifMissing: .refused, &context) ?? item
      total = try context.sum(total, value)
    }
    return total
  }
}

// MARK: - Keys

/// What an element is compared by: itself or an attribute, without its case where that counts not.
private struct ElementKey {
  let path: AttributePath?
  let isCaseSensitive: Bool

  init(
    _ attribute: Value, isCaseSensitive: Bool, _ context: inout RenderContext
  ) throws(RenderFault) {
    path = attribute.isMissing || attribute.isNone ? nil : try AttributePath(attribute, &context)
    self.isCaseSensitive = isCaseSensitive
  }

  func value(of item: Value, _ context: inout RenderContext) throws(RenderFault) -> Value {
    let value = try path?.value(in: item, ifMissing: .refused, &context) ?? item
    return isCaseSensitive ? value : try context.caseless(value)
  }
}

/// What an element is sorted by: itself, or one or more attributes (`"date,title"`).
private struct SortKey {
  private let first: ElementKey
  /// The keys after the first; an empty array, which takes no memory, for most lists.
  private let others: [ElementKey]

  init(
    _ attribute: Value, isCaseSensitive: Bool, _ context: inout RenderContext
  ) throws(RenderFault) {
    guard let text = attribute.text, var end = text.firstIndex(of: UInt8(ascii: ",")) else {
      first = try ElementKey(attribute, isCaseSensitive: isCaseSensitive, &context)
      others = []
      return
    }
    func key(_ part: Text) throws(RenderFault) -> ElementKey {
      try ElementKey(Value(sharing: part), isCaseSensitive: isCaseSensitive, &context)
    }
    first = try key(text.slice(0..<end))
    var others: [ElementKey] = []
    while end < text.count {
      let rest = text.slice(end + 1..<text.count)
      let length = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.count
      others.append(try key(rest.slice(0..<length)))
      end += length + 1
    }
    self.others = others
  }

  func value(of item: Value, _ context: inout RenderContext) throws(RenderFault) -> Value {
    if others.isEmpty { return try first.value(of: item, &context) }
    var tuple = try ListBuilder(room: others.count + 1, in: &context.arena)
    tuple.append(try first.value(of: item, &context))
    for key in others { tuple.append(try key.value(of: item, &context)) }
    return tuple.tuple
  }
}

extension RenderContext {
  /// A text in lower case, anything else as it is.
  fileprivate mutating func caseless(_ value: Value) throws(RenderFault) -> Value {
    guard let text = value.text, text.contains(where: { $0 >= 0x80 || (0x41...0x5A) ~= $0 })
    else { return value }
    try charge(bytes: text.count)
    return try makeText { $0.append(lowercased: text) }
  }

  /// The elements with what they are sorted by.
  fileprivate mutating func keyed(
    _ items: Items, _ key: (Value, inout RenderContext) throws(RenderFault) -> Value
  ) throws(RenderFault) -> KeyedItems {
    try charge(listOf: items.count)
    var keyed = try KeyedItems(room: items.count, in: &arena)
    for item in items { keyed.append(try key(item, &self), item) }
    return keyed
  }

  /// The order of two sort keys: equal ones need no order of their kind (`none`, maps).
  fileprivate mutating func keyOrder(_ a: Value, _ b: Value) throws(RenderFault) -> Int {
    if a.kind == b.kind, a.kind != .string, a.kind != .int, try areEqual(a, b) { return 0 }
    return try order(a, b)
  }

  /// One group for each run of equal keys.
  fileprivate mutating func groups(
    of pairs: borrowing KeyedItems, by path: AttributePath
  ) throws(RenderFault) -> Value {
    let items = try pairs.values(in: &arena).rawItems
    var groups = try ListBuilder(room: items.count, in: &arena)
    var start = 0
    for index in 0..<items.count {
      if index + 1 < items.count, try areEqual(pairs.key(index), pairs.key(index + 1)) { continue }
      // The key that is shown keeps its case: that of the first element.
      let shown = try path.value(in: items[start], ifMissing: .refused, &self)
      let members = Value(sharing: items.slice(start..<index + 1))
      groups.append(try pair(shown, members).asGroup)
      start = index + 1
    }
    return groups.list
  }

  fileprivate mutating func sum(_ a: Value, _ b: Value) throws(RenderFault) -> Value {
    if let a = a.int, let b = b.int {
      let (total, overflow) = a.addingReportingOverflow(b)
      if overflow { throw RenderFault(.overflow) }
      return Value(total)
    }
    if let x = a.double, let y = b.double { return Value(x + y) }
    guard a.kind == b.kind, let x = a.items, let y = b.items else {
      throw RenderFault(.wrongOperands, a, b)
    }
    try charge(listOf: x.count + y.count)
    var list = try ListBuilder(room: x.count + y.count, in: &arena)
    for item in x { list.append(item) }
    for item in y { list.append(item) }
    return a.kind == .tuple ? list.tuple : list.list
  }
}
