package import Bytes
package import Diagnostics
internal import FileTree
package import Incremental
internal import Markdown
package import SiteModel
internal import TemplateEngine

/// What a render made besides its bytes.
package struct RenderedFile: Sendable {
  package var diagnostics: [Diagnostic]
  package var links: [PageLink]
  /// The ids on the page that links can end at.
  package var anchors: [String]
  /// The names of plain data that conditions asked for in vain.
  package var softMisses: Set<String>
}

/// A link from a text to the site itself.
package struct PageLink: Hashable, Sendable {
  /// The URL as printed, with its fragment.
  package var url: String
  package var location: SourceLocation
}

/// Renders routes to bytes, one after the other: the only way to bytes, in builds, previews and
/// tests alike.
package struct PageRenderer: ~Copyable {
  private let snapshot: Snapshot
  private let host: SiteHost
  private var renderer: Renderer

  /// A renderer for the routes of `snapshot`; one belongs to each worker.
  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    host = SiteHost(SiteReader(snapshot))
    renderer = Renderer(snapshot.templates)
  }

  /// Appends the bytes of a route to `output`.
  package mutating func render(
    _ id: RouteID, into output: inout ByteBuffer
  ) -> RenderedFile {
    let route = snapshot.routes.table[id]
    host.start(route)
    if route.kind.isPage {
      renderPage(route, into: &output)
    } else {
      write(route, into: &output)
    }
    return RenderedFile(
      diagnostics: host.diagnostics, links: host.bodies.links,
      anchors: host.bodies.anchors(of: route), softMisses: host.softMisses)
  }

  /// How many questions the renders so far asked, those that one asked again not counted.
  var readCount: Int { host.reader.log.reads.count }

  /// What the renders so far asked.
  var log: ReadLog { host.reader.log }

  /// What the last render asked, in the order of the first asking.
  package var questions: [ReadKey] {
    let dense = snapshot.codes.count
    return log.current.map { $0 < dense ? snapshot.key($0) : log.keys[$0 - dense] }
  }

  private mutating func renderPage(_ route: Route, into output: inout ByteBuffer) {
    guard let template = template(for: route) else { return }
    do throws(DiagnosticError) {
      try renderer.render(template, host: host, into: &output)
      host.diagnostics += renderer.warnings().map { named($0, route) }
    } catch {
      host.diagnostics += error.diagnostics.map { named($0, route) }
    }
  }

  /// Says which page a template failed on.
  private func named(_ diagnostic: Diagnostic, _ route: Route) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.notes.append(.init("while rendering \(route.url.string)"))
    return diagnostic
  }

  private func template(for route: Route) -> String? {
    if let layout = layout(of: route) {
      for name in TemplateChoice.names(ofLayout: layout.name) {
        host.noteTemplate(name, found: true)
      }
      if let template = snapshot.templateChoice.template(named: layout.name) { return template }
      host.diagnostics.append(
        RenderMessages.unknownLayout(
          layout.name, at: layout.location, known: snapshot.templateChoice.names))
      return nil
    }
    for name in TemplateChoice.chain(route.kind) { host.noteTemplate(name, found: true) }
    if let template = snapshot.templateChoice.template(for: route.kind) { return template }
    host.diagnostics.append(RenderMessages.noTemplate(TemplateChoice.chain(route.kind)))
    return nil
  }

  /// The layout that the page's own front matter names.
  private func layout(of route: Route) -> (name: String, location: SourceLocation)? {
    switch route.kind {
    case .article:
      let card = host.reader.card(route.subject, .details)
      return card.string(.layout).map { ($0, card.location(card.places?.layout)) }
    case .standing:
      let page = host.reader.standing(Int(route.subject))
      return page.metadata.layout.map { ($0.value, $0.location(in: page.path)) }
    case .section:
      guard let page = host.reader.sectionPage(route.subject) else { return nil }
      return page.metadata.layout.map { ($0.value, $0.location(in: page.path)) }
    default: return nil
    }
  }

  private func write(_ route: Route, into output: inout ByteBuffer) {
    switch route.kind {
    case .feed: FeedBuilder(host).write(into: &output)
    case .sitemapIndex: SitemapBuilder(host).writeIndex(into: &output)
    case .sitemapMonth: SitemapBuilder(host).writeMonth(into: &output)
    case .sitemapPages: SitemapBuilder(host).writePages(into: &output)
    case .newsSitemap: SitemapBuilder(host).writeNews(into: &output)
    case .robots: MapBuilder(host).writeRobots(into: &output)
    case .redirectMap: MapBuilder(host).writeRedirects(into: &output)
    case .redirect: MapBuilder(host).writeRedirectPage(into: &output)
    case .asset: writeAsset(Int(route.subject), into: &output)
    case .staticFile: copy(snapshot.routes.staticFiles[Int(route.subject)], into: &output)
    case .picture: copy(snapshot.routes.pictures[Int(route.subject)], into: &output)
    default: break
    }
  }

  private func writeAsset(_ number: Int, into output: inout ByteBuffer) {
    let asset = snapshot.site.assets.assets[number]
    _ = host.reader.asset(asset.name)
    output.append(asset.bytes)
  }

  private func copy(_ file: SiteFile, into output: inout ByteBuffer) {
    host.reader.note(.init(.file, named: file.source))
    do throws(DiskError) {
      output.append(try Disk().read(snapshot.root + "/" + file.source))
    } catch {
      host.diagnostics.append(error.diagnostic)
    }
  }
}
