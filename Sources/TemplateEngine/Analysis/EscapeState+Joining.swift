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
      a.element == b.element, a.isXML == b.isXML, a.isSVG == b.isSVG,
      a.isInCode == b.isInCode
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
    case .value
    where a.attribute == .plain || a.attribute == .urlList || a.attribute == .urlWords
      || a.attribute == .refresh:
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
    guard let element = joinedElements(a.elementOfTag, b.elementOfTag) else { return nil }
    var joined = a
    joined.element = element
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
    place == .tagName ? specialElement(word) : element
  }

  /// A `meta` with attributes is worse than one without.
  private static func joinedElements(_ a: String, _ b: String) -> String? {
    if a == b { return a }
    if a == "meta", b.hasPrefix("meta") { return b }
    return b == "meta" && a.hasPrefix("meta") ? a : nil
  }

  private static func joinedParts(_ a: URLPart, _ b: URLPart) -> URLPart? {
    switch (a, b) {
    case (.code, .code): .code
    case (.code, _), (_, .code): nil
    case (.start, .path), (.path, .start), (.start, .root), (.root, .start): .start
    case (.root, .path), (.path, .root): .root
    default: a == b ? a : .mixed
    }
  }

  private static func joinedScripts(_ a: EscapeState, _ b: EscapeState) -> EscapeState? {
    guard let script = ScriptState.joined(a.script, b.script), a.scriptType == b.scriptType else {
      return nil
    }
    var joined = a
    joined.script = script
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
    case .url, .urlList, .urlWords: "a URL attribute"
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

extension ScriptState {
  /// The state that two ends have in common; nothing when a value behind them would be two things.
  fileprivate static func joined(_ a: ScriptState, _ b: ScriptState) -> ScriptState? {
    guard a.place == b.place, a.templates == b.templates, a.isEscaped == b.isEscaped,
      a.progress == b.progress, a.others == b.others
    else { return nil }
    var joined = a
    joined.word = ""
    joined.before = Before()
    if a.slash != b.slash { joined.slash = .either }
    // Behind the end of one that is not known a `/` is either.
    if a.parentheses != b.parentheses { joined.parentheses = [] }
    joined.isBroken = a.isBroken || b.isBroken
    joined.isLost = a.isLost || b.isLost
    return joined
  }
}
