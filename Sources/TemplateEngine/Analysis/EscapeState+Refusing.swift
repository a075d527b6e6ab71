/// Where no value can be written.
extension EscapeState {
  /// Why no value can be written here, when that is so.
  var refusal: TemplateProblem.Code? {
    switch place {
    case .value, .beforeValue: refusalInAttribute
    case .scriptElement: scriptType == .dynamic ? .dynamicScriptType : refusalInCode
    case .styleElement: refusalInCode
    case .text, .cdata: isInCode ? .notAPlaceForValues(.xmlCode) : nil
    case .declarationOpen: .notAPlaceForValues(.declaration)
    case .tagName: Self.couldBeSpecial(word) ? .notAPlaceForValues(.elementName) : nil
    default: nil
    }
  }

  /// Why a value could not be written, as the text behind it shows; asked once.
  mutating func takeConflict() -> TemplateProblem.Code? {
    defer { conflict = .none }
    switch conflict {
    case .none: return nil
    case .elementName: return .notAPlaceForValues(.elementName)
    case .refresh: return .notAPlaceForValues(.contentOfRefresh)
    }
  }

  private var refusalInAttribute: TemplateProblem.Code? {
    switch attribute {
    case .url where url == .mixed: isPlainXML ? nil : .ambiguousURL
    case .url where url == .code:
      isDynamic ? .computedScheme : .unsafeURLLiteral(word.hasPrefix("data") ? "data" : word)
    case .plain where isDynamic: .dynamicAttribute
    case .document where word == "<": .notAPlaceForValues(.markupOfDocument)
    case .httpEquiv where element == Self.filledMeta: .notAPlaceForValues(.httpEquiv)
    case .script where isXML: .notAPlaceForValues(.xmlHandler)
    default: refusalInCode
    }
  }

  /// XML that is no SVG.
  var isPlainXML: Bool { isXML && !isSVG }

  /// Why no value can be written at this place of a script or style sheet.
  private var refusalInCode: TemplateProblem.Code? {
    guard scriptType != .text else { return nil }
    if script.isEscaped || style.isEscaped { return .notAPlaceForValues(.escapedString) }
    if script.isAmbiguous { return .notAPlaceForValues(.behindSlash) }
    return script.place == .template && script.progress == 1
      ? .notAPlaceForValues(.behindDollar) : nil
  }

  /// Whether a name that begins like this could become one whose content runs.
  private static func couldBeSpecial(_ prefix: String) -> Bool {
    guard prefix.utf8.count > 1 else { return false }
    return riskyElements.contains { $0.hasPrefix(prefix) && $0 != prefix }
  }

  /// The beginning of the name of an element that a value begins.
  static let nameOfValue = "*"

  /// Whether a name that a value begins could be one whose content runs.
  static func couldEndSpecial(_ name: String) -> Bool {
    guard name.hasPrefix(nameOfValue), name != nameOfValue else { return false }
    return riskyElements.contains { $0.hasSuffix(name.dropFirst()) }
  }

  /// Elements whose name no value may spell.
  static let riskyElements: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript",
    "plaintext", "object", "embed", "base", "link", "meta", "svg", "math", "set", "animate",
    "animatemotion", "animatetransform", "form", "template", "frame", "frameset", "applet",
  ]
}
