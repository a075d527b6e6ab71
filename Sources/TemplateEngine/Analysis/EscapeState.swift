/// Where in HTML or XML a template stands: what the compiler knows between two bytes.
///
/// Literal text moves the state on (`advance`), the state chooses the escaper of a value that is
/// written there (`escaper`), a value moves it on too (`advanceOverValue`), and the ends of
/// branches are joined (`joined`). It follows the tokenizer of the HTML standard (section 13.2.5)
/// as far as that decides how a value has to be escaped.
struct EscapeState: Hashable, Sendable {
  var isXML = false
  var place = Place.text
  /// The special element that we are in, or whose tag we are in, such as `script` or `title`.
  var element = ""
  /// The name, or the part of a URL before anything decides its scheme, that is being read.
  var word = ""
  /// Whether a value is part of what is being read.
  var isDynamic = false
  var attribute = AttributeKind.plain
  var delimiter = Delimiter.none
  var url = URLPart.start
  var script = ScriptState()
  var style = StyleState()
  /// How the content of the `script` element is to be read.
  var scriptType = ScriptType.javaScript
  /// How much of an end like `-->` has been seen.
  var progress: UInt8 = 0

  static let html = EscapeState()
  static let xml = EscapeState(isXML: true)

  /// The state of a text that is captured to be used elsewhere.
  var neutral: EscapeState { isXML ? .xml : .html }

  enum Place: UInt8, Sendable {
    case text
    /// Behind `<`.
    case tagOpen
    case tagName
    case endTag
    /// Inside a tag, between attributes.
    case tag
    case attributeName
    case afterAttributeName
    /// Behind `=`.
    case beforeValue
    case value
    /// `title` and `textarea`: text without tags.
    case plainElement
    case scriptElement
    case styleElement
    /// Behind `<!`.
    case declarationOpen
    case comment
    /// `<!doctype …>` and `<?…>`.
    case declaration
    case cdata
  }

  enum AttributeKind: UInt8, Sendable {
    case plain, url, urlList, script, style, document
    /// `content` of a `meta` element: what follows `url=` is a URL.
    case refresh
    /// `http-equiv` of a `meta` element.
    case httpEquiv
    /// `type` of a `script` element.
    case scriptType
  }

  enum Delimiter: UInt8, Sendable {
    case none, double, single, unquoted
  }

  enum URLPart: UInt8, Sendable {
    /// Nothing has decided the scheme yet.
    case start
    case path
    case query
    case fragment
    /// In the path or in the query, depending on a branch.
    case mixed
    /// Inside `javascript:` or the like.
    case code
  }

  enum ScriptType: UInt8, Sendable {
    case javaScript, json, text, dynamic
  }
}

/// Where in JavaScript or JSON a template stands.
struct ScriptState: Hashable, Sendable {
  var place = Place.code
  /// Whether a `/` begins a regular expression here.
  var expectsOperand = true
  /// The braces open in each `${…}` that we are in.
  var templates: [UInt8] = []
  var isEscaped = false
  /// Whether the last byte may begin or end a comment.
  var progress: UInt8 = 0
  var word = ""

  enum Place: UInt8, Sendable {
    case code, double, single, template, regex, regexClass, lineComment, blockComment
  }
}

/// Where in CSS a template stands.
struct StyleState: Hashable, Sendable {
  var place = Place.code
  var isEscaped = false
  var progress: UInt8 = 0
  var word = ""

  enum Place: UInt8, Sendable {
    case code, double, single, url, urlDouble, urlSingle, comment
  }
}

// MARK: - Moving on

extension EscapeState {
  /// Moves on over literal text.
  mutating func advance(over bytes: Text) {
    var index = 0
    while index < bytes.count {
      if place == .text, word.isEmpty {
        while index < bytes.count, bytes[index] != .lessThan { index += 1 }
        guard index < bytes.count else { return }
      }
      index += advance(bytes, index)
    }
  }

  /// Moves on over the byte at `index`; answers how many bytes it took.
  private mutating func advance(_ bytes: Text, _ index: Int) -> Int {
    let byte = bytes[index]
    switch place {
    case .text: if byte == .lessThan { place = .tagOpen }
    case .value: return advanceValue(bytes, index)
    case .plainElement, .scriptElement, .styleElement: advanceElement(byte)
    default: advanceMarkup(byte)
    }
    return 1
  }

  /// Decides what the bytes before a value left open: whether a `/` begins an expression.
  mutating func prepareForValue() {
    script.settleSlash()
  }

  /// Moves on over a value that is written here.
  mutating func advanceOverValue() {
    switch place {
    case .tagOpen, .tagName:
      place = .tagName
      isDynamic = true
    case .tag, .attributeName, .afterAttributeName:
      if place != .attributeName { word = "" }
      place = .attributeName
      isDynamic = true
    case .beforeValue:
      delimiter = .unquoted
      beginValue()
      advanceOverValue()
    case .value: advanceOverAttributeValue()
    case .scriptElement where scriptType != .text: script.advanceOverValue()
    default: break
    }
    progress = 0
  }

  private mutating func advanceOverAttributeValue() {
    switch attribute {
    case .script: script.advanceOverValue()
    case .scriptType: scriptType = .dynamic
    case .httpEquiv: isDynamic = true
    case .url where url == .start: isDynamic = true
    default: break
    }
  }
}
