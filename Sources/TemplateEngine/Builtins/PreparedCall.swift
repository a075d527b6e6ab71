/// A filter or test that is called once for each element of a list: its arguments are bound once.
struct PreparedCall: ~Copyable {
  private let builtin: Builtin
  private let takesMissing: Bool
  private var arguments: ListBuilder

  /// Looks up the filter named by a text and binds all arguments but the first.
  init(
    filter name: Value, _ rest: Items, _ keywords: Entries, _ context: inout RenderContext
  ) throws(RenderFault) {
    guard let text = name.text, let filter = context.registry.filters[text.string] else {
      throw RenderFault(.unknownFilter, name)
    }
    try self.init(filter, rest, keywords, &context)
  }

  /// Looks up the test named by a text and binds all arguments but the first.
  init(
    test name: Value, _ rest: Items, _ context: inout RenderContext
  ) throws(RenderFault) {
    guard let text = name.text, let test = context.registry.tests[text.string] else {
      throw RenderFault(.unknownTest, name)
    }
    try self.init(test, rest, Value(kind: .map).rawEntries, &context)
  }

  private init(
    _ builtin: Builtin, _ rest: Items, _ keywords: Entries, _ context: inout RenderContext
  ) throws(RenderFault) {
    let signature = builtin.signature
    var bound = try ListBuilder(room: signature.argumentCount, in: &context.arena)
    var binding = Binding(signature: signature, rest: rest, keywords: keywords)
    for (index, parameter) in signature.parameters.enumerated() {
      if index == 0 {
        bound.append(.none)
      } else if let value = try binding.value(of: parameter, at: index) {
        bound.append(value)
      } else {
        throw RenderFault(
          .missingArgument, try context.arena.string(parameter.name),
          try context.arena.string(builtin.name))
      }
    }
    if signature.takesMore {
      bound.append(Value(sharing: binding.surplus))
    } else if !binding.surplus.isEmpty {
      throw RenderFault(.tooManyArguments)
    }
    let others = keywords.filter { entry in !binding.used.contains { entry.key.isIdentical(to: $0) }
    }
    if signature.takesKeywords {
      bound.append(try context.arena.map(others))
    } else if let other = others.first {
      throw RenderFault(.unknownArgument, other.key)
    }
    self.builtin = builtin
    takesMissing = signature.parameters.first?.allowsMissing ?? false
    arguments = bound
  }

  /// Calls the filter or test with `value`.
  @inline(__always)
  mutating func callAsFunction(
    _ value: Value, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    if value.isMissing, !takesMissing { throw RenderFault(.undefinedValue, value) }
    arguments[0] = value
    return try builtin.body(arguments.arguments, &context)
  }
}

/// Finds the value of one parameter after the other, for calls that are only known when they run.
private struct Binding {
  let signature: Signature
  let rest: Items
  let keywords: Entries
  /// The keywords that were used.
  private(set) var used: [Value] = []

  init(signature: Signature, rest: Items, keywords: Entries) {
    self.signature = signature
    self.rest = rest
    self.keywords = keywords
  }

  /// The positional arguments beyond the parameters.
  var surplus: Items {
    rest.slice(min(max(signature.parameters.count - 1, 0), rest.count)..<rest.count)
  }

  /// The value that was given, or the default; nothing when there is neither.
  mutating func value(
    of parameter: Signature.Parameter, at index: Int
  ) throws(RenderFault) -> Value? {
    let named = keywords.first { $0.key.text?.string == parameter.name }
    if let named { used.append(named.key) }
    let positional = index - 1 < rest.count ? rest[index - 1] : nil
    if let named, positional != nil { throw RenderFault(.repeatedArgument, named.key) }
    guard let given = positional ?? named?.value else { return parameter.defaultValue }
    if given.isMissing, !parameter.allowsMissing { throw RenderFault(.undefinedValue, given) }
    return given
  }
}
