internal import Diagnostics
internal import FrontMatter
internal import Localization

/// Readers of values that only settings have.
extension SchemaReader {
  /// The name of a zone in the IANA database.
  mutating func zone(_ value: SchemaValue) -> Located<String>? {
    guard let word = word(value) else { return nil }
    if Zone(identifier: word.value) != nil { return word }
    let suggestion = Self.zoneSuggestion(for: word.value)
    note(
      .setting(.notAZone(value: word.value, suggestion: suggestion)), at: value,
      replacement: suggestion)
    return nil
  }

  /// A name of the database for an abbreviation, a city or a misspelt name.
  ///
  /// Nothing for `GMT+7`: the database has `Etc/GMT+7`, which is seven hours *behind*.
  private static func zoneSuggestion(for word: String) -> String? {
    let abbreviations = ["WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"]
    if let name = abbreviations[word] { return name }
    guard !word.utf8.contains(UInt8(ascii: "+")) else { return nil }
    let names = Zone.knownIdentifiers
    let lowered = word.lowercased()
    return names.first { $0.lowercased() == lowered }
      ?? names.first { $0.lowercased().hasSuffix("/" + lowered) }
      ?? Suggestion.closest(to: word, in: names)
  }

  /// `latn`, `arab`, `arabext` or their English names.
  mutating func numerals(_ value: SchemaValue) -> Numerals? {
    guard let word = word(value)?.value else { return nil }
    if let numerals = Numerals(name: word) { return numerals }
    let names = Numerals.allCases.map(\.rawValue) + ["latin", "arabic", "persian"]
    noteNotAChoice(word, of: names, at: value)
    return nil
  }

  /// `date_formats`: a map from names of styles to patterns.
  mutating func dateFormats(_ value: SchemaValue) -> [NamedFormat] {
    guard expect(.mapping, value) else { return [] }
    let names = DateStyle.allCases.map(\.rawValue)
    var formats: [NamedFormat] = []
    for (key, node) in tree.members(of: value.node) where !tree.isNull(node) {
      let entry = SchemaValue(key: key, node: node)
      let name = tree.text(of: key)
      guard names.contains(name) else {
        let suggestion = Suggestion.closest(to: name, in: names)
        note(.key(.unknownKey(name, suggestion: suggestion)), at: SchemaValue(key: key, node: key))
        continue
      }
      guard let pattern = line(entry), isDatePattern(pattern.value, entry) else { continue }
      let place = SourceRange(tree.range(of: key))
      formats.append(NamedFormat(name: Located(name, at: place), pattern: pattern))
    }
    return formats
  }

  private mutating func isDatePattern(_ pattern: String, _ value: SchemaValue) -> Bool {
    guard let english = LanguageTag("en") else { return true }
    do {
      _ = try DateFormat(pattern: pattern, for: Conventions(language: english))
      return true
    } catch {
      var directive: String?
      if case .unknownDirective(let text) = error.kind { directive = text }
      note(.setting(.datePattern(value: pattern, directive: directive)), at: value)
      return false
    }
  }

  /// `sections`: keys, which are names of folders.
  mutating func sections(_ value: SchemaValue) -> [Located<String>] {
    var sections: [Located<String>] = []
    for element in elements(value) {
      guard let key = slug(element) else { continue }
      if let owner = ReservedNames.owner(of: key.value) {
        note(.key(.reserved(key: "section", value: key.value, by: owner)), at: element)
      } else {
        sections.append(key)
      }
    }
    noteRepetitions("sections", among: sections) { $0 }
    return sections
  }

  mutating func organization(_ value: SchemaValue) -> Organization {
    var organization = Organization()
    for member in members(of: value, keys: OrganizationKey.table) ?? [] {
      let value = member.value
      switch member.name {
      case .name: organization.name = line(value)?.value
      case .legalName: organization.legalName = line(value)?.value
      case .address: organization.address = line(value)?.value
      case .email: organization.email = email(value)
      case .logo: organization.logo = picture(value)
      case .sameAs: organization.sameAs = urls(value)
      case .correctionsPolicy: organization.correctionsPolicy = link(value)
      case .publishingPrinciples: organization.publishingPrinciples = link(value)
      }
    }
    return organization
  }

  /// `paths`: words for the URLs of kinds of pages.
  mutating func pathWords(_ value: SchemaValue) -> [PathWordKey: Located<String>] {
    var words: [PathWordKey: Located<String>] = [:]
    for member in members(of: value, keys: PathWordKey.table) ?? [] {
      words[member.name] = slug(member.value)
    }
    return words
  }

  private enum NewsKey: String, CaseIterable {
    case publicationName = "publication_name"
    static let table = KeyTable(NewsKey.self)
  }

  /// `news`: `{publication_name}`.
  mutating func publicationName(_ value: SchemaValue) -> String? {
    members(of: value, keys: NewsKey.table)?.first.flatMap { line($0.value)?.value }
  }

  private enum SocialSettingKey: String, CaseIterable {
    case x
    static let table = KeyTable(SocialSettingKey.self)
  }

  /// `social`: `{x}`, an account with `@`.
  mutating func account(_ value: SchemaValue) -> String? {
    guard let member = members(of: value, keys: SocialSettingKey.table)?.first,
      let word = word(member.value)?.value
    else { return nil }
    let name = word.utf8.first == UInt8(ascii: "@") ? word.utf8.dropFirst() : word.utf8[...]
    let isValid =
      (1...15).contains(name.count)
      && name.allSatisfy {
        $0 == UInt8(ascii: "_") || Unicode.Scalar($0).properties.isAlphabetic
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
    if isValid { return "@" + String(Substring(name)) }
    note(.setting(.notAnAccount(value: word)), at: member.value)
    return nil
  }
}
