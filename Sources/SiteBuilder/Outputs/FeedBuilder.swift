internal import Bytes
internal import Localization
internal import NewsFormats
internal import SiteModel

/// Writes the feed of a list in one of the formats.
struct FeedBuilder {
  private let host: SiteHost
  private let route: Route
  private let list: ListID

  init(_ host: SiteHost) {
    self.host = host
    route = host.route
    list = host.route.subject
  }

  private var reader: SiteReader { host.reader }

  /// How many stories the feed of a section, tag or author holds.
  private static let termLimit = 20

  /// Appends the feed.
  func write(into buffer: inout ByteBuffer) {
    switch FeedFormat(rawValue: route.page) {
    case .rss: feed.writeRSS(into: &buffer)
    case .atom: feed.writeAtom(into: &buffer)
    case .json: feed.writeJSON(into: &buffer)
    case nil: break
    }
  }

  private var feed: Feed {
    let edition = reader.edition(route.edition)
    let settings = reader.settings
    let publisher = edition.organization.name ?? settings.title
    let stories = reader.isPreview ? [] : stories(edition)
    var feed = Feed(
      id: name(edition, settings), title: title(edition), language: edition.language.tag,
      direction: edition.direction, pageURL: pageURL, feedURL: reader.address(route.url),
      publisher: FeedPerson(name: publisher, url: settings.baseURL.text + "/"), items: [])
    feed.summary = summary(edition)
    feed.items = stories.map { item($0, edition) }
    feed.updated = feed.items.map(\.updated).max { $0.instant < $1.instant }
    if let logo = edition.organization.logo {
      feed.logo = FeedPicture(url: reader.address(host.siteURL(logo.value)))
    }
    return feed
  }

  private func stories(_ edition: EditionInfo) -> [CardID] {
    var limit = edition.feeds.items
    if case .term = reader.subject(list) { limit = min(limit, Self.termLimit) }
    return reader.slice(list, limit: limit).filter {
      !reader.card($0, .face).flags.contains(.notInFeeds)
    }
  }

  private var term: TermID? {
    if case .term(let id) = reader.subject(list) { return id }
    return nil
  }

  private func title(_ edition: EditionInfo) -> String {
    guard let term else { return edition.title }
    return "\(reader.name(ofTerm: term).string) — \(edition.title)"
  }

  private func summary(_ edition: EditionInfo) -> String {
    guard let term else { return edition.tagline ?? "" }
    return host.description(ofTerm: term) ?? ""
  }

  private var pageURL: String {
    let url = term.map { reader.url(ofTerm: $0) } ?? reader.url(ofEdition: route.edition, .front)
    return url.map { reader.address($0) } ?? ""
  }

  /// The permanent name of the list; it has no year of its own, so it takes a fixed one.
  private func name(_ edition: EditionInfo, _ settings: Shared<SiteSettings>) -> String {
    var name = ""
    if let term = term.map({ reader.term($0) }) { name = "\(term.kind.name):\(term.key)" }
    return TagURI(
      authority: settings.idAuthority, year: 2024, edition: edition.key.value, list: name
    ).text
  }
}

// MARK: - Items

extension FeedBuilder {
  private func item(_ id: CardID, _ edition: EditionInfo) -> FeedItem {
    let card = reader.card(id, .face)
    let times = reader.card(id, .times)
    let published = NewsFormats.Timestamp(times.time(.date))
    var item = FeedItem(
      id: reader.permanentName(ofStory: id),
      url: reader.url(ofStory: id).map { reader.address($0) } ?? "",
      title: card.string(.title) ?? "", language: card.string(.language) ?? edition.language.tag,
      published: published,
      updated: times.time(.updated).map { NewsFormats.Timestamp($0) } ?? published)
    item.direction = host.direction(id)
    item.summary = card.string(.summary) ?? reader.card(id, .measure).string(.excerpt) ?? ""
    // Whoever follows one tag gets summaries: a story is in a dozen such feeds, and its text in all
    // of them would be most of the output.
    if edition.feeds.body == .full, term == nil {
      item.body = host.bodies.body(of: id, host).html
    }
    item.authors = reader.authors(id).map { person($0.term) }
    if let section = reader.section(id) {
      item.categories.append(reader.name(ofTerm: section).string)
    }
    for tag in reader.tags(id) { item.categories.append(reader.name(ofTerm: tag).string) }
    item.picture = picture(card, id)
    return item
  }

  private func person(_ author: TermID) -> FeedPerson {
    // RSS names people and links nobody.
    let url = FeedFormat(rawValue: route.page) == .rss ? nil : reader.url(ofTerm: author)
    return FeedPerson(name: reader.name(ofTerm: author).string, url: url.map { reader.address($0) })
  }

  private func picture(_ card: Card, _ id: CardID) -> FeedPicture? {
    guard let name = card.string(.imageSource), let path = card.string(.path),
      let picture = reader.picture(name, besides: path), let page = reader.url(ofStory: id)
    else { return nil }
    return FeedPicture(
      url: reader.address(reader.url(of: picture, onPageAt: page)),
      mimeType: picture.mediaType ?? "", width: picture.width ?? 0, height: picture.height ?? 0,
      alternative: card.string(.imageAlt) ?? "", caption: card.string(.imageCaption) ?? "",
      credit: card.string(.imageCredit) ?? "")
  }
}
