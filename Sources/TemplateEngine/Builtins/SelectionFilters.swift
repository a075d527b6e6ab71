/// Filters that take something of every element, or keep only some of the elements.
///
/// All of them make lists, which can be gone through twice, unlike the generators of Jinja2.
enum SelectionFilters {
  static let all: [Builtin] = [map, select, reject, selectattr, rejectattr, `where`, attr]

  /// `{{ stories | map(attribute="title") }}`, `{{ names | map("upper") }}`.
  static let map = Builtin(
    "map",
    Signature(
      .required("value"), .optional("filter", names: .filter), more: true, keywords: true)
  ) { arguments, context throws(RenderFault) in
    let items = try context.elements(arguments[0])
    if arguments[1].isMissing {
      let path = try context.mapAttribute(arguments[3])
      return Value(
        sharing: try context.mapped(items) { item, context throws(RenderFault) in
          try path.value(in: item, &context)
        })
    }
    var filter = try PreparedCall(
      filter: arguments[1], arguments[2].rawItems, arguments[3].rawEntries, &context)
    return Value(
      sharing: try context.mapped(items) { item, context throws(RenderFault) in
        try filter(item, &context)
      })
  }

  /// `{{ numbers | select("odd") }}`; without a test, what counts as true.
  static let select = selection("select", keeps: true)

  /// `{{ numbers | reject("odd") }}`; without a test, what counts as false.
  static let reject = selection("reject", keeps: false)

  /// `{{ stories | selectattr("genre", "eq", "opinion") }}`.
  static let selectattr = attributeSelection("selectattr", keeps: true)

  /// `{{ stories | rejectattr("is_pinned") }}`.
  static let rejectattr = attributeSelection("rejectattr", keeps: false)

  /// `{{ stories | where("genre", "opinion") }}` keeps the elements whose attribute is that value,
  /// or counts as true when no value is given; elements without the attribute are left out.
  static let `where` = Builtin(
    "where", Signature(.required("value"), .required("attribute"), .optional("equals"))
  ) { arguments, context throws(RenderFault) in
    let path = try AttributePath(arguments[1], &context)
    let wanted = arguments[2]
    return try context.kept(arguments[0]) { item, context throws(RenderFault) in
      let value = try path.value(in: item, ifMissing: .noted, &context)
      if value.isMissing { return false }
      return wanted.isMissing
        ? try context.isTrue(value) : try context.areEqual(value, wanted)
    }
  }

  /// `{{ story | attr(name) }}` is the member with that name.
  static let attr = Builtin("attr", Signature(.required("value"), .required("name"))) {
    arguments, context throws(RenderFault) in
    try arguments.requireValue()
    return try context.member(arguments[1], of: arguments[0])
  }

  private static func selection(_ name: String, keeps: Bool) -> Builtin {
    Builtin(
      name, Signature(.required("value"), .optional("test", names: .test), more: true)
    ) { arguments, context throws(RenderFault) in
      if arguments[1].isMissing {
        return try context.kept(arguments[0]) { item, context throws(RenderFault) in
          try context.isTrue(item) == keeps
        }
      }
      var test = try PreparedCall(test: arguments[1], arguments[2].rawItems, &context)
      return try context.kept(arguments[0]) { item, context throws(RenderFault) in
        try context.isTrue(try test(item, &context)) == keeps
      }
    }
  }

  private static func attributeSelection(_ name: String, keeps: Bool) -> Builtin {
    Builtin(
      name,
      Signature(
        .required("value"), .required("attribute"), .optional("test", names: .test), more: true)
    ) { arguments, context throws(RenderFault) in
      let path = try AttributePath(arguments[1], &context)
      if arguments[2].isMissing {
        return try context.kept(arguments[0]) { item, context throws(RenderFault) in
          try context.isTrue(try path.value(in: item, ifMissing: .noted, &context)) == keeps
        }
      }
      var test = try PreparedCall(test: arguments[2], arguments[3].rawItems, &context)
      return try context.kept(arguments[0]) { item, context throws(RenderFault) in
        try context.isTrue(try test(try path.value(in: item, &context), &context)) == keeps
      }
    }
  }
}

extension RenderContext {
  /// The elements for which `keeps` holds.
  fileprivate mutating func kept(
    _ value: Value, _ keeps: (Value, inout RenderContext) throws(RenderFault) -> Bool
  ) throws(RenderFault) -> Value {
    let items = try elements(value)
    try charge(listOf: items.count)
    var list = try ListBuilder(room: items.count, in: &arena)
    for item in items where try keeps(item, &self) { list.append(item) }
    return list.list
  }

  /// The path of `map(attribute=…, default=…)`, which has no other keywords.
  fileprivate mutating func mapAttribute(
    _ keywords: Value
  ) throws(RenderFault) -> AttributePath {
    for (key, _) in keywords.rawEntries {
      guard let name = key.text, name == "attribute" || name == "default" else {
        throw RenderFault(.unknownArgument, key)
      }
    }
    guard let attribute = keywords.entry("attribute") else {
      throw RenderFault(.missingArgument, "attribute")
    }
    let substitute = keywords.entry("default").flatMap { $0.isNone ? nil : $0 }
    return try AttributePath(attribute, default: substitute, &self)
  }
}
