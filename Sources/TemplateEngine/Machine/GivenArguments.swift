/// The arguments of a call, sorted into positional and keyword ones.
struct GivenArguments {
  var positional: [Value] = []
  var keywords: [(key: Value, value: Value)] = []

  /// Sorts the values on the stack by what the site says of them.
  init(
    _ site: CallSite, _ values: Items, _ context: inout RenderContext, _ keys: [Value]
  ) throws(RenderFault) {
    guard !site.arguments.isEmpty else {
      positional = Array(values)
      return
    }
    for (argument, value) in zip(site.arguments, values) {
      switch argument.kind {
      case .positional: positional.append(value)
      case .keyword: keywords.append((keys[Int(argument.name.rawValue)], value))
      case .spreadList: positional += try context.elements(value)
      case .spreadMap:
        guard let entries = value.entries else { throw RenderFault(.wrongKind, value, "a map") }
        for entry in entries { keywords.append((entry.key, entry.value)) }
      }
    }
  }

  /// The values that a function of this signature gets.
  func bound(
    to signature: Signature, _ context: inout RenderContext
  ) throws(RenderFault) -> [Value] {
    var bound: [Value] = []
    var used = 0
    for (index, parameter) in signature.parameters.enumerated() {
      let keyword = keywords.first { $0.key.text.map { $0.string == parameter.name } ?? false }
      if keyword != nil { used += 1 }
      let name = try context.arena.string(parameter.name)
      if index < positional.count {
        if keyword != nil { throw RenderFault(.repeatedArgument, name) }
        bound.append(positional[index])
      } else if let keyword {
        bound.append(keyword.value)
      } else if let value = parameter.defaultValue {
        bound.append(value)
      } else {
        throw RenderFault(.missingArgument, name)
      }
      if let last = bound.last, last.isMissing, !parameter.allowsMissing,
        index < positional.count || keyword != nil
      {
        throw RenderFault(.undefinedValue, last)
      }
    }
    let rest = positional.dropFirst(signature.parameters.count)
    if signature.takesMore {
      bound.append(try context.arena.list(rest))
    } else if !rest.isEmpty {
      throw RenderFault(.tooManyArguments, Value(signature.parameters.count))
    }
    let others = keywords.filter { entry in
      !signature.parameters.contains { $0.name == entry.key.text?.string }
    }
    if signature.takesKeywords {
      bound.append(try context.arena.map(others))
    } else if let other = others.first {
      throw RenderFault(.unknownArgument, other.key)
    }
    return bound
  }

  /// The first slots of a macro's frame.
  func bound(
    to unit: Unit, _ context: inout RenderContext, _ keys: [Value]
  ) throws(RenderFault) -> [Value] {
    let unset = Value(kind: .unresolved)
    let hidden = [unit.varargsSlot, unit.kwargsSlot, unit.callerSlot].compactMap(\.self).count
    var bound = [Value](repeating: unset, count: unit.parameters.count + hidden)
    for (index, value) in positional.prefix(unit.parameters.count).enumerated() {
      bound[index] = value
    }
    var others: [(key: Value, value: Value)] = []
    var caller = Value.missing
    for keyword in keywords {
      if let index = unit.parameters.firstIndex(where: {
        keys[Int($0.rawValue)].isSameKey(as: keyword.key.asKey)
      }) {
        guard bound[index].kind == .unresolved else {
          throw RenderFault(.repeatedArgument, keyword.key)
        }
        bound[index] = keyword.value
      } else if keyword.value.kind == .macro, keyword.key.text.map({ $0 == "caller" }) ?? false {
        caller = keyword.value
      } else {
        others.append(keyword)
      }
    }
    let rest = positional.dropFirst(unit.parameters.count)
    if let slot = unit.varargsSlot {
      bound[slot] = try context.arena.list(rest, as: .tuple)
    } else if !rest.isEmpty {
      throw RenderFault(.tooManyArguments, Value(unit.parameters.count))
    }
    if let slot = unit.kwargsSlot {
      bound[slot] = try context.arena.map(others)
    } else if let other = others.first {
      throw RenderFault(.unknownArgument, other.key)
    }
    if let slot = unit.callerSlot {
      bound[slot] = caller
    } else if !caller.isMissing {
      throw RenderFault(.noCaller, caller)
    }
    return bound
  }
}
