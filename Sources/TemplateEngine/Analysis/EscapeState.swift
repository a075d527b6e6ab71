/// Where in HTML or XML a template stands: what the compiler knows between two bytes.
///
/// Literal text moves the state on (`advance`), the state chooses the escaper of a value that is
/// written there (`escaper`), a value moves it on too (`advanceOverValue`), and the ends of
/// branches are joined (`joined`). It follows the tokenizer of the HTML standard (section 13.2.5)
/// as far as that decides how a value has to be escaped.
struct EscapeState: Hashable, Sendable {
  var isXML = false
  /// Whether it is XML that browsers run the scripts of.
  var isSVG = false
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
  /// Whether the text is that of a `script` or `style` element of SVG.
  var isInCode = false
  /// What literal text behind a value made of it that cannot be made safe.
  var conflict = Conflict.none

  static let html = EscapeState()
  static let xml = EscapeState(isXML: true)
  static let svg = EscapeState(isXML: true, isSVG: true)

  /// The state of a text that is captured to be used elsewhere.
  var neutral: EscapeState { isSVG ? .svg : isXML ? .xml : .html }

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
    /// `ping`: URLs between white space.
    case urlWords
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
    /// Behind a first `/`: one more would begin the name of a host.
    case root
    case path
    case query
    case fragment
    /// In the path or in the query, depending on a branch.
    case mixed
    /// Inside `javascript:` or the like.
    case code
  }

  enum Conflict: UInt8, Sendable {
    /// No conflict.
    case none
    /// The name of the element could be one whose content runs.
    case elementName
    /// A value in the `content` of a `meta` that turns out to be a refresh.
    case refresh
  }

  enum ScriptType: UInt8, Sendable {
    case javaScript, json, text, dynamic
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
    case .tagOpen:
      place = .tagName
      word = Self.nameOfValue
      isDynamic = true
    case .tagName: isDynamic = true
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
    case .url where url == .start || url == .root: isDynamic = true
    default: break
    }
    if element == "meta", attribute == .refresh || attribute == .url { element = Self.filledMeta }
  }
}
