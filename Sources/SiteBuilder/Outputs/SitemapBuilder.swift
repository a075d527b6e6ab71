internal import Bytes
internal import Localization
internal import NewsFormats
internal import SiteModel

/// Writes the sitemaps of a site.
struct SitemapBuilder {
  private let host: SiteHost
  private let route: Route

  init(_ host: SiteHost) {
    self.host = host
    route = host.route
  }

  private var reader: SiteReader { host.reader }

  /// The stories of one month of an edition.
  func writeMonth(into buffer: inout ByteBuffer) {
    var sitemap = Sitemap()
    for id in reader.stories(ofEdition: route.edition, inMonth: Int(route.page)) {
      if let entry = entry(id) { sitemap.append(entry) }
    }
    append(sitemap.finished(), to: &buffer)
  }

  /// Fronts, sections, tags, authors, series and standing pages.
  func writePages(into buffer: inout ByteBuffer) {
    var sitemap = Sitemap()
    if !reader.isPreview {
      let edition = route.edition
      let own: [RouteKind] = [.front, .tags, .authors, .archive, .corrections]
      for kind in own {
        guard let url = reader.url(ofEdition: edition, kind) else { continue }
        sitemap.append(SitemapEntry(url: reader.address(url), modified: newest(kind)))
      }
      for kind in Term.Kind.allCases {
        for term in reader.terms(kind, edition: edition) {
          guard let url = reader.url(ofTerm: term), kind != .tag || !reader.isThin(term) else {
            continue
          }
          let list = reader.snapshot.index.terms[Int(term)].list
          sitemap.append(SitemapEntry(url: reader.address(url), modified: lastChange(list)))
        }
      }
      for page in reader.standingPages(edition: edition) {
        let metadata = reader.standing(page.number).metadata
        if metadata.sitemap == false || metadata.robots?.contains("noindex") == true { continue }
        sitemap.append(
          SitemapEntry(
            url: reader.address(page.url),
            modified: metadata.updated.map { NewsFormats.Timestamp($0.value) }))
      }
    }
    append(sitemap.finished(), to: &buffer)
  }

  /// The stories of the last two days.
  func writeNews(into buffer: inout ByteBuffer) {
    var sitemap = NewsSitemap()
    let edition = reader.edition(route.edition, "news")
    for id in reader.newsWindow(edition: route.edition).prefix(NewsSitemap.maximumEntries) {
      guard let page = entry(id) else { continue }
      let card = reader.card(id, .face)
      sitemap.append(
        NewsSitemapEntry(
          page: page, publicationName: edition.publicationName, language: edition.language.tag,
          published: NewsFormats.Timestamp(card.time(.date)), title: card.string(.title) ?? ""))
    }
    append(sitemap.finished(), to: &buffer)
  }

  /// The index of all sitemaps.
  func writeIndex(into buffer: inout ByteBuffer) {
    var index = SitemapIndex()
    let table = reader.snapshot.routes.table
    for id in 0..<RouteID(table.count) {
      let route = table[id]
      switch route.kind {
      case .sitemapMonth:
        let stories = reader.stories(ofEdition: route.edition, inMonth: Int(route.page))
        index.sitemaps.append(.init(url: reader.address(route.url), modified: lastChange(stories)))
      case .sitemapPages, .newsSitemap:
        index.sitemaps.append(.init(url: reader.address(route.url)))
      default: break
      }
    }
    index.write(into: &buffer)
  }

  private func append(_ finished: consuming ByteBuffer, to buffer: inout ByteBuffer) {
    buffer.append(contentsOf: finished)
  }
}

// MARK: - Entries

extension SitemapBuilder {
  private func entry(_ id: CardID) -> SitemapEntry? {
    guard let url = reader.url(ofStory: id) else { return nil }
    let card = reader.card(id, .face)
    var entry = SitemapEntry(url: reader.address(url))
    entry.modified = (card.time(.updated) ?? card.time(.date)).map { NewsFormats.Timestamp($0) }
    if let name = card.string(.imageSource), let path = card.string(.path),
      let picture = reader.picture(name, besides: path)
    {
      entry.pictures = [reader.address(reader.url(of: picture, onPageAt: url))]
    }
    return entry
  }

  private func newest(_ kind: RouteKind) -> NewsFormats.Timestamp? {
    guard kind == .front else { return nil }
    return reader.newestChange(edition: route.edition).map { NewsFormats.Timestamp($0) }
  }

  private func lastChange(_ list: ListID) -> NewsFormats.Timestamp? {
    lastChange(reader.slice(list, limit: 50))
  }

  private func lastChange(_ stories: [CardID]) -> NewsFormats.Timestamp? {
    let changes = stories.compactMap { id -> SiteModel.Timestamp? in
      let card = reader.card(id, .times)
      return card.time(.updated) ?? card.time(.date)
    }
    return changes.max { $0.seconds < $1.seconds }.map { NewsFormats.Timestamp($0) }
  }
}

extension SiteReader {
  /// The stories of a month of an edition that sitemaps list, oldest first.
  ///
  /// `month` is the Gregorian year × 100 + month of the day of publication in the edition's zone.
  func stories(ofEdition edition: Int, inMonth month: Int) -> [CardID] {
    note(.init(.shard, edition, month))
    if snapshot.moment.isPreview { return [] }
    let stories = snapshot.index.lists[Int(snapshot.index.editions[edition].stories)].stories
    return stories.filter { id in
      let card = snapshot.cards[id]
      return card.civilDay / 100 == month && card.isInSitemap
    }
  }

  /// The stories of the last 48 hours, newest first.
  func newsWindow(edition: Int) -> [CardID] {
    note(.init(.newsWindow, edition))
    if snapshot.moment.isPreview { return [] }
    let start = snapshot.moment.now.seconds - NewsSitemap.window
    let stories = snapshot.index.lists[Int(snapshot.index.editions[edition].stories)].stories
    return stories.reversed().prefix { snapshot.index.publications[Int($0)] > start }
      .filter { snapshot.cards[$0].isInSitemap }
  }
}
