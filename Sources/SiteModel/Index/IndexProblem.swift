package import Diagnostics

/// What can be wrong between stories, each of which is fine on its own.
enum IndexProblem {
  case repeatedID(String, of: Card, first: Card)
  case repeatedTranslation(String, of: Card, first: Card)
  case unknownAuthor(String, at: SourceRange, in: Card, closest: String?)
  case badLedgerRow(at: SourceLocation)
  case unknownLedgerStory(LedgerRow)
  case secondSpelling(String, of: String, at: SourceRange, in: Card)
}

extension IndexProblem {
  /// The problem as it is shown.
  var words: Diagnostic {
    switch self {
    case .repeatedID(let id, let card, let first):
      Diagnostic(
        .error, id: "content.repeated-id", "two stories have the id '\(id)'",
        at: card.location(card.details?.places.id), label: "used before",
        help: "an id names one story for ever: give this one its own, or leave it out",
        notes: [.init("first used in", at: first.location(first.details?.places.id))])
    case .repeatedTranslation(let key, let card, let first):
      Diagnostic(
        .warning, id: "content.repeated-translation",
        "two stories of one edition have the translation key '\(key)'",
        at: card.location(card.details?.places.translationKey), label: "used before",
        help: "a key links the same story in different editions",
        notes: [.init("first used in", at: first.location(first.details?.places.translationKey))])
    case .unknownAuthor(let name, let range, let card, let closest):
      Diagnostic(
        .error, id: "content.unknown-author", "no author '\(name)' in authors.yaml",
        at: card.location(range), label: "not a key of Content/authors.yaml",
        help: closest.map { "did you mean '\($0)'?" }
          ?? "add '\(name)' to Content/authors.yaml")
    case .badLedgerRow(let location):
      Diagnostic(
        .error, id: "ledger.bad-row", "this is no row of the URL ledger", at: location,
        label: "a path, a story and 'live' or 'gone', with tabs between them",
        help: "write it as: /iran/2024/09/slug/ ⇥ id-or-source-path ⇥ live")
    case .unknownLedgerStory(let row):
      Diagnostic(
        .warning, id: "ledger.unknown-story",
        "'\(row.path)' was published, and its story '\(row.story)' is gone", at: row.location,
        label: "answers 404 now",
        help: "name the story that took its place in this row, or write 'gone' at its end")
    case .secondSpelling(let spelling, let name, let range, let card):
      Diagnostic(
        .warning, id: "content.tag-spelling",
        "the tag '\(name)' is also spelled '\(spelling)'",
        at: card.location(range), label: "readers see '\(name)'",
        help: "write it the same way, or give it a name in Content/tags.yaml")
    }
  }
}

extension Card {
  /// A place in the source file of the story.
  package func location(_ range: SourceRange?) -> SourceLocation {
    SourceLocation(file: string(.path) ?? "", range: range?.offsets)
  }
}
