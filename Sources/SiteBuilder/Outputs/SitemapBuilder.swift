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
          sitemap.append(
            SitemapEntry(
              url: reader.address(url), modified: newest(of: term)))
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
    let edition = reader.edition(route.edition)
    for id in reader.newsWindow(edition: route.edition).prefix(NewsSitemap.maximumEntries) {
      guard let page = entry(id) else { continue }
      let card = reader.card(id, .face)
      sitemap.append(
        NewsSitemapEntry(
          page: page, publicationName: edition.publicationName, language: edition.language.tag,
          published: NewsFormats.Timestamp(reader.card(id, .times).time(.date)),
          title: card.string(.title) ?? ""))
    }
    append(sitemap.finished(), to: &buffer)
  }

  /// The index of all sitemaps.
  func writeIndex(into buffer: inout ByteBuffer) {
    var index = SitemapIndex()
    for route in reader.sitemaps where route.kind != .sitemapIndex {
      var entry = SitemapIndex.Member(url: reader.address(route.url))
      if route.kind == .sitemapMonth {
        let change = reader.newestChange(edition: route.edition, inMonth: Int(route.page))
        entry.modified = change.map { NewsFormats.Timestamp($0) }
      }
      index.sitemaps.append(entry)
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
    entry.modified = reader.card(id, .times).lastChange.map { NewsFormats.Timestamp($0) }
    if let name = card.string(.imageSource), let path = card.string(.path),
      let picture = reader.picture(name, besides: path)
    {
      entry.pictures = [reader.address(reader.url(of: picture, onPageAt: url))]
    }
    return entry
  }

  private func newest(of term: TermID) -> NewsFormats.Timestamp? {
    reader.newestChange(of: reader.list(ofTerm: term)).map { NewsFormats.Timestamp($0) }
  }

  private func newest(_ kind: RouteKind) -> NewsFormats.Timestamp? {
    guard kind == .front else { return nil }
    return reader.newestChange(edition: route.edition).map { NewsFormats.Timestamp($0) }
  }
}

extension SiteReader {
  /// The routes of all sitemaps and of their index, in the order in which they were planned.
  var sitemaps: [Route] {
    note(.init(.sitemaps))
    return snapshot.sitemaps
  }

  /// The sitemaps that lead to all others.
  var announcedSitemaps: [Route] {
    note(.init(.sitemaps, 1))
    return snapshot.announcedSitemaps
  }

  /// The newest change among the newest stories of a list.
  func newestChange(of list: ListID) -> SiteModel.Timestamp? {
    note(.newestChange, ofList: list)
    return snapshot.newestChange(of: list)
  }

  /// The stories of a month of an edition that sitemaps list, oldest first.
  ///
  /// `month` is the Gregorian year × 100 + month of the day of publication in the edition's zone.
  func stories(ofEdition edition: Int, inMonth month: Int) -> [CardID] {
    note(.shard, ofEdition: edition, month)
    return snapshot.shard(edition: edition, month: month)
  }

  /// The newest change of the stories of a month that sitemaps list.
  func newestChange(edition: Int, inMonth month: Int) -> SiteModel.Timestamp? {
    note(.shardChange, ofEdition: edition, month)
    return snapshot.shardChange(edition: edition, month: month)
  }

  /// The stories of the last 48 hours, newest first.
  func newsWindow(edition: Int) -> [CardID] {
    note(.newsWindow, ofEdition: edition)
    return snapshot.newsWindow(edition: edition)
  }
}

extension Snapshot {
  func shard(edition: Int, month: Int) -> [CardID] {
    moment.isPreview ? [] : index.sitemap(ofEdition: edition, inMonth: month)?.stories ?? []
  }

  func shardChange(edition: Int, month: Int) -> SiteModel.Timestamp? {
    moment.isPreview ? nil : index.sitemap(ofEdition: edition, inMonth: month)?.newestChange
  }

  func newestChange(of list: ListID) -> SiteModel.Timestamp? {
    let newest = index.lists[Int(list)].stories.suffix(50).reversed()
    return newest.compactMap { card($0).lastChange }.max { $0.seconds < $1.seconds }
  }

  var announcedSitemaps: [Route] {
    sitemaps.filter { $0.kind == .sitemapIndex || $0.kind == .newsSitemap }
  }

  func newsWindow(edition: Int) -> [CardID] {
    if moment.isPreview { return [] }
    let start = moment.now.seconds - NewsSitemap.window
    let stories = index.lists[Int(index.editions[edition].stories)].stories
    return stories.reversed().prefix { index.publications[Int($0)] > start }
      .filter { card($0).isInSitemap }
  }
}
