internal import Bytes
package import Diagnostics
package import Incremental
internal import SiteModel

/// A site whose pages have been rendered and staged.
package struct RenderedSite: Sendable {
  package var snapshot: Snapshot
  package var diagnostics: [Diagnostic]
  /// By the number of the route.
  package var files: [OutputFile] = []
  /// What each route read, when that is kept.
  package var reads: [[ReadKey]] = []
  /// The names of plain data that conditions asked for in vain, on whatever page.
  package var softMisses: Set<String> = []
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
      rendered.reads += chunk.reads
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
  var files: [OutputFile] = []
  var reads: [[ReadKey]] = []
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
    var stager = output.map { OutputStager($0, RouteListing(snapshot)) }
    files.reserveCapacity(range.count)
    for number in range {
      let route = RouteID(number)
      bytes.removeAll()
      let file = renderer.render(route, into: &bytes)
      diagnostics += file.diagnostics
      softMisses.formUnion(file.softMisses)
      if !file.links.isEmpty || !file.anchors.isEmpty { linking.append((route, file)) }
      if keepsReads { reads.append(file.reads) }
      if let staged = try stager?.stage(bytes, as: number) { files.append(staged) }
    }
  }
}
