/// How a value is written, decided when the template is compiled: one byte of an instruction.
struct Escaper: Hashable, BitwiseCopyable, Sendable {
  let rawValue: UInt8

  /// What the value becomes part of.
  enum Kind: UInt8, Sendable {
    case raw, text, attribute
    case urlStart, urlPath, urlQuery, urlList
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
  init(_ kind: Kind, _ delimiter: EscapeState.Delimiter = .none) {
    rawValue = kind.rawValue << 2 | delimiter.rawValue
  }

  var kind: Kind { Kind(rawValue: rawValue >> 2) ?? .text }
  var delimiter: EscapeState.Delimiter { .init(rawValue: rawValue & 3) ?? .none }

  static let raw = Escaper(.raw)
  static let text = Escaper(.text)
}

extension EscapeState {
  /// The escaper of a value that is written here.
  var escaper: Escaper {
    switch place {
    case .text, .plainElement, .declaration, .declarationOpen, .endTag:
      place == .endTag ? Escaper(.tagName) : .text
    case .tagOpen: Escaper(.tagName)
    case .tagName: Escaper(.restOfTagName)
    case .tag, .attributeName, .afterAttributeName: Escaper(.attributeName)
    case .beforeValue: Escaper(kindOfValue, .unquoted)
    case .value: Escaper(kindOfValue, delimiter)
    case .scriptElement: Escaper(scriptType == .text ? .text : kindInScript)
    case .styleElement: Escaper(kindInStyle)
    case .comment: Escaper(isXML ? .comment : .commentText)
    case .cdata: Escaper(.cdata)
    }
  }

  private var kindOfValue: Escaper.Kind {
    switch attribute {
    case .plain, .scriptType, .httpEquiv: .attribute
    case .refresh: element == Self.refreshingMeta ? .digits : .attribute
    case .url: kindInURL
    case .urlList: .urlList
    case .script: kindInScript
    case .style: kindInStyle
    case .document: .document
    }
  }

  private var kindInURL: Escaper.Kind {
    switch url {
    case .start: .urlStart
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

  /// Why no value can be written here, when that is so.
  var refusal: TemplateProblem.Code? {
    switch place {
    case .value, .beforeValue:
      if attribute == .url, url == .mixed { return .ambiguousURL }
      if attribute == .url, url == .code {
        return isDynamic
          ? .computedScheme : .unsafeURLLiteral(word.hasPrefix("data") ? "data" : word)
      }
      if attribute == .plain, isDynamic, isDynamicAttribute { return .dynamicAttribute }
      if attribute == .document, word == "<" {
        return .notAPlaceForValues("the markup of 'srcdoc'")
      }
      return refusalOfCode
    case .scriptElement: return scriptType == .dynamic ? .dynamicScriptType : refusalOfCode
    case .styleElement: return refusalOfCode
    case .declarationOpen: return .notAPlaceForValues("the beginning of a declaration")
    case .tagOpen, .tagName:
      return place == .tagName && Self.couldBeSpecial(word)
        ? .notAPlaceForValues("the name of this element") : nil
    default: return nil
    }
  }

  /// Why no value can be written into the string that is open in a script or style sheet.
  private var refusalOfCode: TemplateProblem.Code? {
    if scriptType != .text, script.isEscaped || style.isEscaped {
      return .notAPlaceForValues("a string behind '\\'")
    }
    return script.place == .template && script.progress == 1
      ? .notAPlaceForValues("a template literal behind '$'") : nil
  }

  /// Whether the attribute of this value has a name that a value is part of.
  private var isDynamicAttribute: Bool { attribute == .plain && isDynamic }

  /// Whether a name that begins like this could become one whose content runs.
  static func couldBeSpecial(_ prefix: String) -> Bool {
    guard prefix.utf8.count > 1 else { return false }
    return riskyElements.contains { $0.hasPrefix(prefix) && $0 != prefix }
  }

  /// Elements whose name no value may spell.
  static let riskyElements: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript",
    "plaintext", "object", "embed", "base", "link", "meta", "svg", "math", "set", "animate",
    "form", "template", "frame", "frameset", "applet",
  ]
}
