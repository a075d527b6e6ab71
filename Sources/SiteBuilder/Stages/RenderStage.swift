internal import Bytes
package import Diagnostics
internal import Incremental
internal import SiteModel

/// A site whose files are rendered and staged, or known to be in place.
package struct RenderedSite: Sendable {
  package var snapshot: Snapshot
  package var diagnostics: [Diagnostic]
  package var plan: RenderPlan
  /// By route.
  package var files: [OutputFile]
  /// What the rendered routes read and said, in the order of the plan.
  package internal(set) var made: MadeResults
  /// The names of plain data that conditions asked for in vain, on whatever page.
  package var softMisses: Set<String> = []

  /// A site that is not rendered, because something is too broken for it.
  init(unrendered site: IndexedSite) {
    snapshot = site.snapshot
    diagnostics = site.diagnostics
    made = MadeResults(BuildKeys(of: site.snapshot, after: nil))
    plan = RenderPlan(everything: 0)
    files = []
  }

  /// A site about to be rendered.
  init(_ site: IndexedSite, _ plan: consuming RenderPlan) {
    snapshot = site.snapshot
    made = MadeResults(BuildKeys(of: site.snapshot, after: plan.keys))
    diagnostics = site.diagnostics
    files = plan.takeFiles()
    self.plan = plan
  }

  /// Drops all but the first of the files that claim one path: what `--keep-going` publishes must
  /// not depend on what is in place.
  mutating func keepFirstClaims() {
    var claims = IdentityTable(capacity: files.count)
    for number in files.indices {
      let path = snapshot.routes.table.path(of: RouteID(number))
      let first = claims.insert(Fingerprint.identity(of: path), UInt32(number))
      if first != nil { files[number] = .none }
    }
  }
}

/// Renders the routes of a plan and stages their bytes, then gathers what all pages said.
struct RenderStage {
  private let journal: SiteJournal?
  private let output: OutputFolder?
  private let workers: Workers
  private let progress: (@Sendable (Int, Int) -> Void)?

  /// Without an output folder everything is rendered and nothing staged.
  init(
    journal: SiteJournal?, output: OutputFolder?, workers: Workers,
    progress: (@Sendable (Int, Int) -> Void)?
  ) {
    self.journal = journal
    self.output = output
    self.workers = workers
    self.progress = progress
  }

  /// How many routes a worker renders before it hands over its results: enough to pay for the memory
  /// of a renderer.
  private static let chunk = 256

  /// Does what the plan of `rendered` says.
  func run(_ rendered: inout RenderedSite) async throws {
    let (snapshot, output, routes) = (rendered.snapshot, output, rendered.plan.routes)
    var done = 0
    try await workers.map(routes.count, chunk: Self.chunk) { range in
      try RenderedChunk(routes[range], snapshot, output)
    } consume: { chunk in
      for (index, file) in chunk.files.enumerated() {
        rendered.files[Int(routes[done + index])] = file
      }
      done += chunk.files.count
      progress?(done, routes.count)
      rendered.made.append(chunk)
      rendered.softMisses.formUnion(chunk.softMisses)
    }
    rendered.diagnostics += GatherStage(rendered, journal).diagnostics()
  }
}

/// What one piece of work rendered.
struct RenderedChunk: Sendable {
  private(set) var files: [OutputFile] = []
  /// By file: where its reads and its notes end.
  private(set) var ends: [(reads: Int, notes: Int)] = []
  /// What the files read.
  let log: ReadLog
  private(set) var notes = FrozenBytes(joining: [])
  private(set) var softMisses: Set<String> = []

  init(_ routes: ArraySlice<RouteID>, _ snapshot: Snapshot, _ output: OutputFolder?) throws {
    var renderer = PageRenderer(snapshot)
    var bytes = ByteBuffer(capacity: 1 << 16)
    var notes = ByteBuffer()
    var stager = output.map { OutputStager($0, RouteListing(snapshot)) }
    files.reserveCapacity(routes.count)
    for route in routes {
      bytes.removeAll()
      let file = renderer.render(route, into: &bytes)
      softMisses.formUnion(file.softMisses)
      file.appendNotes(to: &notes)
      ends.append((renderer.readCount, notes.count))
      files.append(try stager?.stage(bytes, as: Int(route)) ?? .none)
    }
    log = renderer.log
    self.notes = notes.frozen()
  }
}
