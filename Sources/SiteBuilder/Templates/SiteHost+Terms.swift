internal import Bytes
internal import FrontMatter
internal import Localization
internal import SiteModel
internal import TemplateEngine

extension SiteHost {
  /// The members of a section, tag, author or series; an author in a byline has a role.
  func term(
    _ member: Member, _ id: TermID, role: Int, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    switch member {
    case .key: return try context.text(reader.term(id).key)
    case .name: return context.text(reader.name(ofTerm: id))
    case .url: return context.text(reader.url(ofTerm: id))
    case .count: return Value(reader.count(reader.list(ofTerm: id)))
    case .description: return try context.text(description(ofTerm: id))
    case .image: return try image(ofTerm: id, &context)
    case .extra: return try extra(ofTerm: id, &context)
    case .role:
      guard role > 0, role <= Credit.Role.allCases.count else { return .missing }
      return try context.text(Credit.Role.allCases[role - 1].rawValue)
    case .related: return try relatedTags(id, &context)
    default: return try author(member, id, &context)
    }
  }

  /// The members that authors alone have.
  private func author(
    _ member: Member, _ id: TermID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let term = reader.term(id)
    guard term.kind == .author, let record = reader.authorRecord(term) else { return .missing }
    let edition = reader.edition(term.edition).key.value
    switch member {
    case .job_title: return try context.text(record.jobTitle?.text(in: edition))
    case .bio: return try context.text(record.bio?.text(in: edition))
    case .email: return try context.text(record.email)
    case .links: return try links(record.links, &context)
    default: return .missing
    }
  }

  private func links(
    _ links: [NamedLink], _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard !links.isEmpty else { return .missing }
    var items: [Value] = []
    for link in links {
      items.append(
        try context.record([
          ("title", context.text(link.title)), ("url", context.text(siteURL(link.url.value))),
        ]))
    }
    return try context.arena.list(items)
  }

  /// What a term is about, in the edition's words; nothing when nobody wrote it.
  func description(ofTerm id: TermID) -> String? {
    let term = reader.term(id)
    let edition = reader.edition(term.edition).key.value
    switch term.kind {
    case .section:
      return reader.sectionPage(id)?.metadata.description
        ?? reader.sectionRecord(term)?.description?.text(in: edition)
    case .tag: return reader.tagRecord(term)?.description?.text(in: edition)
    case .author:
      let record = reader.authorRecord(term)
      return record?.description?.text(in: edition) ?? record?.bio?.text(in: edition)
    case .series: return reader.seriesRecord(term)?.description?.text(in: edition)
    }
  }

  private func image(
    ofTerm id: TermID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let term = reader.term(id)
    var reference: ImageReference?
    var file = "Content/site.yaml"
    switch term.kind {
    case .section:
      let page = reader.sectionPage(id)
      reference = page?.metadata.image ?? reader.sectionRecord(term)?.image
      if let page, page.metadata.image != nil { file = page.path }
    case .tag: reference = reader.tagRecord(term)?.image
    case .author: reference = reader.authorRecord(term)?.image
    case .series: reference = reader.seriesRecord(term)?.image
    }
    guard let reference, let url = reader.url(ofTerm: id) else { return .missing }
    return try picture(reference, besides: file, onPageAt: url, &context)
  }

  private func extra(
    ofTerm id: TermID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    let term = reader.term(id)
    switch term.kind {
    case .section:
      let page = reader.sectionPage(id)?.metadata.extra
      return try context.value(page ?? reader.sectionRecord(term)?.extra ?? .emptyMap)
    case .tag: return try context.value(reader.tagRecord(term)?.extra ?? .emptyMap)
    case .author: return try context.value(reader.authorRecord(term)?.extra ?? .emptyMap)
    case .series: return try context.value(reader.seriesRecord(term)?.extra ?? .emptyMap)
    }
  }

  /// The tags that stand most often beside this one: at most eight.
  private func relatedTags(
    _ id: TermID, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard reader.term(id).kind == .tag else { return .missing }
    return try context.terms(reader.tags(besides: id))
  }
}
