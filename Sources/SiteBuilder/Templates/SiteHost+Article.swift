internal import Bytes
internal import FrontMatter
internal import Localization
internal import Markdown
internal import SiteModel
internal import TemplateEngine

extension SiteHost {
  /// The members of a story, on its own page and on cards.
  func article(
    _ member: Member, _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    switch member {
    case .title: return context.text(reader.card(id, .face).text(.title))
    case .url: return context.text(reader.url(ofStory: id))
    case .short_title: return context.text(reader.card(id, .face).text(.shortTitle))
    case .deck: return context.text(reader.card(id, .face).text(.summary))
    case .summary: return summary(id, &context)
    case .kicker: return context.text(reader.card(id, .face).text(.kicker))
    case .dateline: return context.text(reader.card(id, .face).text(.dateline))
    case .date: return try context.time(reader.date(id))
    case .updated:
      return try context.time(reader.card(id, .times).time(.updated) ?? reader.date(id))
    case .is_updated: return Value(isUpdated(id))
    case .section: return reader.section(id).map { Value(.term, Int($0)) } ?? .missing
    case .tags: return try context.terms(reader.tags(id))
    case .authors: return try authors(id, &context)
    case .image:
      return reader.card(id, .face).text(.imageSource) == nil
        ? .missing : Value(.storyImage, Int(id))
    case .genre: return try context.text(reader.card(id, .face).flags.genre.rawValue)
    case .is_breaking: return Value(reader.clock(id).isBreaking)
    case .is_pinned: return Value(reader.clock(id).isPinned)
    case .lang: return try language(id, &context)
    case .dir: return Value(direction: direction(id))
    default: return try details(member, id, &context)
    }
  }

  /// The members that cards rarely show.
  private func details(
    _ member: Member, _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    switch member {
    case .id: return context.text(reader.card(id, .face).text(.id))
    case .guid: return try context.text(reader.permanentName(ofStory: id))
    case .signoff: return context.text(reader.card(id, .details).text(.signoff))
    case .extra: return try context.value(reader.card(id, .details).details?.extra ?? .emptyMap)
    case .source: return try source(id, &context)
    case .retracted: return try notice(reader.card(id, .details).details?.retracted, &context)
    case .withdrawn: return try notice(reader.card(id, .details).details?.withdrawn, &context)
    case .corrections: return try corrections(id, &context)
    case .content: return try content(id, &context)
    case .outline: return try outline(id, &context)
    case .word_count: return Value(wordCount(id))
    case .reading_minutes: return Value(max(1, (wordCount(id) + 219) / 220))
    case .series: return try series(id, &context)
    case .previous: return reader.neighbours(id).older.map { Value(.article, Int($0)) } ?? .missing
    case .next: return reader.neighbours(id).newer.map { Value(.article, Int($0)) } ?? .missing
    case .related: return try context.stories(reader.related(id))
    case .translations: return try translations(id, &context)
    default: return .missing
    }
  }

  /// The deck, else the beginning of the body.
  private func summary(_ id: CardID, _ context: inout RenderContext) -> Value {
    if let deck = reader.card(id, .face).text(.summary) { return context.text(deck) }
    return context.text(reader.card(id, .measure).text(.excerpt))
  }

  private func isUpdated(_ id: CardID) -> Bool {
    let card = reader.card(id, .times)
    guard let date = card.time(.date), let updated = card.time(.updated) else { return false }
    let limit = reader.edition(card.edition).showUpdatedAfter
    return updated.seconds - date.seconds >= limit
  }

  private func authors(
    _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let credits = reader.authors(id)
    return try context.arena.list(
      credits.map { Value(.term, Int($0.term), extra: UInt64($0.role + 1)) })
  }

  private func language(
    _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let card = reader.card(id, .face)
    if let own = card.text(.language) { return context.text(own) }
    return try context.text(reader.language(ofEdition: card.edition).language.tag)
  }

  /// The direction of a story: its own, that of its language, that of the edition.
  func direction(_ id: CardID) -> TextDirection {
    let card = reader.card(id, .face)
    if card.flags.contains(.rightToLeft) { return .rightToLeft }
    if card.flags.contains(.leftToRight) { return .leftToRight }
    if let own = card.string(.language).flatMap({ LanguageTag($0) }) { return own.direction }
    return reader.language(ofEdition: card.edition).direction
  }

  private func source(
    _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard let source = reader.card(id, .details).details?.source else { return .missing }
    return try context.record([
      ("name", context.text(source.name)), ("url", context.text(source.url)),
    ])
  }

  private func notice(
    _ notice: StoryNotice?, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard let notice else { return .missing }
    return try context.record([
      ("at", context.time(notice.at.value)), ("text", context.text(notice.text.value)),
    ])
  }

  private func corrections(
    _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let card = reader.card(id, .details)
    guard card.flags.contains(.hasCorrections), let details = card.details else {
      return try context.arena.list([])
    }
    var items: [Value] = []
    for correction in details.corrections {
      let html = bodies.inline(correction.text, of: id, self)
      items.append(
        try context.record([
          ("at", context.time(correction.at.value)),
          ("kind", context.text(correction.kind.rawValue)),
          ("severity", context.text(correction.severity.rawValue)),
          ("html", context.arena.string(html, flags: .safe)),
        ]))
    }
    return try context.arena.list(items)
  }

  private func content(
    _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let body = bodies.body(of: id, self)
    return try context.arena.string(body.html.span, flags: .safe)
  }

  private func outline(
    _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    try outline(bodies.body(of: id, self).rendered.summary.outline, &context)
  }

  /// Headings as `{level, id, title, children}`; there are at most five levels.
  func outline(
    _ headings: [MarkdownHeading], _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    var items: [Value] = []
    for heading in headings {
      items.append(
        try context.record([
          ("level", Value(heading.level)), ("id", context.text(heading.id)),
          ("title", context.text(heading.title)), ("children", outline(heading.children, &context)),
        ]))
    }
    return try context.arena.list(items)
  }

  private func wordCount(_ id: CardID) -> Int {
    if route.kind == .article, route.subject == id {
      return bodies.wordCount(of: id, self)
    }
    if let counted = reader.card(id, .measure).number(.wordCount) { return counted }
    return bodies.wordCount(of: id, self)
  }

  private func series(
    _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard let parts = reader.parts(id) else { return .missing }
    let card = reader.card(id, .details)
    return try context.record([
      ("title", context.text(reader.term(parts.series).name)),
      ("url", context.text(reader.url(ofTerm: parts.series))),
      ("part", card.number(.seriesPart).map { Value($0) } ?? .missing),
      ("previous", parts.previous.map { Value(.article, Int($0)) } ?? .missing),
      ("next", parts.next.map { Value(.article, Int($0)) } ?? .missing),
    ])
  }

  private func translations(
    _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    var items: [Value] = []
    for other in reader.translations(id) { items.append(try alternate(other, &context)) }
    return try context.arena.list(items)
  }

  /// A story of another edition as `{lang, hreflang, language_name, dir, url, title}`.
  func alternate(
    _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let card = reader.card(id, .face)
    let edition = reader.language(ofEdition: card.edition)
    return try context.record([
      ("lang", context.text(edition.language.tag)),
      ("hreflang", context.text(edition.hreflangText)),
      ("language_name", context.text(edition.languageName)),
      ("dir", Value(direction: edition.direction)),
      ("url", context.text(reader.url(ofStory: id))), ("title", context.text(card.text(.title))),
    ])
  }

  /// The members of a story's lead picture.
  func storyImage(
    _ member: Member, _ id: CardID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let card = reader.card(id, .face)
    switch member {
    case .src: return context.text(card.text(.imageSource))
    case .alt:
      if card.flags.contains(.decorativeImage) { return .emptyString }
      return context.text(card.text(.imageAlt))
    case .caption: return context.text(card.text(.imageCaption))
    case .credit: return context.text(card.text(.imageCredit))
    case .license: return context.text(card.text(.imageLicense))
    default: break
    }
    guard let name = card.string(.imageSource), let path = card.string(.path) else {
      return .missing
    }
    guard let picture = reader.picture(name, besides: path) else {
      return member == .url ? try context.text(name) : .missing
    }
    return try file(member, picture, onPageOf: id, &context)
  }

  private func file(
    _ member: Member, _ picture: PictureFile, onPageOf id: CardID,
    _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    switch member {
    case .url:
      guard let page = reader.url(ofStory: id) else { return .missing }
      return try context.text(reader.url(of: picture, onPageAt: page))
    case .width: return picture.width.map { Value($0) } ?? .missing
    case .height: return picture.height.map { Value($0) } ?? .missing
    case .mime_type: return try context.text(picture.mediaType)
    case .bytes: return Value(picture.size)
    default: return .missing
    }
  }
}
