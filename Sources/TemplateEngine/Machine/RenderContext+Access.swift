/// Members and elements of values, for filters; the machine has faster ways of its own.
extension RenderContext {
  /// The element at `index`, from 0 to below the count; of a map its key at that place.
  package mutating func element(
    _ index: Int, of value: Value
  ) throws(RenderFault) -> Value {
    switch value.kind {
    case .list, .tuple: return value.rawItems[index]
    case .map: return value.rawEntries[index].key
    case .range:
      guard let range = value.range else { return .missing }
      return Value(range.start + index * range.step)
    case .string: return character(index, of: value)
    case .entity:
      guard let entity = value.entity else { return .missing }
      return try host.element(index, of: entity, &self)
    default: throw RenderFault(.wrongKind, value, "something with elements")
    }
  }

  /// `value.key` or `value[key]`: an entry, member or element, missing when there is none.
  ///
  /// Integers index lists, negative ones from the end.
  package mutating func member(_ key: Value, of value: Value) throws(RenderFault) -> Value {
    switch value.kind {
    case .map: return value.entry(key) ?? .missing
    case .entity:
      guard let entity = value.entity else { return .missing }
      return try member(key, of: entity)
    case .tuple where value.isGroup && key.isString: return value.groupMember(key)
    case .cycler where key.text.map { $0 == "current" } == true: return value.cyclerCurrent
    case .namespace: return value.namespaceMap.entry(key) ?? .missing
    default:
      guard let index = key.int, let count = try count(of: value) else { return .missing }
      let place = index < 0 ? index + count : index
      guard place >= 0, place < count else { return .missing }
      return try element(place, of: value)
    }
  }

  private mutating func member(_ key: Value, of entity: Entity) throws(RenderFault) -> Value {
    if let text = key.text, let name = names[text.string] {
      return try host.member(name, of: entity, &self)
    }
    if let index = key.int, let count = try host.count(of: entity, &self) {
      let place = index < 0 ? index + count : index
      return place >= 0 && place < count
        ? try host.element(place, of: entity, &self) : .missing
    }
    return try host.entry(key, of: entity, &self)
  }

  private func character(_ index: Int, of value: Value) -> Value {
    let text = value.rawText
    let start = text.offset(ofScalar: index)
    guard start < text.count else { return .missing }
    return Value(
      sharing: text.slice(start..<start + text.scalarLength(at: start)), flags: value.flags)
  }
}

extension Value {
  /// The number that a text of digits only spells.
  var wholeNumber: Value? {
    guard let text, text.count > 0, text.count < 10 else { return nil }
    var number = 0
    for byte in text {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return Value(number)
  }
}
