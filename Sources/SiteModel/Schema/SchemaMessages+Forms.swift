extension SchemaMessages {
  /// Words for values whose form is wrong.
  func formWords(for fault: SchemaProblem.FormFault) -> Words {
    switch fault {
    case .notAChoice(let key, let value, let choices, let suggestion):
      Words(
        id: "schema.choice", summary: "\(quoted(value)) is no value of \(quoted(key))",
        help: didYouMean(suggestion) ?? "one of \(choices.joined(separator: ", "))")
    case .notAFlag(let key, let value, let suggestion):
      Words(
        id: "schema.flag", summary: "\(quoted(key)) is true or false, not \(quoted(value))",
        help: didYouMean(suggestion) ?? "write 'true' or 'false'")
    case .notANumber(let key, let value, let range):
      Words(
        id: "schema.number", summary: "\(quoted(key)) is a whole number, not \(quoted(value))",
        help: "from \(range.lowerBound) to \(range.upperBound), in digits 0 to 9")
    case .notADuration(let key, let value):
      Words(
        id: "schema.duration", summary: "\(quoted(key)) is a length of time, not \(quoted(value))",
        help: "write '45s', '10m', '2h' or '1d'")
    case .notAnID(let key, let value):
      Words(
        id: "schema.id", summary: "\(quoted(value)) cannot be used as \(quoted(key))",
        help: "1 to 64 of the characters a to z, 0 to 9 and '-'")
    case .notASlug(let key, let value, let suggestion):
      Words(
        id: "schema.slug", summary: "\(quoted(value)) cannot be used as \(quoted(key))",
        help: didYouMean(suggestion) ?? "letters, digits and '-', at most 120 bytes")
    case .notAPath(let key, let value, let fault): pathWords(key, value, fault)
    case .notAURL(let key, let value):
      Words(
        id: "schema.url", summary: "\(quoted(value)) of \(quoted(key)) is no web address",
        help: "write it out: 'https://…'")
    case .notALanguage(let key, let value, let suggestion):
      Words(
        id: "schema.language", summary: "\(quoted(value)) of \(quoted(key)) is no language tag",
        help: didYouMean(suggestion) ?? "write 'id', 'fa' or 'pt-BR' (BCP 47)")
    case .notATemplate(let key, let value):
      Words(
        id: "schema.template", summary: "\(quoted(value)) of \(quoted(key)) is no template name",
        help: "the name of a file in Templates, without '.html'")
    case .notAnEmail(let key, let value):
      Words(
        id: "schema.email", summary: "\(quoted(value)) of \(quoted(key)) is no e-mail address",
        help: "write 'name@host.example'")
    }
  }

  func pathWords(_ key: String, _ value: String, _ fault: SchemaProblem.PathFault) -> Words {
    var words = Words(
      id: "schema.path", summary: "\(quoted(value)) cannot be used as \(quoted(key))")
    switch fault {
    case .url:
      words.label = "a whole web address"
      words.help = "write the path alone: '/a/b/'"
    case .noSlash: words.help = "write it from the root: '/\(value)'"
    case .noFinalSlash: words.help = "write '\(value)/', or a file name such as '\(value).html'"
    case .parent: words.help = "write the path without '.' and '..'"
    case .doubleSlash: words.help = "write one '/' between names"
    case .percent(let decoded):
      words.help = decoded.map { "write it as readers see it: '\($0)'" } ?? "write it without '%'"
    case .character(let character):
      words.label = "it holds '\(character)'"
      words.help =
        character == "\\"
        ? "write '/' between names" : "letters, digits, '-', '_' and '.' make names"
    }
    return words
  }
}
