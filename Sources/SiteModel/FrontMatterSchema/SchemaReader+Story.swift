internal import FrontMatter

/// Readers of the mappings that front matter holds.
extension SchemaReader {
  private enum CreditKey: String, CaseIterable {
    case name, role
    static let table = KeyTable(CreditKey.self)
  }

  /// `authors`: keys or names, or `{name, role}`; one text is one name.
  mutating func credits(_ value: SchemaValue) -> [Credit] {
    elements(value).compactMap { element in
      guard tree.kind(of: element.node) == .mapping else {
        guard let name = line(element) else { return nil }
        let isAlone = element.node == value.node
        if isAlone, name.value.contains(",") || name.value.contains("،") {
          warn(
            .text(.manyNames(key: self.name(of: value), text: name.value)), at: name.range.offsets)
        }
        return Credit(name: name)
      }
      return credit(element)
    }
  }

  private mutating func credit(_ value: SchemaValue) -> Credit? {
    var name: Located<String>?
    var role = Credit.Role.author
    for member in members(of: value, keys: CreditKey.table) ?? [] {
      switch member.name {
      case .name: name = line(member.value)
      case .role: role = choice(member.value, of: Credit.Role.self) ?? .author
      }
    }
    guard let name else { return missing("name", form: "name: …", in: value) }
    return Credit(name: name, role: role)
  }

  private enum SourceKey: String, CaseIterable {
    case name, url
    static let table = KeyTable(SourceKey.self)
  }

  /// `source`: a name, or `{name, url}`.
  mutating func source(_ value: SchemaValue) -> StorySource? {
    guard tree.kind(of: value.node) == .mapping else {
      return line(value).map { StorySource(name: $0.value) }
    }
    var name: String?
    var link: String?
    for member in members(of: value, keys: SourceKey.table) ?? [] {
      switch member.name {
      case .name: name = line(member.value)?.value
      case .url: link = url(member.value)?.value
      }
    }
    guard let name else { return missing("name", form: "name: …", in: value) }
    return StorySource(name: name, url: link)
  }

  private enum SeriesKey: String, CaseIterable {
    case key, part
    static let table = KeyTable(SeriesKey.self)
  }

  /// `series`: a key, or `{key, part}`.
  mutating func series(_ value: SchemaValue) -> SeriesMembership? {
    guard tree.kind(of: value.node) == .mapping else {
      return slug(value).map { SeriesMembership(key: $0) }
    }
    var key: Located<String>?
    var part: Int?
    for member in members(of: value, keys: SeriesKey.table) ?? [] {
      switch member.name {
      case .key: key = slug(member.value)
      case .part: part = integer(member.value, in: 1...10_000)
      }
    }
    guard let key else { return missing("key", form: "key: …", in: value) }
    return SeriesMembership(key: key, part: part)
  }

  private enum NoticeKey: String, CaseIterable {
    case at, text
    static let table = KeyTable(NoticeKey.self)
  }

  /// `retracted` and `withdrawn`: `{at, text}`.
  mutating func notice(_ value: SchemaValue) -> StoryNotice? {
    guard let members = members(of: value, keys: NoticeKey.table) else { return nil }
    var at: Located<Timestamp>?
    var words: Located<String>?
    for member in members {
      switch member.name {
      case .at: at = timestamp(member.value)
      case .text: words = text(member.value)
      }
    }
    guard let words else { return missing("text", form: "text: …", in: value) }
    guard let at else { return missing("at", form: "at: 2024-09-19 10:41", in: value) }
    return StoryNotice(at: at, text: words)
  }

  private enum CorrectionKey: String, CaseIterable {
    case at, kind, severity, text
    static let table = KeyTable(CorrectionKey.self)
  }

  /// `corrections`: a list of `{at, kind, severity, text}`.
  mutating func corrections(_ value: SchemaValue) -> [Correction] {
    elements(value).compactMap { correction($0) }
  }

  private mutating func correction(_ value: SchemaValue) -> Correction? {
    guard let members = members(of: value, keys: CorrectionKey.table) else { return nil }
    var at: Located<Timestamp>?
    var kind = Correction.Kind.correction
    var severity = Correction.Severity.minor
    var words: Located<String>?
    for member in members {
      switch member.name {
      case .at: at = timestamp(member.value)
      case .kind: kind = choice(member.value, of: Correction.Kind.self) ?? .correction
      case .severity: severity = choice(member.value, of: Correction.Severity.self) ?? .minor
      case .text: words = text(member.value)
      }
    }
    guard let words else { return missing("text", form: "text: …", in: value) }
    guard let at else { return missing("at", form: "at: 2024-09-19 10:41", in: value) }
    return Correction(at: at, kind: kind, severity: severity, text: words)
  }

  private enum SearchKey: String, CaseIterable {
    case title, description, canonical
    static let table = KeyTable(SearchKey.self)
  }

  /// `seo`: `{title, description, canonical}`.
  mutating func search(_ value: SchemaValue) -> SearchMetadata? {
    guard let members = members(of: value, keys: SearchKey.table) else { return nil }
    var search = SearchMetadata()
    for member in members {
      switch member.name {
      case .title: search.title = line(member.value)?.value
      case .description: search.description = line(member.value)?.value
      case .canonical: search.canonical = url(member.value)
      }
    }
    return search
  }

  private enum SocialKey: String, CaseIterable {
    case title, image
    static let table = KeyTable(SocialKey.self)
  }

  /// `social`: `{title, image}`.
  mutating func social(_ value: SchemaValue) -> SocialMetadata? {
    guard let members = members(of: value, keys: SocialKey.table) else { return nil }
    var social = SocialMetadata()
    for member in members {
      switch member.name {
      case .title: social.title = line(member.value)?.value
      case .image: social.image = picture(member.value)
      }
    }
    return social
  }

  /// `aliases`: absolute paths.
  mutating func paths(_ value: SchemaValue) -> [Located<String>] {
    elements(value).compactMap { path($0) }
  }

  /// Notes that a mapping lacks a member, unless its value has been noted already.
  mutating func missing<Value>(_ key: String, form: String, in value: SchemaValue) -> Value? {
    let range = tree.range(of: value.node)
    let hasKey = tree.members(of: value.node).contains { tree.has($0.key, key) }
    let isNoted = problems.contains { range.contains($0.range.lowerBound) }
    guard !hasKey || !isNoted, !hasSuggested(key, in: range) else { return nil }
    note(SchemaProblem(kind: .key(.missing(key, form: form)), range: range))
    return nil
  }
}
