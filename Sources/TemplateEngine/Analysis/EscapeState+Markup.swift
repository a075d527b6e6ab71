/// Tags, attributes and elements.
extension EscapeState {
  /// Moves on over a byte of a tag, comment or declaration.
  mutating func advanceMarkup(_ byte: UInt8) {
    switch place {
    case .tagOpen: openTag(byte)
    case .tagName: advanceTagName(byte)
    case .endTag: advanceEndTag(byte)
    case .tag, .attributeName, .afterAttributeName, .beforeValue: advanceTag(byte)
    case .declarationOpen: advanceDeclaration(byte)
    case .comment: advanceComment(byte)
    case .declaration: if byte == .greaterThan { place = .text }
    case .cdata: advanceCDATA(byte)
    default: break
    }
  }

  private mutating func openTag(_ byte: UInt8) {
    switch byte {
    case .slash:
      place = .endTag
      word = ""
    case .bang:
      place = .declarationOpen
      word = ""
    case .question: place = .declaration
    case .lessThan: break
    default:
      guard byte.isLetter || (isXML && byte.isNameStart) else {
        place = .text
        return
      }
      place = .tagName
      word = String(UnicodeScalar(byte | 0x20))
      isDynamic = false
      element = ""
      scriptType = .javaScript
    }
  }

  private mutating func advanceTagName(_ byte: UInt8) {
    if byte == .greaterThan || byte == .slash || byte.isSpace {
      if Self.couldEndSpecial(word) { conflict = .elementName }
      element = specialElement(word)
      word = ""
      isDynamic = false
      place = .tag
      progress = byte == .slash ? 1 : 0
      if byte == .greaterThan { endTag() }
    } else {
      add(byte)
    }
  }

  private mutating func advanceEndTag(_ byte: UInt8) {
    if byte == .greaterThan {
      if isInCode, Self.isCode(Self.localName(word)) { isInCode = false }
      place = .text
      word = ""
    } else if isInCode, !byte.isSpace {
      add(byte)
    }
  }

  /// The name of an element or attribute without the prefix of its namespace.
  private static func localName(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  private static func isCode(_ element: String) -> Bool {
    element == "script" || element == "style"
  }

  /// The name of an element when its content or attributes are read in a way of their own, or nothing.
  func specialElement(_ name: String) -> String {
    guard isXML else { return Self.specialElements.contains(name) ? name : "" }
    guard isSVG else { return "" }
    let name = Self.localName(name)
    return Self.isCode(name) || Self.isAnimation(name) ? name : ""
  }

  /// The elements whose content or attributes are read in a way of their own.
  static let specialElements: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "animate",
    "animatemotion", "animatetransform", "set", "meta",
  ]

  /// Goes on behind the `>` of a tag.
  mutating func endTag() {
    word = ""
    isDynamic = false
    delimiter = .none
    guard !isXML else {
      isInCode = isInCode || (Self.isCode(element) && progress == 0)
      place = .text
      element = ""
      progress = 0
      return
    }
    switch element {
    case "script":
      place = .scriptElement
      script = ScriptState()
    case "style":
      place = .styleElement
      style = StyleState()
    case "title", "textarea", "xmp", "iframe", "noembed", "noframes": place = .plainElement
    default:
      place = .text
      element = ""
    }
  }

  /// What `element` is for a `meta` whose `http-equiv` is, or could be, `refresh`.
  static let refreshingMeta = "meta refresh"

  /// What `element` is for a `meta` with a value in its `content` and no `http-equiv` before.
  static let filledMeta = "meta content"

  private mutating func add(_ byte: UInt8) {
    guard word.utf8.count < 64 else { return }
    let isUpper = byte >= 0x41 && byte <= 0x5A
    word.unicodeScalars.append(UnicodeScalar(isUpper ? byte | 0x20 : byte))
  }

  // MARK: Attributes

  private mutating func advanceTag(_ byte: UInt8) {
    if byte != .slash, byte != .greaterThan { progress = 0 }
    if byte == .greaterThan {
      endTag()
    } else if place == .beforeValue {
      beginValue(byte)
    } else if byte.isSpace {
      if place == .attributeName { place = .afterAttributeName }
    } else if byte == .slash {
      place = .tag
      progress = 1
    } else if byte == .equals {
      // Straight behind a branch the name is one of several.
      if place == .tag { isDynamic = true }
      place = .beforeValue
      attribute = kindOfAttribute
      if word.hasPrefix("data-") || word.hasPrefix("aria-") { isDynamic = false }
      // `src` and a value could be `srcdoc`; all that begins with `on` is a script or nothing.
      if isDynamic, attribute != .script { attribute = .plain }
      if attribute == .scriptType { scriptType = .text }
      word = ""
    } else {
      if place != .attributeName {
        place = .attributeName
        word = ""
        isDynamic = false
      }
      add(byte)
    }
  }

  private mutating func beginValue(_ byte: UInt8) {
    guard !byte.isSpace else { return }
    switch byte {
    case .quote:
      delimiter = .double
      beginValue()
    case .apostrophe:
      delimiter = .single
      beginValue()
    default:
      delimiter = .unquoted
      beginValue()
      feed(byte)
    }
  }

  mutating func beginValue() {
    place = .value
    word = ""
    isDynamic = isDynamicName && attribute == .plain
    url = .start
    script = ScriptState()
    style = StyleState()
  }

  /// Whether the name of the attribute holds a value that could make it any attribute.
  private var isDynamicName: Bool { isDynamic }

  /// What the value of the attribute named `word` is.
  var kindOfAttribute: AttributeKind {
    let name = Self.localName(word)
    if isXML { return kindOfXMLAttribute(name) }
    if word.hasPrefix("data-") || word.hasPrefix("aria-") { return .plain }
    if name.hasPrefix("on") { return .script }
    switch name {
    case "style": return .style
    case "srcset", "imagesrcset": return .urlList
    case "ping": return .urlWords
    case "values" where isAnimation: return .urlList
    case "srcdoc": return .document
    case "content" where element.hasPrefix("meta"): return .refresh
    case "http-equiv" where element.hasPrefix("meta"): return .httpEquiv
    case "type" where element == "script": return .scriptType
    case "to", "from",
      "by" where isAnimation:
      return .url
    default: return Self.urlAttributes.contains(name) ? .url : .plain
    }
  }

  /// Links are followed from XML of any kind; the rest is SVG.
  private func kindOfXMLAttribute(_ name: String) -> AttributeKind {
    if word.hasPrefix("xmlns") { return .plain }
    switch name {
    case "href", "src": return .url
    case _ where !isSVG: return .plain
    case _ where name.hasPrefix("on"): return .script
    case "style": return .style
    case "action", "formaction": return .url
    case "values" where isAnimation: return .urlList
    case "to", "from",
      "by" where isAnimation:
      return .url
    default: return .plain
    }
  }

  private var isAnimation: Bool { Self.isAnimation(element) }

  private static func isAnimation(_ element: String) -> Bool {
    element == "set" || element.hasPrefix("animate")
  }

  /// Whether the value of the attribute `name` is a URL whatever its element.
  static func isURLAttribute(_ name: String) -> Bool {
    urlAttributes.contains(name.split(separator: ":").last.map(String.init) ?? name)
  }

  private static let urlAttributes: Set<String> = [
    "action", "archive", "background", "base", "cite", "classid", "codebase", "data", "formaction",
    "href", "icon", "longdesc", "manifest", "poster", "profile", "src", "usemap",
  ]

  /// Moves on over the byte at `index` of an attribute's value; answers how many bytes it took.
  mutating func advanceValue(_ bytes: Text, _ index: Int) -> Int {
    let byte = bytes[index]
    switch (delimiter, byte) {
    case (.double, .quote), (.single, .apostrophe):
      endValue()
      return 1
    case (.unquoted, .greaterThan):
      endValue()
      endTag()
      return 1
    case (.unquoted, _) where byte.isSpace:
      endValue()
      return 1
    default: break
    }
    if byte == .ampersand, let (decoded, length) = CharacterReference.read(bytes, index) {
      feed(decoded)
      return length
    }
    feed(byte)
    return 1
  }

  private mutating func endValue() {
    if attribute == .scriptType, scriptType != .dynamic { scriptType = Self.scriptType(word) }
    if attribute == .httpEquiv, isDynamic || word == "refresh" {
      // With a value in it, it was refused there.
      if element == Self.filledMeta, !isDynamic { conflict = .refresh }
      element = Self.refreshingMeta
    }
    place = .tag
    delimiter = .none
    attribute = .plain
    word = ""
    isDynamic = false
    url = .start
    script = ScriptState()
    style = StyleState()
  }

  /// Moves on over a byte of an attribute's value after its references were decoded.
  private mutating func feed(_ byte: UInt8) {
    switch attribute {
    case .url where element.hasPrefix("meta") && url == .start && word.isEmpty:
      // The URL of a refresh may have quotes of its own.
      if byte != .quote, byte != .apostrophe { advanceURL(byte) }
    case .url: advanceURL(byte)
    case .script: script.advance(byte)
    case .style: style.advance(byte)
    case .scriptType: add(byte)
    case .httpEquiv: if !byte.isSpace { add(byte) }
    case .document: if byte == .lessThan { word = "<" }
    case .refresh: feedRefresh(byte)
    default: break
    }
  }

  private mutating func feedRefresh(_ byte: UInt8) {
    if !byte.isSpace { add(byte) }
    guard word.hasSuffix("url=") else { return }
    attribute = .url
    word = ""
  }

  private static func scriptType(_ text: String) -> ScriptType {
    let type = text.split(separator: ";").first.map(String.init) ?? ""
    let name = type.filter { !$0.isWhitespace }
    if javaScriptTypes.contains(name) { return .javaScript }
    switch name {
    case "application/json", "importmap", "speculationrules": return .json
    default: return name.hasSuffix("+json") || name.hasSuffix("/json") ? .json : .text
    }
  }

  /// The types that browsers run (https://mimesniff.spec.whatwg.org/#javascript-mime-type) and
  /// those that scripts translate to one.
  private static let javaScriptTypes: Set<String> = [
    "", "module", "application/ecmascript", "application/javascript", "application/x-ecmascript",
    "application/x-javascript", "text/babel", "text/ecmascript", "text/javascript",
    "text/javascript1.0", "text/javascript1.1", "text/javascript1.2", "text/javascript1.3",
    "text/javascript1.4", "text/javascript1.5", "text/jscript", "text/jsx", "text/livescript",
    "text/typescript", "text/x-ecmascript", "text/x-javascript",
  ]

  // MARK: Comments and declarations

  private mutating func advanceDeclaration(_ byte: UInt8) {
    word.unicodeScalars.append(UnicodeScalar(byte))
    if word == "--" {
      place = .comment
      // `<!-->` is a whole comment.
      progress = isXML ? 0 : 2
      word = ""
    } else if isXML, word == "[CDATA[" {
      place = .cdata
      progress = 0
      word = ""
    } else if !"--".hasPrefix(word), !isXML || !"[CDATA[".hasPrefix(word) {
      place = byte == .greaterThan ? .text : .declaration
      word = ""
    }
  }

  private mutating func advanceComment(_ byte: UInt8) {
    if byte == .greaterThan, progress >= 2 {
      place = .text
      progress = 0
    } else {
      progress = byte == .minus ? min(progress + 1, 2) : byte == .bang && progress >= 2 ? 2 : 0
    }
  }

  private mutating func advanceCDATA(_ byte: UInt8) {
    if byte == .greaterThan, progress >= 2 {
      place = .text
      progress = 0
    } else {
      progress = byte == UInt8(ascii: "]") ? min(progress + 1, 2) : 0
    }
  }

  // MARK: Elements without tags inside

  /// Moves on over a byte of the content of `script`, `style`, `title` and the like.
  mutating func advanceElement(_ byte: UInt8) {
    let end = "</\(element)"
    if word == end {
      if byte == .greaterThan {
        leaveElement(.text)
        return
      }
      if byte.isSpace || byte == .slash {
        leaveElement(.endTag)
        return
      }
      word = ""
    } else if byte == .lessThan {
      word = "<"
    } else if !word.isEmpty {
      add(byte)
      if !end.hasPrefix(word) { word = "" }
    }
    switch place {
    case .scriptElement where scriptType != .text: script.advance(byte)
    case .styleElement: style.advance(byte)
    default: break
    }
  }

  private mutating func leaveElement(_ next: Place) {
    place = next
    element = ""
    word = ""
    script = ScriptState()
    style = StyleState()
    scriptType = .javaScript
  }
}
