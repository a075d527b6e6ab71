/// The groups that `groupby` makes: tuples of a key and a list that also have names.
extension Value {
  /// The same tuple, whose elements are also the members `grouper` and `list`.
  var asGroup: Value { Value(kind: .tuple, aux: 1, count: count32, payload: payload) }

  /// Whether it is such a tuple.
  var isGroup: Bool { kind == .tuple && aux == 1 }

  /// The member of a group with the name `key`; missing when it has none of that name.
  func groupMember(_ key: Value) -> Value {
    guard let name = key.text else { return .missing }
    return name == "grouper" ? rawItems[0] : name == "list" ? rawItems[1] : .missing
  }
}
