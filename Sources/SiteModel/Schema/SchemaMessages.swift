internal import Diagnostics
internal import FrontMatter

/// All words of the schemas: turns what a schema found wrong into diagnostics.
struct SchemaMessages {
  let file: String

  func diagnostic(of problem: SchemaProblem) -> Diagnostic {
    var words = words(for: problem.kind)
    if case .key(.wrongKind(_, expected: .text, _)) = problem.kind, let quoted = problem.replacement
    {
      words.help = "put a text in quotes: \(quoted)"
    }
    var diagnostic = Diagnostic(
      problem.severity, id: words.id, words.summary,
      at: SourceLocation(file: file, range: problem.range), label: words.label, help: words.help)
    if let first = words.first {
      diagnostic.notes = [
        .init("the first is at", at: SourceLocation(file: file, range: first))
      ]
    }
    if let replacement = problem.replacement {
      diagnostic.fix = .init(replacing: problem.fixRange ?? problem.range, with: replacement)
    }
    return diagnostic
  }

  /// What is said of one problem.
  struct Words {
    var id: String
    var summary: String
    var label: String?
    var help: String?
    /// An earlier place that matters too.
    var first: Range<Int>?
  }

  private func words(for kind: SchemaProblem.Kind) -> Words {
    switch kind {
    case .key(let fault): keyWords(for: fault)
    case .text(let fault): textWords(for: fault)
    case .form(let fault): formWords(for: fault)
    case .setting(let fault): settingWords(for: fault)
    case .time(let fault): timeWords(for: fault)
    }
  }

  /// A text of the user in a summary, cut where it is long.
  func quoted(_ text: String) -> String {
    text.utf8.count <= 80 ? "'\(text)'" : "'\(text.prefix(50))…'"
  }

  func didYouMean(_ suggestion: String?) -> String? {
    suggestion.map { "did you mean '\($0)'?" }
  }
}

// MARK: - Keys

extension SchemaMessages {
  private func keyWords(for fault: SchemaProblem.KeyFault) -> Words {
    switch fault {
    case .unknownKey(let key, let suggestion):
      Words(
        id: "schema.unknown-key", summary: "unknown key \(quoted(key))",
        label: "no key of this name",
        help: didYouMean(suggestion) ?? "values for templates of your own go under 'extra'")
    case .foreignKey(let key, let answer): foreignWords(key, answer)
    case .siteOnlyKey(let key):
      Words(
        id: "settings.site-only", summary: "\(quoted(key)) belongs to the site, not to an edition",
        help: "move it to the left margin of the file")
    case .missing(let key, let form):
      Words(
        id: "schema.missing-key", summary: "\(quoted(key)) is missing", help: "add a line '\(form)'"
      )
    case .wrongKind(let key, let expected, let found): wrongKind(key, expected, found)
    case .notAMapping(let found):
      Words(
        id: "schema.wrong-kind", summary: "keys and values are expected here, not \(noun(found))",
        help: "write 'key: value', one a line")
    case .contradiction(let key, let other):
      Words(
        id: "schema.contradiction", summary: "\(quoted(key)) cannot stand with \(quoted(other))",
        help: "keep one of them")
    case .useless(let key, let other):
      Words(
        id: "schema.useless-key",
        summary: "\(quoted(key)) does nothing without \(quoted(other))",
        help: "add \(quoted(other)) or leave \(quoted(key)) out")
    case .repeated(let key, let value, let first):
      Words(
        id: "schema.repeated-value", summary: "\(quoted(value)) is given twice as \(quoted(key))",
        label: "the second time", help: "keep one of them", first: first)
    case .unknownEdition(let key, let suggestion):
      Words(
        id: "schema.unknown-edition", summary: "there is no edition \(quoted(key))",
        help: didYouMean(suggestion) ?? "editions are listed in Content/site.yaml")
    case .reserved(let key, let value, let owner):
      Words(
        id: "schema.reserved-name", summary: "\(quoted(value)) cannot be used as \(quoted(key))",
        label: "the name of \(owner)", help: "choose another name")
    }
  }

  private func foreignWords(_ key: String, _ answer: ForeignKey) -> Words {
    var words = Words(id: "schema.foreign-key", summary: "unknown key \(quoted(key))")
    switch answer {
    case .renamed(let name):
      words.summary = "\(quoted(key)) is called '\(name)' here"
      words.help = "write '\(name)'"
    case .member(let owner, let name):
      words.summary = "\(quoted(key)) is called '\(name)' of '\(owner)' here"
      words.help = "write it like this:\n\(owner):\n  \(name): …"
    case .pair(let pair):
      words.summary = "\(quoted(key)) is written '\(pair)' here"
      words.help = "write '\(pair)'"
    case .needless(let reason):
      words.help = "leave it out: \(reason)"
      if reason.hasPrefix("put it") { words.help = reason }
    }
    return words
  }

  private func wrongKind(
    _ key: String, _ expected: SchemaProblem.Expectation, _ found: SchemaProblem.Expectation
  ) -> Words {
    if case .nothing = found {
      return Words(
        id: "schema.no-value", summary: "\(quoted(key)) has no value",
        help: "fill it in or remove it")
    }
    let help =
      switch expected {
      case .text where found == .list: "write one value, without brackets"
      case .text: "write one value, without ': ' in it"
      case .list: "write '[a, b]', or one element a line after '- '"
      case .mapping: "write '{key: value}', or indented lines of 'key: value'"
      case .nothing: "leave it out"
      }
    return Words(
      id: "schema.wrong-kind",
      summary: "\(quoted(key)) takes \(noun(expected)), not \(noun(found))",
      label: noun(found), help: help)
  }

  private func noun(_ expectation: SchemaProblem.Expectation) -> String {
    switch expectation {
    case .text: "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    case .nothing: "nothing"
    }
  }
}

// MARK: - Text

extension SchemaMessages {
  private func textWords(for fault: SchemaProblem.TextFault) -> Words {
    switch fault {
    case .emptyElement(let key):
      Words(
        id: "schema.empty-element", summary: "an element of \(quoted(key)) is empty",
        help: "fill it in or remove it")
    case .cutText(let key, let text):
      Words(
        id: "schema.comment", summary: "\(quoted(key)) holds ' #', where YAML cuts it off",
        label: "the rest is lost", help: "write it like this:\n\(key): \(YAMLQuoting.quoted(text))")
    case .tooLong(let key, let count, let limit):
      Words(
        id: "schema.too-long",
        summary: "\(quoted(key)) has \(count) characters, more than \(limit)",
        help: "lists and search engines cut it; shorten it")
    case .tooMany(let key, let count, let limit):
      Words(
        id: "schema.too-many", summary: "\(quoted(key)) has \(count) elements, more than \(limit)",
        help: "leave some out")
    case .manyNames(let key, let text):
      Words(
        id: "schema.many-names", summary: "\(quoted(text)) is read as one name",
        help: "several names are a list: '\(key): [\(text)]'")
    }
  }
}
