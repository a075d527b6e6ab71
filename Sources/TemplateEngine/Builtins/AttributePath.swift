/// The `attribute="section.0.name"` of `map`, `sort` and the like, read once for all elements.
struct AttributePath {
  private let first: Step
  /// The steps after the first; an empty array, which takes no memory, for most paths.
  private let others: [Step]
  /// What stands for a part that is missing, when there is such a thing.
  private let substitute: Value?

  private struct Step {
    /// The key of an entry or the number of an element.
    let key: Value
    /// The number of the name in the host's vocabulary.
    let name: NameID?

    init(key: Value, name: NameID?) {
      self.key = key
      self.name = name
    }

    /// Reads one part of a path.
    init(_ part: Text, _ names: [String: NameID]) {
      let key = Value(sharing: part)
      if let number = key.wholeNumber {
        self.init(key: number, name: nil)
      } else {
        self.init(key: key.asKey, name: names[part.string])
      }
    }
  }

  private var count: Int { others.count + 1 }

  @inline(__always)
  private func step(_ index: Int) -> Step { index == 0 ? first : others[index - 1] }

  /// Reads `path`: a text of names and numbers with dots between them, or one number.
  init(
    _ path: Value, default substitute: Value? = nil, _ context: inout RenderContext
  ) throws(RenderFault) {
    self.substitute = substitute
    guard let text = path.text else {
      guard path.int != nil else {
        throw RenderFault(.wrongKind, path, "the name of an attribute")
      }
      first = Step(key: path, name: nil)
      others = []
      return
    }
    var end = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
    first = Step(text.slice(0..<end), context.names)
    var others: [Step] = []
    while end < text.count {
      let rest = text.slice(end + 1..<text.count)
      let length = rest.firstIndex(of: UInt8(ascii: ".")) ?? rest.count
      others.append(Step(rest.slice(0..<length), context.names))
      end += length + 1
    }
    self.others = others
  }

  /// What becomes of a part that is missing while nothing stands for it.
  enum Absence {
    /// It is the value.
    case answered
    /// It is the value, and the host learns of it: a template may ask for what not all have.
    case noted
    /// A fault that names the part.
    case refused
  }

  /// What the path leads to from `item`.
  func value(
    in item: Value, ifMissing absence: Absence = .answered, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    var value = item
    for index in 0..<count {
      let step = step(index)
      let owner = value
      value = try self.value(of: step, in: owner, &context)
      guard value.isMissing else { continue }
      if let substitute {
        value = substitute
        continue
      }
      switch absence {
      case .answered: break
      case .noted: context.host.noteSoftMiss(step.key, of: owner)
      case .refused: throw RenderFault(.undefinedMember, step.key, owner)
      }
      return value
    }
    return value
  }

  @inline(__always)
  private func value(
    of step: Step, in owner: Value, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    switch owner.kind {
    case .map:
      guard let index = owner.index(ofKey: step.key) else { return .missing }
      return owner.rawEntries[index].value
    case .entity:
      guard let name = step.name, let entity = owner.entity else { fallthrough }
      return try context.host.member(name, of: entity, &context)
    default: return try context.member(step.key, of: owner)
    }
  }
}
