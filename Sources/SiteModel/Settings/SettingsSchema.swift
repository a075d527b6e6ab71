package import FrontMatter
internal import Localization

/// Reads `site.yaml`.
package enum SettingsSchema {
  /// The settings in `file` with every default resolved, and everything wrong with them.
  package static func read(_ tree: YAMLTree, file: String) -> SchemaReading<SiteSettings> {
    var reading = SettingsReading(tree)
    let settings = reading.read()
    return reading.reader.finish(settings, file: file)
  }
}

/// The state of reading one `site.yaml`.
private struct SettingsReading {
  var reader: SchemaReader
  private var layer = SettingsLayer()
  private var editions: [(key: Located<String>, layer: SettingsLayer, fingerprint: UInt64)] = []
  private var baseURL: BaseURL?
  private var theme = ThemeChoice.builtin
  private var ignore: [Located<String>] = []
  private var idAuthority: String?
  private var publish = DataValue.emptyMap
  private var hasEditions = false

  init(_ tree: YAMLTree) {
    reader = SchemaReader(tree, context: SchemaContext())
  }

  mutating func read() -> SiteSettings? {
    guard reader.expectMapping() else { return nil }
    let members = reader.members(
      of: reader.tree.root, keys: SettingKey.table, foreign: ForeignKey.settings)
    for member in members { readSite(member.name, member.value) }
    guard let baseURL else {
      let given = members.first { $0.name == .baseURL }?.value
      reader.require(
        "base_url", form: "base_url: https://kabar.example", unlessWrong: given)
      return nil
    }
    let title = layer.title ?? editions.first?.layer.title ?? layer.organization.name
    var settings = SiteSettings(
      baseURL: baseURL, title: title ?? baseURL.host, editions: [],
      idAuthority: idAuthority ?? baseURL.host)
    settings.theme = theme
    settings.ignore = ignore
    settings.publish = publish
    settings.organization = layer.organization
    settings.extra = layer.extra ?? .emptyMap
    settings.fingerprint = reader.tree.fingerprint(of: reader.tree.root, without: "editions")
    settings.editions = resolvedEditions(siteTitle: settings.title)
    return settings
  }

  private mutating func readSite(_ key: SettingKey, _ value: SchemaValue) {
    switch key {
    case .baseURL: baseURL = reader.baseURL(value)
    case .editions: readEditions(value)
    case .theme: theme = reader.choice(value, of: ThemeChoice.self) ?? .builtin
    case .ignore: ignore = reader.lines(value)
    case .idAuthority: idAuthority = reader.host(value)
    case .publish: publish = reader.dataMap(value) ?? .emptyMap
    default: layer.read(key, value, by: &reader)
    }
  }
}

// MARK: - Editions

extension SettingsReading {
  private mutating func readEditions(_ value: SchemaValue) {
    hasEditions = true
    guard reader.expect(.mapping, value) else { return }
    for (key, node) in reader.tree.members(of: value.node) {
      guard let name = editionKey(SchemaValue(key: key, node: key)) else { continue }
      var layer = SettingsLayer()
      if !reader.tree.isNull(node),
        let members = editionMembers(SchemaValue(key: key, node: node))
      {
        for member in members { layer.read(member.name, member.value, by: &reader) }
      }
      editions.append((name, layer, reader.tree.fingerprint(of: node)))
    }
  }

  private mutating func editionKey(_ value: SchemaValue) -> Located<String>? {
    guard let key = reader.slug(value, as: "edition") else { return nil }
    guard let owner = ReservedNames.owner(of: key.value) else { return key }
    reader.note(.key(.reserved(key: "edition", value: key.value, by: owner)), at: value)
    return nil
  }

  private mutating func editionMembers(_ value: SchemaValue) -> [SchemaMember<SettingKey>]? {
    guard reader.expect(.mapping, value) else { return nil }
    let members = reader.members(
      of: value.node, keys: SettingKey.table, foreign: ForeignKey.settings)
    return members.filter { member in
      guard member.name.isSiteOnly else { return true }
      reader.note(
        SchemaProblem(
          kind: .key(.siteOnlyKey(member.name.rawValue)), range: reader.keyRange(of: member.value)))
      return false
    }
  }

  private mutating func resolvedEditions(siteTitle: String) -> [EditionSettings] {
    if editions.isEmpty {
      let key = layer.language?.language ?? "en"
      editions = [(Located(key, at: SourceRange(0..<0)), SettingsLayer(), 0)]
    }
    return editions.enumerated().compactMap { index, edition in
      guard let language = language(of: edition.key, edition.layer) else { return nil }
      var settings = EditionSettings(
        key: edition.key, isDefault: index == 0, layer: edition.layer, over: layer,
        language: language, siteTitle: siteTitle)
      // The site's own `extra` is the site's; an edition has what stands in it alone.
      settings.extra = edition.layer.extra ?? .emptyMap
      settings.fingerprint = edition.fingerprint
      checkNames(of: settings)
      return settings
    }
  }

  /// What an edition says, else what its key says (`fa`, `pt-BR`), else what the site says.
  private func language(
    of key: Located<String>, _ own: SettingsLayer
  ) -> LanguageTag? {
    if let language = own.language { return language }
    let named = LanguageTag(key.value)
    if hasEditions, let named, (2...3).contains(named.language.utf8.count) { return named }
    return layer.language ?? LanguageTag("en")
  }

  /// Notes sections whose URL belongs to a kind of page or to another edition.
  private mutating func checkNames(of edition: EditionSettings) {
    for section in edition.sections {
      var owner: String?
      if edition.paths.all.contains(section.value) { owner = "a kind of page (see 'paths')" }
      if edition.isDefault, editions.dropFirst().contains(where: { $0.key.value == section.value })
      {
        owner = "an edition"
      }
      guard let owner else { continue }
      reader.note(
        SchemaProblem(
          kind: .key(.reserved(key: "section", value: section.value, by: owner)),
          range: section.range.offsets))
    }
  }
}
