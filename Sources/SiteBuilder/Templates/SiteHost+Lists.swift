internal import Bytes
internal import Localization
internal import SiteModel
internal import TemplateEngine

extension SiteHost {
  /// The list that the page shows.
  var list: ListID? {
    // Which list a page shows follows from what the page is.
    let index = reader.snapshot.index
    switch route.kind {
    case .front, .notFound: return index.editions[route.edition].stories
    case .corrections: return index.editions[route.edition].corrections
    case .archiveMonth: return route.subject
    case .section, .tag, .author, .series: return index.terms[Int(route.subject)].list
    default: return nil
    }
  }

  /// The members of `list`.
  func list(_ member: Member, _ context: inout RenderContext) throws(RenderFault) -> Value {
    guard let list else { return .missing }
    let number = Int(route.page)
    switch member {
    case .items: return try context.stories(items(of: list))
    case .pinned: return number == 0 ? try context.stories(pinned) : .missing
    case .number: return number > 0 ? Value(number) : .missing
    case .from: return try context.time(edge(of: list, oldest: true))
    case .to: return try context.time(edge(of: list, oldest: false))
    case .newer_url: return context.text(newerURL(list, number))
    case .older_url: return context.text(olderURL(list, number))
    case .total: return number == 0 ? Value(reader.count(list)) : .missing
    case .pages: return number == 0 ? Value(reader.numberedPages(list) + 1) : .missing
    case .first_url:
      guard number == 0, reader.numberedPages(list) > 0 else { return .missing }
      return context.text(reader.url(ofList: list, page: 1))
    default: return .missing
    }
  }

  /// The stories of the page in the order shown: newest first, a series by part.
  private func items(of list: ListID) -> [CardID] {
    switch route.kind {
    case .series: return reader.stories(list)
    case .corrections, .archiveMonth: return reader.stories(list).reversed()
    case .notFound: return reader.slice(list, limit: 10)
    default: break
    }
    let page = reader.page(Int(route.page), of: list)
    let pinned = pinned
    return route.page == 0 ? page.filter { !pinned.contains($0) } : page
  }

  /// The pinned stories of the front and of a section.
  private var pinned: [CardID] {
    switch route.kind {
    case .front: reader.pinned(edition: route.edition)
    case .section: reader.pinned(edition: route.edition, section: route.subject)
    default: []
    }
  }

  /// The date of the oldest or newest story on the page.
  private func edge(of list: ListID, oldest: Bool) -> SiteModel.Timestamp? {
    let page = items(of: list)
    return (oldest ? page.last : page.first).flatMap { reader.card($0, .times).time(.date) }
  }

  private func newerURL(_ list: ListID, _ number: Int) -> ByteView? {
    guard number > 0 else { return nil }
    if reader.isLastPage(number, of: list) { return frontURL }
    return reader.url(ofList: list, page: number + 1)
  }

  private func olderURL(_ list: ListID, _ number: Int) -> ByteView? {
    guard hasPages else { return nil }
    if number > 0 { return number > 1 ? reader.url(ofList: list, page: number - 1) : nil }
    let last = reader.numberedPages(list)
    return last > 0 ? reader.url(ofList: list, page: last) : nil
  }

  private var hasPages: Bool {
    switch route.kind {
    case .front, .section, .tag, .author: true
    default: false
    }
  }

  private var frontURL: ByteView? {
    route.kind == .front
      ? reader.url(ofEdition: route.edition, .front) : reader.url(ofTerm: route.subject)
  }

  /// The containers of a curated front as `{key, title, url, items, layout}`.
  func containers(_ context: inout RenderContext) throws(RenderFault) -> Value {
    guard let front = reader.front(edition: route.edition) else { return .missing }
    let filled = FrontFiller(front, edition: route.edition, self).containers
    var items: [Value] = []
    for (container, stories) in filled {
      items.append(
        try context.record([
          ("key", context.text(container.key.value)), ("title", context.text(container.title)),
          ("url", context.text(container.url.map { siteURL($0.value) })),
          ("items", context.stories(stories)), ("layout", context.text(container.layout)),
        ]))
    }
    return try context.arena.list(items)
  }
}
