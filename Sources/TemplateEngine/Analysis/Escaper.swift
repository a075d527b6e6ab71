/// How a value is written, decided when the template is compiled: one byte of an instruction.
struct Escaper: Hashable, BitwiseCopyable, Sendable {
  let rawValue: UInt8

  /// What the value becomes part of.
  enum Kind: UInt8, Sendable {
    case raw, text, attribute
    case urlStart
    /// Behind letters that could be the beginning of a scheme.
    case urlRest
    /// Behind a first `/`.
    case urlRoot
    case urlPath, urlQuery, urlList, urlWords
    /// A link in XML that is no SVG: any scheme but those that run code.
    case xmlLink
    case scriptValue, scriptString, scriptTemplate, scriptRegex, scriptRegexClass
    case styleValue, styleString, styleURL
    case tagName, restOfTagName, attributeName
    case document, comment, commentText, cdata, dropped
    /// Digits and nothing else: the seconds of a refresh.
    case digits
  }

  @inline(__always)
  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// An escaper for a value of a kind inside an attribute with a delimiter, or outside of one.
  init(_ kind: Kind, _ delimiter: EscapeState.Delimiter = .none, isXML: Bool = false) {
    rawValue = kind.rawValue << 2 | delimiter.rawValue | (isXML ? 0x80 : 0)
  }

  var kind: Kind { Kind(rawValue: (rawValue & 0x7F) >> 2) ?? .text }
  /// Whether characters that XML cannot hold are replaced.
  var isXML: Bool { rawValue & 0x80 != 0 }
  var delimiter: EscapeState.Delimiter { .init(rawValue: rawValue & 3) ?? .none }

  static let raw = Escaper(.raw)
  static let text = Escaper(.text)
}

extension EscapeState {
  /// The escaper of a value that is written here.
  var escaper: Escaper {
    switch place {
    case .beforeValue: Escaper(kindOfValue, .unquoted, isXML: isXML)
    case .value: Escaper(kindOfValue, delimiter, isXML: isXML)
    default: escaper(kindOutsideOfValues)
    }
  }

  /// An escaper for a value outside of attributes.
  func escaper(_ kind: Escaper.Kind) -> Escaper { Escaper(kind, isXML: isXML) }

  private var kindOutsideOfValues: Escaper.Kind {
    switch place {
    case .text, .plainElement, .declaration, .declarationOpen, .beforeValue, .value: .text
    case .tagOpen, .endTag: .tagName
    case .tagName: .restOfTagName
    case .tag, .attributeName, .afterAttributeName: .attributeName
    case .scriptElement: scriptType == .text ? .text : kindInScript
    case .styleElement: kindInStyle
    case .comment: isXML ? .comment : .commentText
    case .cdata: .cdata
    }
  }

  private var kindOfValue: Escaper.Kind {
    switch attribute {
    case .plain, .scriptType, .httpEquiv: .attribute
    case .refresh: element == Self.refreshingMeta ? kindInRefresh : .attribute
    case .url: kindInURL
    case .urlList: .urlList
    case .urlWords: .urlWords
    case .script: kindInScript
    case .style: kindInStyle
    case .document: .document
    }
  }

  /// What follows the seconds is a URL with or without `url=` before it.
  private var kindInRefresh: Escaper.Kind {
    word.contains(";") || word.contains(",") ? .urlStart : .digits
  }

  private var kindInURL: Escaper.Kind {
    switch url {
    case .start where word.isEmpty: isPlainXML ? .xmlLink : .urlStart
    case .start: .urlRest
    case .root: .urlRoot
    case _ where isPlainXML: .attribute
    case .path: .urlPath
    case .query, .fragment, .mixed, .code: .urlQuery
    }
  }

  private var kindInScript: Escaper.Kind {
    switch script.place {
    case .code: .scriptValue
    case .double, .single: .scriptString
    case .template: .scriptTemplate
    case .regex: .scriptRegex
    case .regexClass: .scriptRegexClass
    case .lineComment, .blockComment: .dropped
    }
  }

  private var kindInStyle: Escaper.Kind {
    switch style.place {
    case .code: .styleValue
    case .double, .single: .styleString
    case .url, .urlDouble, .urlSingle: .styleURL
    case .comment: .dropped
    }
  }
}
