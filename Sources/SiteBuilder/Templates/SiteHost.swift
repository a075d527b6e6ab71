internal import Bytes
internal import Diagnostics
internal import Localization
internal import Markdown
internal import SiteModel
internal import TemplateEngine

/// Answers what templates ask of the site, through the reader alone.
///
/// A class because the engine's hosts are; it belongs to one worker and renders one route after
/// the other.
final class SiteHost: FormattingHost {
  let reader: SiteReader
  /// The page that is being rendered.
  private(set) var route: Route
  /// What the render has to say besides its bytes.
  var diagnostics: [Diagnostic] = []
  /// The entries of `extra` and data files that conditions asked for in vain.
  private(set) var softMisses: Set<String> = []
  /// The body of the page's own story, once it has been asked for.
  var bodies: BodyCache

  init(_ reader: SiteReader) {
    self.reader = reader
    route = reader.snapshot.routes.table[0]
    bodies = BodyCache()
    super.init(formats: reader.snapshot.formats[0])
  }

  /// Starts the render of another page.
  func start(_ route: Route) {
    self.route = route
    diagnostics.removeAll(keepingCapacity: true)
    softMisses.removeAll(keepingCapacity: true)
    bodies.removeAll()
    let isFile = route.kind.isCopy || route.kind == .asset
    reader.startRender(edition: isFile ? nil : route.edition)
    guard !isFile else { return }
    use(reader.snapshot.formats[route.edition], origin: reader.settings.baseURL.origin)
  }

  override func rootNames() -> [String] { Member.roots.map(\.rawValue) }

  override func owners(ofRoot name: String) -> [String] { TemplateShapes.pages(havingRoot: name) }

  override func root(
    _ name: NameID, key: Value, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    switch Member(name) {
    case .site: Value(.site)
    case .edition: Value(.edition, route.edition)
    case .page: Value(.page)
    case .data: Value(.data)
    case .article where route.kind == .article || route.kind == .tombstone:
      Value(.article, Int(route.subject))
    case .section: sectionRoot
    case .tag where route.kind == .tag: Value(.term, Int(route.subject))
    case .author where route.kind == .author: Value(.term, Int(route.subject))
    case .series where route.kind == .series: Value(.term, Int(route.subject))
    case .list where route.hasList: Value(.list)
    case .front where route.kind == .front && route.page == 0: Value(.front)
    case .archive where route.isArchive: Value(.archive)
    default: .missing
    }
  }

  /// `section` is the section of a section's page, and of a story's.
  private var sectionRoot: Value {
    switch route.kind {
    case .section: Value(.term, Int(route.subject))
    case .article: reader.section(route.subject).map { Value(.term, Int($0)) } ?? .missing
    default: .missing
    }
  }

  override func member(
    _ name: NameID, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard let kind = EntityKind(rawValue: entity.kind), let member = Member(name) else {
      return .missing
    }
    switch kind {
    case .site: return try site(member, &context)
    case .edition: return try edition(member, Int(entity.number), &context)
    case .page: return try page(member, &context)
    case .article: return try article(member, entity.number, &context)
    case .term: return try term(member, entity.number, role: Int(entity.extra), &context)
    case .list: return try list(member, &context)
    case .front: return member == .containers ? try containers(&context) : .missing
    case .archive: return try archive(member, &context)
    case .storyImage: return try storyImage(member, entity.number, &context)
    case .data: return try data(member.rawValue, &context)
    case .year: return try year(member, Int(entity.number), &context)
    case .month: return try month(member, entity.number, &context)
    }
  }

  override func entry(
    _ key: Value, of entity: Entity, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard entity.kind == EntityKind.data.rawValue, let name = key.text else { return .missing }
    return try data(name.string, &context)
  }

  private func data(
    _ name: String, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    guard let file = reader.data(name) else { return .missing }
    return try context.value(file.value)
  }

  override func kindName(of entity: Entity) -> String {
    guard let kind = EntityKind(rawValue: entity.kind) else { return "value" }
    guard kind == .term else { return kind.name }
    return "\(reader.snapshot.index.terms[Int(entity.number)].kind)"
  }

  override func memberNames(of entity: Entity) -> [String] {
    guard let kind = EntityKind(rawValue: entity.kind) else { return [] }
    if kind == .data { return reader.snapshot.site.data.map(\.name) }
    return TemplateShapes.members(of: kind).map(\.rawValue).sorted()
  }

  /// Members of the site's own things are checked before anything renders; what is left are names
  /// that editors make up.
  override func noteSoftMiss(_ name: Value, of owner: Value) {
    if owner.kind == .map, let text = name.text { softMisses.insert(text.string) }
  }

  override func noteTemplate(_ name: String, found: Bool) {
    reader.note(.init(.template, named: name))
  }
}

extension Route {
  /// Whether the page shows a list of stories.
  var hasList: Bool {
    switch kind {
    case .front, .section, .tag, .author, .series, .corrections, .archiveMonth, .notFound: true
    default: false
    }
  }

  var isArchive: Bool { kind == .archive || kind == .archiveYear || kind == .archiveMonth }
}
