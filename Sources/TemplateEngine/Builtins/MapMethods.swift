/// The methods of maps: `{% for key, value in map.items() %}`.
///
/// An entry of the same name wins over a method, but only where nothing is called.
enum MapMethods {
  static let all: [Registry.Method] = [items, keys, values, get].map { .init($0, of: .map) }

  /// `map.items()` is the list of `(key, value)` tuples.
  static let items = Builtin("items", Signature(.required("self"))) {
    arguments, context throws(RenderFault) in
    try context.items(of: arguments[0].rawEntries)
  }

  /// `map.keys()` is the list of the keys in order.
  static let keys = Builtin("keys", Signature(.required("self"))) {
    arguments, context throws(RenderFault) in
    Value(sharing: try context.elements(arguments[0]))
  }

  /// `map.values()` is the list of the values in order.
  static let values = Builtin("values", Signature(.required("self"))) {
    arguments, context throws(RenderFault) in
    let entries = arguments[0].rawEntries
    try context.charge(listOf: entries.count)
    var list = try ListBuilder(room: entries.count, in: &context.arena)
    for entry in entries { list.append(entry.value) }
    return list.list
  }

  /// `map.get("key", "otherwise")` is `none` when there is neither.
  static let get = Builtin(
    "get", Signature(.required("self"), .required("key"), .optional("default", .none))
  ) { arguments, context throws(RenderFault) in
    arguments[0].entry(arguments[1]) ?? arguments[2]
  }
}
