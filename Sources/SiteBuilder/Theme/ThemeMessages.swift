internal import Diagnostics

/// What is said about themes: strings, assets and templates that do not fit together.
enum ThemeMessages {
  static func badString(_ key: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.bad-string", "'\(key)' is neither a text nor plural forms",
      at: SourceLocation(file: file),
      help: "write 'key: text', or 'key: {one: …, other: …}' with the categories of the language")
  }

  static func badLanguage(_ language: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.bad-language", "'\(language)' is no language tag",
      at: SourceLocation(file: file), help: "name the file after a BCP 47 tag: 'id.yaml', 'fa.yaml'"
    )
  }

  static func missingForms(_ forms: [String], of key: String, in file: String) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.missing-plural-form",
      "'\(key)' lacks the plural form '\(forms.joined(separator: "', '"))'",
      at: SourceLocation(file: file), help: "add the form: the language needs it for some counts")
  }

  static let baseWithoutMain = Diagnostic(
    .warning, id: "theme.base-without-main",
    "Templates/base.html has no block 'main', so built-in pages use the built-in base",
    at: SourceLocation(file: "Templates/base.html"),
    help: "write {% block main %}{% endblock %} where the page belongs")

  static func noStrings(_ language: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "theme.no-strings", "the theme has no words in '\(language)' and uses English",
      help: "add Templates/strings/\(language).yaml; `warta new theme` writes one to translate")
  }

  static func missingAsset(
    _ name: String, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.missing-asset", "no asset '\(name)' in Templates/assets",
      at: location, label: "no such file",
      help: Suggestion.closest(to: name, in: known).map { "did you mean '\($0)'?" })
  }

  static func assetCircle(_ names: [String], at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, id: "theme.asset-circle",
      "assets refer to each other in a circle: \(names.joined(separator: " → "))", at: location,
      help: "a hashed name depends on what is in the file, so one of the references must go")
  }
}
