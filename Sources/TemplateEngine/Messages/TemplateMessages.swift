internal import Diagnostics

/// Makes words of what is wrong with templates: the only place that does.
enum TemplateMessages {
  /// The diagnostic of a problem found when compiling.
  static func diagnostic(
    _ located: LocatedProblem, _ templates: [LoadedTemplate]
  ) -> Diagnostic {
    let source = templates[located.template].tree.source
    let words = words(of: located.problem.code)
    var diagnostic = Diagnostic(
      located.problem.code.isWarning ? .warning : .error, id: "template.\(words.id)", words.summary,
      at: SourceLocation(file: source.displayPath, range: located.problem.range),
      label: words.label, help: words.help)
    if let related = located.problem.related {
      diagnostic.notes.append(
        .init("opened here", at: SourceLocation(file: source.displayPath, range: related)))
    }
    return diagnostic
  }

  /// What a problem or fault is called.
  struct Words {
    var id: String
    var summary: String
    var label: String?
    var help: String?

    init(_ id: String, _ summary: String, label: String? = nil, help: String? = nil) {
      self.id = id
      self.summary = summary
      self.label = label
      self.help = help
    }
  }

  /// "did you mean 'x'?" when a candidate is close.
  static func guess(_ word: String, _ candidates: [String]) -> String? {
    Suggestion.closest(to: word, in: candidates).map { "did you mean '\($0)'?" }
  }
}
