internal import Bytes
internal import FrontMatter
internal import Localization
internal import SiteModel

/// What the head of a page says, by the kind of page; each fact is found when it is asked for.
struct PageFacts {
  private let host: SiteHost
  private let route: Route

  /// One page on the reader's way.
  struct Step {
    var title: String
    /// Root-relative; missing on the page itself.
    var url: String?
  }

  /// A picture for social cards.
  struct Picture {
    var url: String
    var alt: String?
    var width: Int?
    var height: Int?
  }

  init(_ host: SiteHost) {
    self.host = host
    route = host.route
  }

  private var reader: SiteReader { host.reader }

  /// The kind of page, as templates call it.
  var kind: StaticString { route.kind.pageKind }

  /// The card of the page's story.
  private var card: Card? {
    route.kind == .article || route.kind == .tombstone ? reader.card(route.subject, .face) : nil
  }

  private var times: Card? {
    route.kind == .article || route.kind == .tombstone
      ? reader.card(route.subject, .times) : nil
  }

  private var details: CardDetails? {
    guard route.kind == .article else { return nil }
    return reader.card(route.subject, .details).details
  }

  private var standing: StandingMetadata? {
    route.kind == .standing ? reader.standing(Int(route.subject)).metadata : nil
  }

  private var sectionMetadata: SectionMetadata? {
    route.kind == .section ? reader.sectionPage(route.subject)?.metadata : nil
  }
}

// MARK: - Words

extension PageFacts {
  var title: String {
    if let own = details?.seo?.title ?? standing?.seo?.title ?? sectionMetadata?.seo?.title {
      return own
    }
    if let card { return card.string(.title) ?? "" }
    if let standing { return standing.title.value }
    if let term = route.term { return reader.term(term).name }
    switch route.kind {
    case .tags: return word("tags")
    case .authors: return word("authors")
    case .archive: return word("archive")
    case .corrections: return word("corrections")
    case .notFound: return word("not_found_title")
    case .archiveYear: return host.calendarTitle(year: Int(route.page), month: nil)
    case .archiveMonth:
      guard case .month(_, let year, let month) = reader.subject(route.subject) else { return "" }
      return host.calendarTitle(year: year, month: month)
    default: return reader.edition(route.edition).title
    }
  }

  /// A word of the theme; a theme without words gets a plain English one.
  private func word(_ key: String) -> String {
    guard case .text(let text)? = reader.string(key, edition: route.edition) else {
      return key == "not_found_title" ? "Not found" : key.prefix(1).uppercased() + key.dropFirst()
    }
    return text
  }

  var description: String? {
    if let own = details?.seo?.description ?? standing?.seo?.description { return own }
    if let card {
      return card.string(.summary) ?? reader.card(route.subject, .measure).string(.excerpt)
    }
    if let standing { return standing.summary?.value }
    if let term = route.term { return host.description(ofTerm: term) }
    guard route.kind == .front else { return nil }
    return reader.edition(route.edition).tagline
  }

  var extra: DataValue {
    if route.kind == .article { return details?.extra ?? .emptyMap }
    return standing?.extra ?? sectionMetadata?.extra ?? .emptyMap
  }

  var socialTitle: String {
    if let own = details?.social?.title ?? standing?.social?.title { return own }
    return card?.string(.title) ?? title
  }

  var section: TermID? {
    switch route.kind {
    case .section: route.subject
    case .article: reader.section(route.subject)
    default: nil
    }
  }

  /// The newest change of what the page shows.
  var updated: SiteModel.Timestamp? {
    if let times { return times.time(.updated) ?? times.time(.date) }
    if let standing { return standing.updated?.value }
    guard let list = host.list else { return nil }
    return reader.page(Int(route.page), of: list).first
      .flatMap { reader.card($0, .times) }.flatMap { $0.time(.updated) ?? $0.time(.date) }
  }
}

// MARK: - Addresses

extension PageFacts {
  /// The absolute address that stands for the page; nothing when it must not be indexed.
  var canonical: String? {
    if route.kind == .notFound || route.kind == .tombstone { return nil }
    if let own = details?.seo?.canonical?.value { return own }
    return reader.address(route.url)
  }

  var robots: String? {
    if reader.isPreview { return "noindex" }
    if route.kind == .notFound || route.kind == .tombstone { return "noindex" }
    var words = [standing?.robots ?? sectionMetadata?.robots ?? articleRobots ?? editionRobots]
    if route.kind == .tag, route.page == 0, reader.isThin(route.subject) { words = ["noindex"] }
    if let expires = times?.time(.expires) {
      var text = ByteBuffer(capacity: 64)
      text.append("unavailable_after: ")
      text.append(
        rfc3339: Instant(seconds: expires.seconds), offset: Int(expires.offsetMinutes) * 60)
      words.append(text.string())
    }
    return words.joined(separator: ", ")
  }

  private var articleRobots: String? {
    route.kind == .article ? reader.card(route.subject, .details).string(.robots) : nil
  }

  private var editionRobots: String {
    reader.edition(route.edition).robots ?? "max-image-preview:large"
  }

  /// The way to the page from the front, without the front.
  var breadcrumbs: [Step] {
    var steps: [Step] = []
    switch route.kind {
    case .article, .tombstone:
      if let section = reader.section(route.subject) {
        steps.append(
          Step(title: reader.term(section).name, url: reader.url(ofTerm: section)?.string))
      }
    case .tag: steps += overview(.tags, "tags")
    case .author: steps += overview(.authors, "authors")
    case .archiveYear, .archiveMonth: steps += overview(.archive, "archive")
    default: break
    }
    return route.kind == .front ? [] : steps + [Step(title: title, url: nil)]
  }

  private func overview(_ kind: RouteKind, _ key: String) -> [Step] {
    guard let url = reader.url(ofEdition: route.edition, kind) else { return [] }
    return [Step(title: word(key), url: url.string)]
  }

  /// The story's own picture for social cards, its lead picture, or the one of the edition.
  var socialPicture: Picture? {
    if let name = details?.social?.image?.value, let path = card?.string(.path) {
      return picture(name, besides: path, alt: nil)
    }
    if let card, let name = card.string(.imageSource), let path = card.string(.path) {
      return picture(name, besides: path, alt: card.string(.imageAlt))
    }
    if let name = standing?.social?.image?.value {
      return picture(name, besides: reader.standing(Int(route.subject)).path, alt: nil)
    }
    guard let name = reader.edition(route.edition).shareImage?.value else {
      return nil
    }
    return picture(name, besides: "Content/site.yaml", alt: nil)
  }

  private func picture(_ name: String, besides file: String, alt: String?) -> Picture? {
    guard let picture = reader.picture(name, besides: file) else {
      return name.contains("://") ? Picture(url: name, alt: alt) : nil
    }
    return Picture(
      url: reader.url(of: picture, onPageAt: route.url), alt: alt, width: picture.width,
      height: picture.height)
  }
}

/// The versions of a page in all editions.
struct PageVersions {
  /// One version.
  struct Version {
    var edition: Int
    var url: ByteView
    var title: String
  }

  /// Every version, the page itself among them, in order of edition; empty when it stands alone.
  private(set) var all: [Version] = []

  init(_ host: SiteHost) {
    let reader = host.reader
    let route = host.route
    switch route.kind {
    case .article:
      let others = reader.translations(route.subject)
      for id in others + [route.subject] {
        let card = reader.card(id, .face)
        guard let url = reader.url(ofStory: id) else { continue }
        all.append(Version(edition: card.edition, url: url, title: card.string(.title) ?? ""))
      }
    case .front where route.page == 0:
      for edition in reader.settings.editions.indices {
        guard let url = reader.url(ofEdition: edition, .front) else { continue }
        all.append(
          Version(edition: edition, url: url, title: reader.language(ofEdition: edition).title))
      }
    case .standing:
      let number = Int(route.subject)
      for other in reader.standingTranslations(number) + [number] {
        let page = reader.standing(other)
        guard let url = reader.url(ofStanding: other) else { continue }
        all.append(
          Version(edition: page.edition, url: url, title: page.metadata.title.value))
      }
    default: break
    }
    all.sort { $0.edition < $1.edition }
    if all.count < 2 { all = [] }
  }
}

extension SiteReader {
  /// The absolute address of a root-relative URL, percent-encoded (RFC 3986).
  func address(_ url: ByteView) -> String {
    var text = ByteBuffer(capacity: 128)
    text.append(settings.baseURL.origin)
    text.append(percentEncodedPath: url)
    return text.string()
  }
}
