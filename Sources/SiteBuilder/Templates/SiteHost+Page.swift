internal import Bytes
internal import Localization
internal import Markdown
internal import SiteModel
internal import TemplateEngine

extension SiteHost {
  /// The members of `page`.
  func page(_ member: Member, _ context: inout RenderContext) throws(RenderFault) -> Value {
    let facts = PageFacts(self)
    switch member {
    case .kind: return Value(static: facts.kind)
    case .url: return context.text(route.url)
    case .title: return try context.text(facts.title)
    case .description: return try context.text(facts.description)
    case .canonical: return try context.text(facts.canonical)
    case .robots: return try context.text(facts.robots)
    case .updated: return try context.time(facts.updated)
    case .section: return facts.section.map { Value(.term, Int($0)) } ?? .missing
    case .feeds: return try pageFeeds(&context)
    case .breadcrumbs: return try breadcrumbs(facts.breadcrumbs, &context)
    case .alternates: return try alternates(&context)
    case .social: return try social(facts, &context)
    case .json_ld: return try linkedData(facts, &context)
    case .extra: return try context.value(facts.extra)
    case .content, .outline, .image: return try pageBody(member, &context)
    default: return .missing
    }
  }

  private func pageFeeds(_ context: inout RenderContext) throws(RenderFault) -> Value {
    var items: [Value] = []
    if let term = route.term {
      let name = reader.term(term).name
      for feed in reader.feeds(of: reader.list(ofTerm: term)) {
        items.append(
          try context.record([
            ("type", context.text(feed.format.mediaType)), ("url", context.text(feed.url)),
            ("title", context.text(name)),
          ]))
      }
    }
    guard let own = try feeds(of: route.edition, &context).items else { return .missing }
    return try context.arena.list(items + Array(own))
  }

  private func breadcrumbs(
    _ steps: [PageFacts.Step], _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    var items: [Value] = []
    for step in steps {
      items.append(
        try context.record([("title", context.text(step.title)), ("url", context.text(step.url))]))
    }
    return try context.arena.list(items)
  }

  /// Every version of the page, itself among them; empty when it stands alone.
  private func alternates(_ context: inout RenderContext) throws(RenderFault) -> Value {
    var items: [Value] = []
    for version in PageVersions(self).all {
      let edition = reader.language(ofEdition: version.edition)
      guard let hreflang = edition.hreflangText else { continue }
      items.append(
        try context.record([
          ("lang", context.text(edition.language.tag)), ("hreflang", context.text(hreflang)),
          ("language_name", context.text(edition.languageName)),
          ("dir", Value(direction: edition.direction)), ("url", context.text(version.url)),
          ("title", context.text(version.title)),
        ]))
    }
    return try context.arena.list(items)
  }

  private func social(
    _ facts: PageFacts, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    var image = Value.missing
    if let picture = facts.socialPicture {
      image = try context.record([
        ("url", context.text(picture.url)), ("alt", context.text(picture.alt)),
        ("width", picture.width.map { Value($0) } ?? .missing),
        ("height", picture.height.map { Value($0) } ?? .missing),
      ])
    }
    return try context.record([
      ("title", context.text(facts.socialTitle)),
      ("description", context.text(facts.description)), ("image", image),
    ])
  }

  private func linkedData(
    _ facts: PageFacts, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let start = context.beginText()
    LinkedDataBuilder(self, facts).write(into: &context.scratch)
    return try context.endText(from: start, flags: [.safe, .json])
  }

  /// What a page has that is a text of its own: a standing page, a section's words.
  private func pageBody(
    _ member: Member, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard let request = bodyRequest else { return .missing }
    switch member {
    case .content:
      return try context.arena.string(bodies.body(request, self).html.span, flags: .safe)
    case .outline: return try outline(bodies.body(request, self).rendered.summary.outline, &context)
    default:
      guard let image = pageImage else { return .missing }
      return try picture(image.reference, besides: image.file, onPageAt: route.url, &context)
    }
  }

  private var bodyRequest: BodyRequest? {
    switch route.kind {
    case .standing: return BodyRequest(standing: Int(route.subject), reader)
    case .section where route.page == 0:
      return reader.sectionPage(route.subject).map {
        BodyRequest(section: $0, route.subject, reader)
      }
    default: return nil
    }
  }

  private var pageImage: (reference: ImageReference, file: String)? {
    switch route.kind {
    case .standing:
      let page = reader.standing(Int(route.subject))
      return page.metadata.image.map { ($0, page.path) }
    case .section:
      guard let page = reader.sectionPage(route.subject) else { return nil }
      return page.metadata.image.map { ($0, page.path) }
    default: return nil
    }
  }

  /// A picture of settings, a record or a page, with its members.
  func picture(
    _ reference: ImageReference, besides file: String, onPageAt url: ByteView,
    _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let name = reference.source.value
    let metadata = reference.metadata
    let picture = reader.picture(name, besides: file)
    let address = picture.map { reader.url(of: $0, onPageAt: url) } ?? name
    return try context.record([
      ("src", context.text(name)), ("url", context.text(address)),
      ("alt", context.text(metadata.isDecorative ? "" : metadata.alt)),
      ("caption", context.text(metadata.caption)), ("credit", context.text(metadata.credit)),
      ("license", context.text(metadata.license)),
      ("width", picture?.width.map { Value($0) } ?? .missing),
      ("height", picture?.height.map { Value($0) } ?? .missing),
      ("mime_type", context.text(picture?.mediaType)),
      ("bytes", picture.map { Value($0.size) } ?? .missing),
    ])
  }
}

extension Route {
  /// The term whose page it is.
  var term: TermID? {
    switch kind {
    case .section, .tag, .author, .series: subject
    default: nil
    }
  }
}
