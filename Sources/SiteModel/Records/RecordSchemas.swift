package import FrontMatter
internal import Localization

/// Reads `authors.yaml`, `sections.yaml` and `tags.yaml`.
///
/// `editions` are the keys that a text given per edition may have.
package enum RecordSchemas {
  /// The records of `authors.yaml` in the order of the file.
  package static func authors(
    _ tree: YAMLTree, file: String, editions: [String]
  ) -> SchemaReading<[AuthorRecord]> {
    var records = RecordReader(tree, editions: editions)
    let authors = records.entries().compactMap { key, value -> AuthorRecord? in
      var author = author(key, value, &records)
      author?.fingerprint = records.fingerprint(of: value)
      return author
    }
    records.reader.noteRepetitions("codes", among: authors.flatMap(\.codes)) { $0 }
    return records.reader.finish(authors, file: file)
  }

  /// The records of `sections.yaml` in the order of the file.
  package static func sections(
    _ tree: YAMLTree, file: String, editions: [String]
  ) -> SchemaReading<[SectionRecord]> {
    var records = RecordReader(tree, editions: editions)
    let sections = records.entries().compactMap { key, value -> SectionRecord? in
      var section = section(key, value, &records)
      section?.fingerprint = records.fingerprint(of: value)
      return section
    }
    return records.reader.finish(sections, file: file)
  }

  /// The records of `tags.yaml` in the order of the file.
  package static func tags(
    _ tree: YAMLTree, file: String, editions: [String]
  ) -> SchemaReading<[TagRecord]> {
    var records = RecordReader(tree, editions: editions)
    let tags = records.entries().compactMap { key, value -> TagRecord? in
      var tag = tag(key, value, &records)
      tag?.fingerprint = records.fingerprint(of: value)
      return tag
    }
    records.reader.noteRepetitions(
      "aliases", among: tags.flatMap(\.aliases), as: Normalization.tagIdentity)
    return records.reader.finish(tags, file: file)
  }
}

// MARK: - Entries

extension RecordSchemas {
  private static func author(
    _ key: Located<String>, _ entry: SchemaValue, _ records: inout RecordReader
  ) -> AuthorRecord? {
    if let name = records.shortName(entry) { return AuthorRecord(key: key, name: name) }
    var author = AuthorRecord(key: key, name: EditionText())
    var name: EditionText?
    guard let members = records.reader.members(of: entry, keys: AuthorKey.table) else { return nil }
    for member in members {
      let value = member.value
      switch member.name {
      case .name: name = records.lines(value)
      case .slug: author.slug = records.slugs(value)
      case .codes: author.codes = records.reader.lines(value)
      case .jobTitle: author.jobTitle = records.lines(value)
      case .bio: author.bio = records.texts(value)
      case .email: author.email = records.reader.email(value)
      case .links: author.links = records.reader.links(value)
      case .image: author.image = records.reader.image(value)
      case .description: author.description = records.lines(value)
      case .sameAs: author.sameAs = records.reader.urls(value)
      case .kind:
        author.isOrganization = records.reader.choice(value, of: AuthorKind.self) == .organization
      case .extra: author.extra = records.reader.dataMap(value) ?? .emptyMap
      }
    }
    guard let name = records.required(name, in: entry) else { return nil }
    author.name = name
    return author
  }

  /// What an author is to search engines.
  private enum AuthorKind: String, CaseIterable {
    case person, organization
  }

  private static func section(
    _ key: Located<String>, _ entry: SchemaValue, _ records: inout RecordReader
  ) -> SectionRecord? {
    if let name = records.shortName(entry) { return SectionRecord(key: key, name: name) }
    var section = SectionRecord(key: key, name: EditionText())
    var name: EditionText?
    guard let members = records.reader.members(of: entry, keys: SectionRecordKey.table) else {
      return nil
    }
    for member in members {
      let value = member.value
      switch member.name {
      case .name: name = records.lines(value)
      case .slug: section.slug = records.slugs(value)
      case .description: section.description = records.lines(value)
      case .image: section.image = records.reader.image(value)
      case .layout: section.layout = records.reader.template(value)
      case .extra: section.extra = records.reader.dataMap(value) ?? .emptyMap
      }
    }
    guard let name = records.required(name, in: entry) else { return nil }
    section.name = name
    return section
  }

  private static func tag(
    _ key: Located<String>, _ entry: SchemaValue, _ records: inout RecordReader
  ) -> TagRecord? {
    if let name = records.shortName(entry) { return TagRecord(key: key, name: name) }
    var tag = TagRecord(key: key, name: EditionText())
    var name: EditionText?
    guard let members = records.reader.members(of: entry, keys: TagKey.table) else { return nil }
    for member in members {
      let value = member.value
      switch member.name {
      case .name: name = records.lines(value)
      case .slug: tag.slug = records.slugs(value)
      case .aliases: tag.aliases = records.reader.lines(value)
      case .description: tag.description = records.lines(value)
      case .image: tag.image = records.reader.image(value)
      case .sameAs: tag.sameAs = records.reader.urls(value)
      case .extra: tag.extra = records.reader.dataMap(value) ?? .emptyMap
      }
    }
    guard let name = records.required(name, in: entry) else { return nil }
    tag.name = name
    return tag
  }
}
