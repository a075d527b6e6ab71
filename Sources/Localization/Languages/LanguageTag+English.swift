extension LanguageTag {
  /// English: the language of a text that says nothing of its own.
  package static let english = LanguageTag(language: "en")

  /// A tag that is a language alone; `language` is known to be well-formed.
  private init(language: StaticString) {
    tag = language.description
    self.language = language.description
    script = nil
    region = nil
  }
}
