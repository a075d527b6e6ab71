package import Diagnostics
internal import FrontMatter
package import Localization

/// The words of the theme in every language: `Templates/strings/<lang>.yaml`.
///
/// A site's file is laid over the built-in one of its language key by key, so that changing one
/// word does not mean keeping a copy of all.
package struct StringTable: Sendable {
  /// One entry: a text, or a text for each plural category of its language.
  package enum Entry: Hashable, Sendable {
    case text(String)
    case plural([PluralCategory: String])
  }

  private var languages: [String: [String: Entry]] = [:]

  package init() {}

  /// Reads the string files of a theme.
  package static func read(
    _ theme: ThemeFiles
  ) -> (table: StringTable, diagnostics: [Diagnostic]) {
    var table = StringTable()
    var diagnostics: [Diagnostic] = []
    let builtin = ThemeFiles().strings
    let own = theme.strings
    for (language, file) in builtin where own.contains(where: { $0.file.isBuiltin }) {
      table.add(file, language, &diagnostics)
    }
    for (language, file) in own where !file.isBuiltin { table.add(file, language, &diagnostics) }
    return (table, diagnostics)
  }

  /// The entry of `key` in the language of an edition: its own tag, its language, then English.
  package func entry(_ key: String, for language: LanguageTag) -> Entry? {
    for tag in [language.tag, language.language, "en"] {
      if let entry = languages[tag]?[key] { return entry }
    }
    return nil
  }

  /// Every entry for the language of an edition, by the same rule.
  func entries(for language: LanguageTag) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for tag in ["en", language.language, language.tag] {
      entries.merge(languages[tag] ?? [:]) { _, own in own }
    }
    return entries
  }

  /// Whether there is a file for the language.
  package func covers(_ language: LanguageTag) -> Bool {
    languages[language.tag] != nil || languages[language.language] != nil
  }

  /// Every key there is, sorted.
  package var keys: [String] {
    Set(languages.values.flatMap(\.keys)).sorted()
  }
}

// MARK: - Reading

extension StringTable {
  private mutating func add(
    _ file: ThemeFiles.File, _ language: String, _ diagnostics: inout [Diagnostic]
  ) {
    let reading = YAMLReader.read(file.bytes, file: file.displayPath)
    diagnostics += reading.diagnostics
    guard case .map(let members)? = reading.tree?.dataValue else { return }
    for member in members {
      if let entry = Entry(member.value) {
        languages[language, default: [:]][member.key] = entry
      } else {
        diagnostics.append(ThemeMessages.badString(member.key, in: file.displayPath))
      }
    }
    checkPlurals(language, file.displayPath, &diagnostics)
  }

  /// Every category of the language must have its form, or a count would find none.
  private func checkPlurals(
    _ language: String, _ file: String, _ diagnostics: inout [Diagnostic]
  ) {
    guard let tag = LanguageTag(language) else {
      diagnostics.append(ThemeMessages.badLanguage(language, in: file))
      return
    }
    let wanted = PluralRules(language: tag).categories
    for (key, entry) in (languages[language] ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard case .plural(let forms) = entry else { continue }
      let missing = wanted.filter { forms[$0] == nil }
      if !missing.isEmpty {
        diagnostics.append(
          ThemeMessages.missingForms(missing.map(\.rawValue), of: key, in: file))
      }
    }
  }
}

extension StringTable.Entry {
  /// The entry that a YAML value makes; nothing when it is neither text nor plural forms.
  fileprivate init?(_ value: DataValue) {
    if let text = value.plainText {
      self = .text(text)
      return
    }
    guard case .map(let members) = value else { return nil }
    var forms: [PluralCategory: String] = [:]
    for member in members {
      guard let category = PluralCategory(rawValue: member.key), let text = member.value.plainText
      else { return nil }
      forms[category] = text
    }
    self = .plural(forms)
  }
}

extension DataValue {
  /// The text of a scalar as it was meant to be read by people.
  fileprivate var plainText: String? {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .none: ""
    case .list, .map: nil
    }
  }
}
