/// The functions that every template can call.
enum GlobalFunctions {
  static let all: [Builtin] = [range, dict, namespace, cycler, joiner]

  /// `range(5)`, `range(1, 5)`, `range(10, 0, -2)`: whole numbers, never stored one by one.
  static let range = Builtin(
    "range", Signature(.required("start"), .optional("stop"), .optional("step", Value(1)))
  ) { arguments, context throws(RenderFault) in
    let start = arguments[1].isMissing ? 0 : try arguments.int(0)
    let stop = try arguments.int(arguments[1].isMissing ? 0 : 1)
    let step = try arguments.int(2)
    guard step != 0 else { throw RenderFault(.badValue, arguments[2], "a step other than 0") }
    let isEmpty = step > 0 ? start >= stop : start <= stop
    let (distance, overflow) = stop.subtractingReportingOverflow(start)
    let count = isEmpty ? 0 : (distance.magnitude - 1) / step.magnitude + 1
    guard isEmpty || (!overflow && count <= UInt(UInt32.max)) else {
      throw RenderFault(.badValue, Value(stop), "a range of fewer than 4,294,967,296 numbers")
    }
    return try Value(rangeFrom: start, step: step, count: Int(count), in: &context.arena)
  }

  /// `dict(a=1)`, `dict(map, b=2)`, `dict([("a", 1)])`.
  static let dict = Builtin("dict", Signature(.optional("map"), keywords: true)) {
    arguments, context throws(RenderFault) in
    try context.arena.map(try context.entries(arguments))
  }

  /// `namespace(total=0)`: a map whose entries `{% set ns.total = … %}` can change.
  static let namespace = Builtin("namespace", Signature(.optional("map"), keywords: true)) {
    arguments, context throws(RenderFault) in
    try Value(namespace: try context.entries(arguments), in: &context.arena)
  }

  /// `cycler("odd", "even")`, whose `next()` goes round its values.
  static let cycler = Builtin("cycler", Signature(more: true)) {
    arguments, context throws(RenderFault) in
    guard !arguments[0].rawItems.isEmpty else { throw RenderFault(.missingArgument, "items") }
    return try Value(cycling: arguments[0], in: &context.arena)
  }

  /// `joiner(", ")`, which is nothing when it is called first and the separator ever after.
  static let joiner = Builtin("joiner", Signature(.optional("sep", ", "))) {
    arguments, context throws(RenderFault) in
    try Value(joining: arguments[0], in: &context.arena)
  }
}

extension RenderContext {
  /// The entries of the one map or list of pairs that was given, then the keyword arguments.
  fileprivate mutating func entries(
    _ arguments: Arguments
  ) throws(RenderFault) -> [(key: Value, value: Value)] {
    var entries: [(key: Value, value: Value)] = []
    if arguments[0].kind == .namespace {
      entries = Array(arguments[0].namespaceMap.rawEntries)
    } else if !arguments[0].isMissing {
      entries = try pairs(arguments[0])
    }
    for (key, _) in entries where !key.canBeKey {
      throw RenderFault(.wrongKind, key, "a text, a number or another plain value")
    }
    return entries + arguments[1].rawEntries
  }
}
