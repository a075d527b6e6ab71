/// The state behind branches that end in different states.
extension EscapeState {
  /// The state that two ends have in common; nothing when what follows would mean two things.
  static func joined(_ a: EscapeState, _ b: EscapeState) -> EscapeState? {
    if a == b { return a }
    if a.isInTag, b.isInTag { return joinedTags(a, b) }
    let a = a.withPlainAttribute
    let b = b.withPlainAttribute
    if a == b { return a }
    guard a.place == b.place, a.delimiter == b.delimiter, a.attribute == b.attribute,
      a.element == b.element, a.isXML == b.isXML
    else { return nil }
    var joined = a
    switch a.place {
    case .text: return a.word == b.word ? a : nil
    case .value where a.attribute == .url:
      guard let part = joinedParts(a.url, b.url) else { return nil }
      joined.url = part
      joined.isDynamic = a.isDynamic || b.isDynamic || a.word != b.word
      if part != .code { joined.word = a.word == b.word ? a.word : "" }
      return joined
    case .value where a.attribute == .script, .scriptElement: return joinedScripts(a, b)
    case .value where a.attribute == .plain || a.attribute == .urlList || a.attribute == .refresh:
      joined.isDynamic = a.isDynamic || b.isDynamic
      joined.word = ""
      return joined
    default: return nil
    }
  }

  /// The same, but as in an attribute of no special meaning where only what follows could have one.
  private var withPlainAttribute: EscapeState {
    guard attribute == .refresh else { return self }
    var plain = self
    plain.word = ""
    return plain
  }

  /// Inside a tag, but not in a value.
  private var isInTag: Bool {
    switch place {
    case .tagName, .tag, .attributeName, .afterAttributeName: true
    default: false
    }
  }

  private static func joinedTags(_ a: EscapeState, _ b: EscapeState) -> EscapeState? {
    guard a.elementOfTag == b.elementOfTag else { return nil }
    var joined = a
    joined.element = a.elementOfTag
    if a.place == .attributeName, b.place == .attributeName {
      if a.kindOfAttribute != b.kindOfAttribute {
        joined.word = ""
        joined.isDynamic = true
      }
      joined.isDynamic = joined.isDynamic || b.isDynamic
      return joined
    }
    joined.place = .tag
    joined.word = ""
    joined.isDynamic = false
    joined.progress = 0
    if a.scriptType != b.scriptType { joined.scriptType = .dynamic }
    return joined
  }

  /// The special element whose tag this is.
  private var elementOfTag: String {
    guard place == .tagName else { return element }
    return Self.specialElements.contains(word) && !isXML ? word : ""
  }

  private static func joinedParts(_ a: URLPart, _ b: URLPart) -> URLPart? {
    switch (a, b) {
    case (.code, .code): .code
    case (.code, _), (_, .code): nil
    case (.start, .path), (.path, .start), (.start, .start): .start
    default: a == b ? a : .mixed
    }
  }

  private static func joinedScripts(_ a: EscapeState, _ b: EscapeState) -> EscapeState? {
    guard a.script.place == b.script.place, a.script.templates == b.script.templates,
      a.script.isEscaped == b.script.isEscaped, a.script.progress == b.script.progress,
      a.scriptType == b.scriptType
    else { return nil }
    var joined = a
    joined.script.word = ""
    joined.script.expectsOperand = a.script.expectsOperand && b.script.expectsOperand
    joined.word = ""
    return joined
  }

  /// The state in words.
  var description: String {
    switch place {
    case .text: "text"
    case .tagOpen, .tagName, .tag, .attributeName, .afterAttributeName, .endTag: "a tag"
    case .beforeValue: "a tag, before a value"
    case .value: "\(nameOfAttribute) in \(nameOfDelimiter)"
    case .plainElement: "'\(element)'"
    case .scriptElement: "a script"
    case .styleElement: "a style sheet"
    case .comment: "a comment"
    case .declarationOpen, .declaration: "a declaration"
    case .cdata: "a CDATA section"
    }
  }

  private var nameOfAttribute: String {
    switch attribute {
    case .plain, .scriptType, .refresh, .httpEquiv: "an attribute"
    case .url, .urlList: "a URL attribute"
    case .script: "an event handler"
    case .style: "a style attribute"
    case .document: "a 'srcdoc' attribute"
    }
  }

  private var nameOfDelimiter: String {
    switch delimiter {
    case .double: "double quotes"
    case .single: "single quotes"
    default: "no quotes"
    }
  }
}
