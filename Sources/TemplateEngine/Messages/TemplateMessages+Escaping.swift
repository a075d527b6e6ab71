/// The words of what stands where it cannot be escaped.
extension TemplateMessages {
  static func wordsOfEscaping(_ code: TemplateProblem.Code) -> Words {
    switch code {
    case .branchContexts(let a, let b):
      Words(
        "branch-context", "the branches end in different places: \(a) and \(b)",
        label: "ends elsewhere", help: "let every branch close what it opens")
    case .loopContext(let a, let b):
      Words(
        "loop-context", "a turn begins in \(a) and ends in \(b)",
        label: "the next turn would begin elsewhere",
        help: "let the body of the loop close what it opens")
    case .blockContext(let a, let b):
      Words("block-context", "begins in \(a) and ends in \(b)", label: "must end as it begins")
    case .recursiveContext(let name):
      Words("recursive-context", "'\(name)' calls itself and ends elsewhere than it begins")
    case .ambiguousURL:
      Words(
        "ambiguous-url", "the value is in the path or in the query, depending on a branch",
        label: "cannot be escaped", help: "let the branches agree on '?'")
    case .computedScheme:
      Words(
        "unsafe-url", "a value before ':' could be any scheme", label: "cannot be made safe",
        help: "let one value hold the whole beginning of the URL")
    case .unsafeURLLiteral(let scheme):
      Words(
        "unsafe-url", "a value inside a '\(scheme):' URL", label: "cannot be made safe",
        help: "use an event handler or a 'data-' attribute")
    case .dynamicScriptType:
      Words(
        "script-type", "the type of a script decides its escaping", label: "write it out")
    case .unprovable(let what): Words("unprovable", what, label: "cannot be decided")
    case .dynamicAttribute:
      Words(
        "dynamic-attribute", "a value as the name of an attribute that has a value",
        label: "the name decides the escaping", help: "write the name out")
    case .notAPlaceForValues(let place): words(of: place)
    default: Words("escaping", "cannot be escaped")
    }
  }

  private static func words(of place: TemplateProblem.Place) -> Words {
    let (name, help) = nameAndHelp(of: place)
    return Words(
      "no-value-here", "no value can be written in \(name)", label: "not safe here", help: help)
  }

  private static func nameAndHelp(of place: TemplateProblem.Place) -> (String, String) {
    switch place {
    case .markupOfDocument:
      (
        "the markup of 'srcdoc'",
        "capture the document: '{% set page %}…{% endset %}', then 'srcdoc=\"{{ page }}\"'"
      )
    case .declaration: ("the beginning of a declaration", "write '<!doctype' or '<!--' out")
    case .elementName:
      ("a part of the name of an element", "write the name out, or let one value be all of it")
    case .escapedString:
      ("a string behind '\\'", "write two backslashes, or let the value hold the backslash")
    case .behindDollar:
      ("a template literal behind '$'", "write '\\$', lest the value begin with a brace")
    case .behindSlash:
      (
        "a script behind a '/' that could divide or begin a regular expression",
        "give the value a name in a statement before: 'let value = {{ … }};'"
      )
    case .contentOfRefresh:
      ("the 'content' before a 'http-equiv' that refreshes", "write 'http-equiv' before 'content'")
    case .httpEquiv:
      ("'http-equiv' behind a 'content' with a value", "write 'http-equiv' before 'content'")
    case .xmlCode:
      ("a script or style sheet of SVG", "write the value into an attribute, such as 'data-value'")
    case .xmlHandler:
      (
        "an event handler of SVG",
        "write the value into another attribute, such as 'data-value'"
      )
    }
  }
}
