package import FrontMatter

/// Reads the front matter of stories.
package enum ArticleSchema {
  /// The metadata of the story in `file`, and everything wrong with it.
  package static func read(
    _ tree: YAMLTree, file: String, context: SchemaContext
  ) -> SchemaReading<ArticleMetadata> {
    var reader = SchemaReader(tree, context: context)
    guard reader.expectMapping() else {
      return reader.finish(nil, file: file)
    }
    // A missing title is noted at the end; until then an empty one stands for it.
    var story = ArticleMetadata(title: Located("", at: SourceRange(0..<0)))
    let members = reader.members(
      of: tree.root, keys: ArticleKey.table, foreign: ForeignKey.frontMatter, outermost: true)
    for member in members { read(member.name, member.value, into: &story, by: &reader) }
    reader.addStrays(to: &story.extra)
    check(story, members, by: &reader)
    return reader.finish(story, file: file)
  }

  private static func read(
    _ key: ArticleKey, _ value: SchemaValue, into story: inout ArticleMetadata,
    by reader: inout SchemaReader
  ) {
    switch key {
    case .title: if let title = reader.line(value, limit: 200) { story.title = title }
    case .shortTitle: story.shortTitle = reader.line(value)?.value
    case .date: story.date = reader.timestamp(value)
    case .updated: story.updated = reader.timestamp(value)
    case .summary: story.summary = reader.line(value, limit: 300)
    case .section: story.section = reader.slug(value)
    case .tags: story.tags = reader.commaSeparated(value)
    case .authors: story.authors = reader.credits(value)
    case .signoff: story.signoff = reader.word(value)
    case .kicker: story.kicker = reader.line(value)?.value
    case .dateline: story.dateline = reader.line(value)?.value
    case .source: story.source = reader.source(value)
    case .image: story.image = reader.image(value)
    case .pictures: story.pictures = reader.pictures(value)
    case .genre: story.genre = reader.choice(value, of: Genre.self) ?? .news
    case .slug: story.slug = reader.slug(value)
    case .permalink: story.permalink = reader.permalink(value)
    case .aliases: story.aliases = reader.paths(value)
    case .id: story.id = reader.identifier(value)
    case .draft: story.isDraft = reader.flag(value) ?? false
    case .embargo: story.embargo = reader.timestamp(value)
    case .expires: story.expires = reader.timestamp(value)
    case .onExpiry: story.onExpiry = reader.choice(value, of: ExpiryAction.self) ?? .unlist
    case .pinnedUntil: story.pinnedUntil = reader.timestamp(value)
    case .breakingUntil: story.breakingUntil = reader.timestamp(value)
    case .retracted: story.retracted = reader.notice(value)
    case .withdrawn: story.withdrawn = reader.notice(value)
    case .corrections: story.corrections = reader.corrections(value)
    case .series: story.series = reader.series(value)
    case .translationKey: story.translationKey = reader.word(value)
    case .related: story.related = reader.lines(value)
    case .lang: story.lang = reader.language(value)
    case .dir: story.direction = reader.direction(value)
    case .seo: story.seo = reader.search(value)
    case .social: story.social = reader.social(value)
    case .robots: story.robots = reader.line(value)?.value
    case .feeds: story.feeds = reader.flag(value)
    case .sitemap: story.sitemap = reader.flag(value)
    case .layout: story.layout = reader.template(value)
    case .extra: story.extra = reader.dataMap(value) ?? .emptyMap
    }
  }
}

// MARK: - Rules between keys

extension ArticleSchema {
  private static func check(
    _ story: ArticleMetadata, _ members: [SchemaMember<ArticleKey>], by reader: inout SchemaReader
  ) {
    let given = { (key: ArticleKey) in members.first { $0.name == key } }
    if story.title.value.isEmpty {
      reader.require("title", form: "title: …", unlessWrong: given(.title)?.value)
    }
    if story.date == nil, !story.isDraft {
      reader.require("date", form: "date: 2024-09-19 10:41", unlessWrong: given(.date)?.value)
    }
    reader.expect(story.updated, "updated", notBefore: story.date, "date")
    reader.expect(story.expires, "expires", notBefore: story.date, "date")
    if let action = given(.onExpiry), given(.expires) == nil {
      reader.warn(
        .key(.useless("on_expiry", without: "expires")), at: reader.keyRange(of: action.value))
    }
    if let withdrawn = given(.withdrawn), given(.retracted) != nil {
      reader.note(.key(.contradiction("withdrawn", "retracted")), at: withdrawn.value)
    }
  }
}
