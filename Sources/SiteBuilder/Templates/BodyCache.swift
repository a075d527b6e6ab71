internal import Bytes
internal import Diagnostics
internal import Localization
internal import Markdown
internal import SiteModel

/// The rendered bodies that one page asks for, each rendered once.
struct BodyCache {
  /// The HTML of a body and what else it says.
  struct Body {
    var html: [UInt8]
    var rendered: RenderedMarkdown
  }

  private var bodies: [String: Body] = [:]
  private var renderer = BodyRenderer()
  /// What pages have asked of bodies so far: from then on it is measured in the same pass.
  private var measures: MarkdownOptions.Measures = []

  mutating func removeAll() {
    bodies.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    anchors.removeAll(keepingCapacity: true)
  }

  /// The links of the bodies that the page owns, to be checked against all pages.
  private(set) var links: [PageLink] = []
  private var anchors: [String] = []

  /// The ids of a page's own text.
  func anchors(of route: Route) -> [String] { anchors }

  private mutating func render(_ request: BodyRequest, _ host: SiteHost) -> Body {
    let body = renderer.render(request, host.reader)
    if body.rendered.usesLabels {
      for key in MarkdownLabels.keys { _ = host.reader.string(key, edition: request.edition) }
    }
    // Another page than the text's own repeats nothing of what it says.
    if request.isOwnPage(host.route) { keep(body, of: request, host) }
    return body
  }

  private mutating func keep(_ body: Body, of request: BodyRequest, _ host: SiteHost) {
    host.diagnostics += body.rendered.diagnostics
    anchors += body.rendered.anchors
    for link in body.rendered.links where link.kind.isInside {
      let location = SourceLocation(file: request.path, range: link.range)
      links.append(PageLink(url: link.url, location: location))
    }
  }

  /// The body of a story.
  mutating func body(of id: CardID, _ host: SiteHost) -> Body {
    let request = BodyRequest(story: id, host.reader)
    return body(request, host)
  }

  /// The body of a file that a page shows: a standing page, a section's own words.
  mutating func body(_ request: BodyRequest, _ host: SiteHost) -> Body {
    if let known = bodies[request.path] { return known }
    var request = request
    request.options.measures = measures
    let body = render(request, host)
    bodies[request.path] = body
    return body
  }

  /// The number of words of a story's body.
  mutating func wordCount(of id: CardID, _ host: SiteHost) -> Int {
    let request = BodyRequest(story: id, host.reader)
    let isCounted = measures.contains(.wordCount) || bodies[request.path] == nil
    measures.insert(.wordCount)
    var body = body(request, host)
    if !isCounted {
      body.rendered.summary.wordCount = renderer.wordCount(request, host.reader)
      bodies[request.path] = body
    }
    return body.rendered.summary.wordCount
  }

  /// One line of Markdown in the front matter of a story.
  mutating func inline(_ text: Located<String>, of id: CardID, _ host: SiteHost) -> String {
    var request = BodyRequest(story: id, host.reader)
    request.text = Array(text.value.utf8)
    request.start = text.range.offsets.lowerBound
    request.options.form = .inline
    return String(decoding: render(request, host).html, as: UTF8.self)
  }
}

/// A text to be rendered, and what is known of it.
struct BodyRequest {
  var path: String
  var edition: Int
  /// UTF-8 offset of the text in the file.
  var start: Int
  /// The text, where it is not the rest of the file.
  var text: [UInt8]?
  /// The URL of the page that shows it, for pictures beside it.
  var pageURL: ByteView?
  var options: MarkdownOptions
  /// The story, or the number of the standing page.
  var owner: Owner

  /// Whose text it is.
  enum Owner: Equatable {
    case story(CardID)
    case standing(Int)
    case section(TermID)
  }

  init(story id: CardID, _ reader: SiteReader) {
    let card = reader.card(id, .face)
    let settings = reader.edition(card.edition)
    var options = MarkdownOptions(settings, reader)
    options.title = card.string(.title)
    options.isSponsored = card.flags.genre == .sponsored
    if let details = reader.card(id, .details).details {
      options.pictures = details.pictures.records
    }
    path = card.string(.path) ?? ""
    edition = card.edition
    start = reader.card(id, .body).bodyStart
    pageURL = reader.url(ofStory: id)
    self.options = options
    owner = .story(id)
  }

  init(standing number: Int, _ reader: SiteReader) {
    let page = reader.standing(number)
    var options = MarkdownOptions(reader.edition(page.edition), reader)
    options.title = page.metadata.title.value
    options.pictures = page.metadata.pictures.records
    path = page.path
    edition = page.edition
    start = page.bodyStart
    pageURL = reader.url(ofStanding: number)
    self.options = options
    owner = .standing(number)
  }

  init(section page: SectionPage, _ term: TermID, _ reader: SiteReader) {
    var options = MarkdownOptions(reader.edition(page.edition), reader)
    options.title = page.metadata.title?.value
    options.pictures = page.metadata.pictures.records
    path = page.path
    edition = page.edition
    start = page.bodyStart
    pageURL = reader.url(ofTerm: term)
    self.options = options
    owner = .section(term)
  }

  /// Whether `route` is the page that reports what is wrong with the text.
  func isOwnPage(_ route: Route) -> Bool {
    switch owner {
    case .story(let id): route.kind == .article && route.subject == id
    case .standing(let number): route.kind == .standing && Int(route.subject) == number
    case .section(let term): route.kind == .section && route.subject == term && route.page == 0
    }
  }
}

extension MarkdownOptions {
  /// The options that follow from the settings of an edition.
  init(_ edition: EditionInfo, _ reader: SiteReader) {
    self.init()
    rawHTML = edition.rawHTML == .allow ? .allow : .deny
    baseURL = reader.settings.baseURL.text
    labels = edition.labels
    reservedIDs = Self.idsOfTheme
  }

  private static let idsOfTheme: Set<String> = ["main"]
}

extension [PictureEntry] {
  /// What front matter says of pictures, by the name that the text uses.
  fileprivate var records: [String: MarkdownPictureRecord] {
    var records: [String: MarkdownPictureRecord] = [:]
    for entry in self {
      let metadata = entry.metadata
      records[entry.file.value] = MarkdownPictureRecord(
        alt: metadata.alt, caption: metadata.caption, credit: metadata.credit,
        license: metadata.license, isDecorative: metadata.isDecorative)
    }
    return records
  }
}

extension MarkdownLink.Kind {
  /// Whether the link leads to a path of the site that Gather can check.
  fileprivate var isInside: Bool {
    switch self {
    case .site, .fragment, .ownAddress: true
    case .external, .mail, .telephone: false
    }
  }
}
