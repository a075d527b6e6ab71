internal import Diagnostics

/// What is said about pages and the links between them.
enum RenderMessages {
  static func unknownLayout(
    _ name: String, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    let names = known.map { $0.hasSuffix(".html") ? String($0.dropLast(5)) : $0 }
    return Diagnostic(
      .error, id: "content.unknown-layout", "no template '\(name)'", at: location,
      label: "no such file in Templates",
      help: (known.first { $0.hasPrefix(name + ".") } ?? Suggestion.closest(to: name, in: names))
        .map { "did you mean '\($0)'?" })
  }

  static func noTemplate(_ chain: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.no-template",
      "the theme has none of the templates '\(chain.joined(separator: "', '"))'",
      help: "add Templates/default.html, or take away 'theme: none' from Content/site.yaml")
  }

  static func nobodyHas(_ name: String, closest: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "template.nobody-has",
      "templates ask for '\(name)', which nothing on this site has",
      help: "did you mean '\(closest)'?")
  }

  static func deadLink(_ url: String, at location: SourceLocation, closest: String?) -> Diagnostic {
    Diagnostic(
      .warning, id: "link.dead", "nothing is at '\(url)'", at: location, label: "leads nowhere",
      help: closest.map { "did you mean '\($0)'?" })
  }

  static func deadAnchor(_ fragment: String, _ page: String, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      .warning, id: "link.dead-anchor", "no heading '#\(fragment)' on \(page)", at: location,
      label: "leads to the top of the page")
  }
}
