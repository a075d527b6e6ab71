internal import Bytes
package import Diagnostics
package import Incremental
package import SiteModel

/// A site whose pages have been rendered and staged.
package struct RenderedSite: Sendable {
  package var snapshot: Snapshot
  package var diagnostics: [Diagnostic]
  package var files: [StagedRoute] = []
  /// The names of plain data that conditions asked for in vain, on whatever page.
  package var softMisses: Set<String> = []

  /// A staged file and the order in which its kind moves into place.
  package struct StagedRoute: Sendable {
    package var route: RouteID
    package var staged: OutputFolder.StagedFile
    /// Assets before the pages that use them, articles before the lists that link them.
    package var rank: Int
    package var reads: [ReadKey]
  }
}

/// Renders every route and stages its bytes, then checks the links between pages.
struct RenderStage {
  private let site: IndexedSite
  private let output: OutputFolder?
  private let workers: Workers
  private let keepsReads: Bool
  private let progress: (@Sendable (Int, Int) -> Void)?

  /// Without an output folder everything is rendered and nothing staged.
  init(
    _ site: IndexedSite, output: OutputFolder?, workers: Workers, keepsReads: Bool,
    progress: (@Sendable (Int, Int) -> Void)?
  ) {
    self.site = site
    self.output = output
    self.workers = workers
    self.keepsReads = keepsReads
    self.progress = progress
  }

  /// How many routes a worker renders before it hands over its results.
  private static let chunk = 128

  func run() async throws -> RenderedSite {
    let (snapshot, output, keepsReads) = (site.snapshot, output, keepsReads)
    var rendered = RenderedSite(snapshot: snapshot, diagnostics: site.diagnostics)
    var links = LinkCheck(snapshot)
    var done = 0
    try await workers.map(snapshot.routes.table.count, chunk: Self.chunk) { range in
      try RenderedChunk(range, snapshot, output, keepsReads: keepsReads)
    } consume: { chunk in
      done += chunk.count
      progress?(done, snapshot.routes.table.count)
      rendered.files += chunk.files
      rendered.diagnostics += chunk.diagnostics
      rendered.softMisses.formUnion(chunk.softMisses)
      for (route, file) in chunk.linking {
        links.add(file, url: snapshot.routes.table.url(of: route))
      }
    }
    rendered.diagnostics += links.diagnostics()
    return rendered
  }
}

/// What one piece of work rendered.
private struct RenderedChunk: Sendable {
  let count: Int
  var files: [RenderedSite.StagedRoute] = []
  var diagnostics: [Diagnostic] = []
  var softMisses: Set<String> = []
  /// The pages that link, or that can be linked at.
  var linking: [(route: RouteID, file: RenderedFile)] = []

  init(
    _ range: Range<Int>, _ snapshot: Snapshot, _ output: OutputFolder?, keepsReads: Bool
  ) throws {
    count = range.count
    var renderer = PageRenderer(snapshot)
    var bytes = ByteBuffer(capacity: 1 << 16)
    files.reserveCapacity(range.count)
    for number in range {
      let route = RouteID(number)
      bytes.removeAll()
      let file = renderer.render(route, into: &bytes)
      diagnostics += file.diagnostics
      softMisses.formUnion(file.softMisses)
      if !file.links.isEmpty || !file.anchors.isEmpty { linking.append((route, file)) }
      guard let output else { continue }
      let kind = snapshot.routes.table.kind(of: route)
      let staged = try output.stage(
        bytes, as: snapshot.routes.table[route].path.string, kind: kind.label,
        source: snapshot.source(of: route), number: number)
      files.append(
        RenderedSite.StagedRoute(
          route: route, staged: staged, rank: kind.commitRank, reads: keepsReads ? file.reads : []))
    }
  }
}

extension Snapshot {
  /// The source of a story's page, for the manifest.
  fileprivate func source(of route: RouteID) -> String? {
    let row = routes.table[route]
    guard row.kind == .article || row.kind == .tombstone else { return nil }
    return cards[row.subject].string(.path)
  }
}

extension RouteKind {
  /// What the manifest calls the kind.
  var label: String { Self.labels[Int(rawValue)] }

  /// Made once: a file of every route asks.
  private static let labels = allCases.map { "\($0)" }

  /// What a page needs moves into place before the page.
  var commitRank: Int {
    switch self {
    case .asset: 0
    case .picture, .staticFile: 1
    case .article, .tombstone, .standing: 2
    case .feed, .sitemapIndex, .sitemapMonth, .sitemapPages, .newsSitemap, .robots: 4
    case .redirect, .redirectMap: 4
    default: 3
    }
  }
}
