internal import Bytes
internal import Localization
internal import Markdown
internal import NewsFormats
internal import SiteModel

/// Says what a page is to machines, from what its reader answers.
struct LinkedDataBuilder {
  private let host: SiteHost
  private let facts: PageFacts

  init(_ host: SiteHost, _ facts: PageFacts) {
    self.host = host
    self.facts = facts
  }

  private var reader: SiteReader { host.reader }
  private var route: Route { host.route }
  private var settings: Shared<SiteSettings> { reader.settings }
  private var siteURL: String { settings.baseURL.text + "/" }
  private var language: String { reader.edition(route.edition).language.tag }

  /// Appends the graph, which is empty for pages that say nothing.
  func write(into buffer: inout ByteBuffer) {
    var nodes: [LinkedData.Node] = []
    switch route.kind {
    case .article: nodes.append(.article(article(route.subject)))
    case .front where route.page == 0: nodes += [.site(site), .organization(organization)]
    case .author where route.page == 0: nodes.append(.profile(profile(route.subject)))
    case .section, .tag, .series: nodes.append(.collection(collection))
    default: break
    }
    if let breadcrumbs { nodes.append(.breadcrumbs(breadcrumbs)) }
    LinkedData(nodes).write(into: &buffer)
  }

  private var breadcrumbs: BreadcrumbNode? {
    let steps = facts.breadcrumbs
    guard steps.count > 1 else { return nil }
    return BreadcrumbNode(
      steps: steps.map { .init(name: $0.title, url: $0.url.map { reader.address($0) }) })
  }
}

// MARK: - The site

extension LinkedDataBuilder {
  private var site: SiteNode {
    SiteNode(
      url: siteURL, name: settings.title,
      languages: settings.editions.indices.map {
        reader.language(ofEdition: $0).language.tag
      })
  }

  private var organization: OrganizationNode {
    let own = reader.edition(route.edition).organization
    return OrganizationNode(
      siteURL: siteURL, name: own.name ?? settings.title, legalName: own.legalName,
      logo: own.logo.map { PictureNode(url: absolute($0.value)) }, address: own.address,
      email: own.email, sameAs: own.sameAs,
      correctionsPolicy: own.correctionsPolicy.map { absolute($0.value) },
      publishingPrinciples: own.publishingPrinciples.map { absolute($0.value) })
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? reader.address(host.siteURL(path)) : path
  }

  private var collection: CollectionNode {
    var node = CollectionNode(
      url: reader.address(route.url), name: facts.title, language: language, siteURL: siteURL)
    node.summary = facts.description
    guard let list = host.list else { return node }
    let stories =
      route.kind == .series ? reader.stories(list) : reader.page(Int(route.page), of: list)
    node.items = stories.compactMap { id in
      guard let url = reader.url(ofStory: id) else { return nil }
      return .init(url: reader.address(url), title: reader.card(id, .face).string(.title) ?? "")
    }
    return node
  }

  private func profile(_ id: TermID) -> ProfileNode {
    let term = reader.term(id)
    let record = reader.authorRecord(term)
    let edition = reader.edition(route.edition).key.value
    var node = ProfileNode(url: reader.address(route.url), name: term.name, language: language)
    node.isOrganization = record?.isOrganization ?? false
    node.jobTitle = record?.jobTitle?.text(in: edition)
    node.biography = record?.bio?.text(in: edition)
    node.email = record?.email
    node.sameAs = record?.sameAs ?? []
    node.siteURL = siteURL
    if let image = record?.image,
      let picture = reader.picture(image.source.value, besides: "Content/site.yaml")
    {
      node.picture = reader.address(reader.url(of: picture, onPageAt: route.url))
    }
    return node
  }
}

// MARK: - A story

extension LinkedDataBuilder {
  private func article(_ id: CardID) -> ArticleNode {
    let card = reader.card(id, .face)
    let own = reader.edition(card.edition)
    let times = reader.card(id, .times)
    let published = NewsFormats.Timestamp(times.time(.date))
    var node = ArticleNode(
      kind: ArticleKind(genre: card.flags.genre.rawValue),
      url: reader.url(ofStory: id).map { reader.address($0) } ?? "",
      headline: card.string(.title) ?? "", language: card.string(.language) ?? own.language.tag,
      published: published,
      modified: times.time(.updated).map { NewsFormats.Timestamp($0) } ?? published,
      publisher: .init(
        siteURL: siteURL, name: own.organization.name ?? settings.title,
        logo: own.organization.logo.map { absolute($0.value) }))
    node.shortHeadline = card.string(.shortTitle)
    node.summary = facts.description
    node.expires = times.time(.expires).map { NewsFormats.Timestamp($0) }
    node.section = reader.section(id).map { reader.name(ofTerm: $0).string }
    node.keywords = reader.tags(id).map { reader.name(ofTerm: $0).string }
    node.dateline = card.string(.dateline)
    node.wordCount = host.bodies.wordCount(of: id, host)
    node.pictures = picture(card).map { [$0] } ?? []
    node.credits = credits(id)
    addDetails(of: id, to: &node)
    return node
  }

  private func addDetails(of id: CardID, to node: inout ArticleNode) {
    let details = reader.card(id, .details).details
    node.source = details?.source.map { .init(name: $0.name, url: $0.url) }
    node.corrections = (details?.corrections ?? []).map {
      .init(date: NewsFormats.Timestamp($0.at.value), text: $0.text.value)
    }
    node.isRetracted = details?.retracted != nil
    if let parts = reader.parts(id), let url = reader.url(ofTerm: parts.series) {
      node.series = .init(
        name: reader.term(parts.series).name, url: reader.address(url),
        part: reader.card(id, .details).number(.seriesPart))
    }
    node.translations = reader.translations(id).compactMap { other in
      guard let url = reader.url(ofStory: other) else { return nil }
      let edition = reader.language(ofEdition: reader.card(other, .face).edition)
      return .init(url: reader.address(url), language: edition.language.tag)
    }
  }

  private func picture(_ card: Card) -> PictureNode? {
    guard let name = card.string(.imageSource), let path = card.string(.path),
      let picture = reader.picture(name, besides: path)
    else { return nil }
    return PictureNode(
      url: reader.address(reader.url(of: picture, onPageAt: route.url)),
      width: picture.width ?? 0, height: picture.height ?? 0,
      caption: card.string(.imageCaption), credit: card.string(.imageCredit),
      license: card.string(.imageLicense))
  }

  private func credits(_ id: CardID) -> [ArticleNode.Credit] {
    reader.authors(id).map { credit in
      let term = reader.term(credit.term)
      let record = reader.authorRecord(term)
      let edition = reader.edition(route.edition).key.value
      return ArticleNode.Credit(
        role: .init(Credit.Role.allCases[credit.role]), name: term.name,
        url: reader.url(ofTerm: credit.term).map { reader.address($0) },
        jobTitle: record?.jobTitle?.text(in: edition),
        isOrganization: record?.isOrganization ?? (Credit.Role.allCases[credit.role] == .agency))
    }
  }
}

extension ArticleNode.Credit.Role {
  fileprivate init(_ role: Credit.Role) {
    switch role {
    case .author, .agency: self = .author
    case .translator: self = .translator
    case .photographer: self = .photographer
    case .editor: self = .editor
    }
  }
}

extension NewsFormats.Timestamp {
  init(_ time: SiteModel.Timestamp) {
    self.init(Instant(seconds: time.seconds), offset: Int(time.offsetMinutes) * 60)
  }

  /// The beginning of time stands for a draft without a date.
  init(_ time: SiteModel.Timestamp?) {
    self.init(time ?? SiteModel.Timestamp(seconds: 0, offsetMinutes: 0))
  }
}

extension SiteReader {
  /// The absolute address of a root-relative URL, percent-encoded (RFC 3986).
  func address(_ url: String) -> String {
    guard url.hasPrefix("/") else { return url }
    var text = ByteBuffer(capacity: 128)
    text.append(settings.baseURL.origin)
    text.append(percentEncodedPath: url)
    return text.string()
  }

  /// The name of a story that never changes: a `tag:` URI of its id or first published path.
  func permanentName(ofStory id: CardID) -> String {
    let card = card(id, .face)
    let settings = settings
    let edition = language(ofEdition: card.edition).key.value
    let year = self.card(id, .times).civilDay / 10_000
    let name = card.string(.id) ?? permanentPath(ofStory: id, settings)
    return TagURI(
      authority: settings.idAuthority, year: year, edition: edition, id: name
    ).text
  }

  /// The path of a story's page below the site's root.
  private func permanentPath(ofStory id: CardID, _ settings: Shared<SiteSettings>) -> String {
    guard let url = url(ofStory: id) else { return "" }
    return url.slice((settings.baseURL.path.utf8.count + 1)..<url.count).string
  }
}
