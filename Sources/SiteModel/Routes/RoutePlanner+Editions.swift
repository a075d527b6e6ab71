internal import Bytes

// MARK: - Editions

extension RoutePlanner {
  mutating func planEdition(_ edition: Int) {
    let base = settings(edition).basePath
    let words = settings(edition).paths
    let own = index.editions[edition]
    if has(.front, edition) {
      editions[edition].front = planList(own.stories, .front, edition, subject: edition, base)
    }
    if has(.section, edition) {
      for section in own.sections { planTerm(section, .section, edition, base) }
    }
    planTerms(own.tags, .tag, .tags, edition, "\(base)\(words.tags)/")
    planTerms(own.authors, .author, .authors, edition, "\(base)\(words.authors)/")
    if has(.series, edition) { planSeries(own.series, edition, "\(base)\(words.series)/") }
    planArchive(edition, "\(base)\(words.archive)/")
    if has(.corrections, edition), !index.lists[Int(own.corrections)].stories.isEmpty {
      editions[edition].corrections = table.add(
        .corrections, edition: edition, subject: edition, "\(base)\(words.corrections)/index.html")
    }
    if has(.notFound, edition) {
      editions[edition].notFound = table.add(
        .notFound, edition: edition, subject: edition, "\(base)404.html")
    }
    planEditionFeeds(edition, base)
    planSitemaps(edition, base)
  }

  private mutating func planTerms(
    _ ids: [TermID], _ kind: RouteKind, _ overview: RouteKind, _ edition: Int, _ folder: String
  ) {
    guard !ids.isEmpty else { return }
    if has(kind == .tag ? .tag : .author, edition) {
      for id in ids { planTerm(id, kind, edition, folder) }
    }
    guard has(kind == .tag ? .tags : .authors, edition) else { return }
    let route = table.add(overview, edition: edition, subject: edition, folder + "index.html")
    if overview == .tags {
      editions[edition].tags = route
    } else {
      editions[edition].authors = route
    }
  }

  /// Plans the pages of a term, whose folder lies in `folder`.
  private mutating func planTerm(
    _ id: TermID, _ kind: RouteKind, _ edition: Int, _ folder: String
  ) {
    let list = index.terms[Int(id)].list
    let own = folder + index.terms[Int(id)].slug + "/"
    terms[Int(id)] = planList(list, kind, edition, subject: Int(id), own)
    planFeed(list, .rss, edition, own)
  }

  private mutating func planSeries(_ ids: [TermID], _ edition: Int, _ folder: String) {
    for id in ids {
      let path = folder + index.terms[Int(id)].slug + "/index.html"
      terms[Int(id)] = table.add(.series, edition: edition, subject: Int(id), path)
    }
  }

  /// Plans the front of a list and its numbered pages; answers the route of the front.
  private mutating func planList(
    _ list: ListID, _ kind: RouteKind, _ edition: Int, subject: Int, _ folder: String
  ) -> RouteID {
    let front = table.add(kind, edition: edition, subject: subject, folder + "index.html")
    let pages = index.lists[Int(list)].paging.numberedPages
    guard pages > 0 else { return front }
    firstPages[Int(list)] = RouteID(table.count)
    let numbered = "\(folder)\(settings(edition).paths.page)/"
    for number in 1...pages {
      table.add(kind, edition: edition, subject: subject, page: number) { path in
        path.append(numbered)
        path.append(decimal: number)
        path.append("/index.html")
      }
    }
    return front
  }

  private mutating func planArchive(_ edition: Int, _ folder: String) {
    let own = index.editions[edition]
    guard has(.archive, edition), !own.months.isEmpty else { return }
    editions[edition].archive = table.add(
      .archive, edition: edition, subject: edition, folder + "index.html")
    for list in own.months {
      guard case .month(_, let year, let month) = index.lists[Int(list)].subject else { continue }
      let key = YearKey(edition: edition, year: year)
      if years[key] == nil {
        years[key] = table.add(
          .archiveYear, edition: edition, subject: edition, page: year,
          "\(folder)\(year)/index.html")
      }
      let number = month < 10 ? "0\(month)" : "\(month)"
      months[list] = table.add(
        .archiveMonth, edition: edition, subject: Int(list), "\(folder)\(year)/\(number)/index.html"
      )
    }
  }
}

// MARK: - Feeds and sitemaps

extension RoutePlanner {
  private mutating func planEditionFeeds(_ edition: Int, _ base: String) {
    for format in FeedSettings.Format.allCases
    where settings(edition).feeds.formats.contains(format) {
      planFeed(index.editions[edition].stories, FeedFormat(format), edition, base)
    }
  }

  private mutating func planFeed(
    _ list: ListID, _ format: FeedFormat, _ edition: Int, _ folder: String
  ) {
    guard !settings(edition).disabledKinds.contains(.feeds),
      settings(edition).feeds.formats.contains(where: { FeedFormat($0) == format })
    else { return }
    feeds[FeedKey(list: list, format: format)] = table.add(
      .feed, edition: edition, subject: Int(list), page: Int(format.rawValue),
      folder + format.fileName)
  }

  private mutating func planSitemaps(_ edition: Int, _ base: String) {
    guard !settings(edition).disabledKinds.contains(.sitemap) else { return }
    for shard in index.editions[edition].sitemap {
      let (year, month) = (shard.month / 100, shard.month % 100)
      table.add(
        .sitemapMonth, edition: edition, subject: edition, page: shard.month,
        "\(base)sitemap-\(year)-\(month < 10 ? "0" : "")\(month).xml")
    }
    table.add(.sitemapPages, edition: edition, subject: edition, "\(base)sitemap-pages.xml")
    table.add(.newsSitemap, edition: edition, subject: edition, "\(base)sitemap-news.xml")
  }
}
