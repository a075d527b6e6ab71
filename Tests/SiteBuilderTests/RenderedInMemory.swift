import Bytes
import Diagnostics
import FileTree
import Incremental
import Localization
import SiteBuilder
import SiteModel
import TestSupport

/// Every file of a site as one build would make it, with what was read for each.
struct RenderedInMemory {
  let answers: Answers
  private(set) var pages: [String: Page] = [:]
  /// What is wrong with the site besides its pages.
  private(set) var diagnostics: [Diagnostic]

  /// One file.
  struct Page {
    var meaning: UInt64
    var keys: [ReadKey]
    var bytes: [UInt8]
    var diagnostics: [Diagnostic]

    /// A page that failed is rendered again whatever it read.
    var hasFailed: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Renders the site in `folder`; nothing when its settings or templates cannot be used.
  init?(
    _ folder: TemporaryFolder, now: Int64, showsDrafts: Bool = false
  ) async throws {
    let disk = Disk()
    let tree = try SourceTree(root: folder.path, folders: ["Content", "Templates"], disk: disk)
    let loaded = try await LoadStage(
      root: folder.path, tree: tree, disk: disk, workers: Workers(count: 1)
    ).load()
    guard let site = loaded.site else { return nil }
    var moment = BuildMoment(now: Instant(seconds: now))
    moment.showsDrafts = showsDrafts
    let indexed = IndexedSite(site, loaded.diagnostics, at: moment, root: folder.path)
    diagnostics = indexed.diagnostics
    answers = Answers(indexed.snapshot)
    let isBroken = diagnostics.contains {
      $0.severity == .error && ($0.id.hasPrefix("template.") || $0.id == "site.path-collision")
    }
    if isBroken { return nil }
    render(indexed.snapshot)
  }

  private mutating func render(_ snapshot: Snapshot) {
    var renderer = PageRenderer(snapshot)
    var bytes = ByteBuffer()
    for id in 0..<RouteID(snapshot.routes.table.count) {
      bytes.removeAll()
      let file = renderer.render(id, into: &bytes)
      pages[snapshot.routes.table[id].path.string] = Page(
        meaning: snapshot.meaning(of: id), keys: renderer.questions, bytes: bytes.bytes(),
        diagnostics: file.diagnostics)
    }
  }
}

extension RenderedInMemory {
  /// The files of `earlier` that a build would not render again, by path.
  func kept(from earlier: RenderedInMemory) -> [String: Page] {
    var differing: [ReadKey: Bool] = [:]
    func differs(_ key: ReadKey) -> Bool {
      if let known = differing[key] { return known }
      let differs = answers.fingerprint(of: key) != earlier.answers.fingerprint(of: key)
      differing[key] = differs
      return differs
    }
    return earlier.pages.filter { path, page in
      page.meaning == pages[path]?.meaning && !page.hasFailed && !page.keys.contains { differs($0) }
    }
  }

  /// The paths of files that a build rendered after `earlier`: new ones too.
  func rendered(after earlier: RenderedInMemory) -> Set<String> {
    Set(pages.keys).subtracting(kept(from: earlier).keys)
  }
}
