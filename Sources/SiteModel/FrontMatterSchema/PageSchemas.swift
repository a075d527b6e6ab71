package import FrontMatter

/// Reads the front matter of standing pages.
package enum StandingSchema {
  /// The metadata of the page in `file`, and everything wrong with it.
  package static func read(
    _ tree: YAMLTree, file: String, context: SchemaContext
  ) -> SchemaReading<StandingMetadata> {
    var reader = SchemaReader(tree, context: context)
    guard reader.expectMapping() else { return reader.finish(nil, file: file) }
    var page = StandingMetadata(title: Located("", at: SourceRange(0..<0)))
    let members = reader.members(
      of: tree.root, keys: StandingKey.table, foreign: ForeignKey.frontMatter, outermost: true)
    for member in members { read(member.name, member.value, into: &page, by: &reader) }
    reader.addStrays(to: &page.extra)
    if page.title.value.isEmpty {
      let given = members.first { $0.name == .title }
      reader.require("title", form: "title: …", unlessWrong: given?.value)
    }
    return reader.finish(page, file: file)
  }

  private static func read(
    _ key: StandingKey, _ value: SchemaValue, into page: inout StandingMetadata,
    by reader: inout SchemaReader
  ) {
    switch key {
    case .title: if let title = reader.line(value, limit: 200) { page.title = title }
    case .shortTitle: page.shortTitle = reader.line(value)?.value
    case .summary: page.summary = reader.line(value, limit: 300)
    case .updated: page.updated = reader.timestamp(value)
    case .image: page.image = reader.image(value)
    case .pictures: page.pictures = reader.pictures(value)
    case .slug: page.slug = reader.slug(value)
    case .permalink: page.permalink = reader.permalink(value)
    case .aliases: page.aliases = reader.paths(value)
    case .draft: page.isDraft = reader.flag(value) ?? false
    case .translationKey: page.translationKey = reader.word(value)
    case .lang: page.lang = reader.language(value)
    case .dir: page.direction = reader.direction(value)
    case .seo: page.seo = reader.search(value)
    case .social: page.social = reader.social(value)
    case .robots: page.robots = reader.line(value)?.value
    case .sitemap: page.sitemap = reader.flag(value)
    case .layout: page.layout = reader.template(value)
    case .order: page.order = reader.integer(value, in: 0...10_000)
    case .extra: page.extra = reader.dataMap(value) ?? .emptyMap
    }
  }
}

/// Reads the front matter of `_index.md`.
package enum SectionSchema {
  /// The metadata of the section page in `file`, and everything wrong with it.
  package static func read(
    _ tree: YAMLTree, file: String, context: SchemaContext
  ) -> SchemaReading<SectionMetadata> {
    var reader = SchemaReader(tree, context: context)
    guard reader.expectMapping() else { return reader.finish(nil, file: file) }
    var section = SectionMetadata()
    let members = reader.members(of: tree.root, keys: SectionKey.table, outermost: true)
    for member in members {
      let value = member.value
      switch member.name {
      case .title: section.title = reader.line(value, limit: 200)
      case .description: section.description = reader.line(value)?.value
      case .image: section.image = reader.image(value)
      case .pictures: section.pictures = reader.pictures(value)
      case .layout: section.layout = reader.template(value)
      case .seo: section.seo = reader.search(value)
      case .social: section.social = reader.social(value)
      case .robots: section.robots = reader.line(value)?.value
      case .extra: section.extra = reader.dataMap(value) ?? .emptyMap
      }
    }
    reader.addStrays(to: &section.extra)
    return reader.finish(section, file: file)
  }
}
