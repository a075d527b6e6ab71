import Bytes
import FileTree
import SiteBuilder
import SiteModel
import TestSupport

/// Files of an output by path and text, without a site to render them from.
struct OutputFixture: OutputListing {
  private let paths: FrozenBytes
  private let rows: [(range: Range<Int>, kind: RouteKind, text: String)]

  /// Files of the kind `article`, or `front` where the path ends with `index.html`.
  init(_ files: [String: String]) {
    var rows: [(Range<Int>, RouteKind, String)] = []
    var bytes: [UInt8] = []
    for (path, text) in files.sorted(by: { $0.key > $1.key }) {
      let start = bytes.count
      bytes += path.utf8
      rows.append((start..<bytes.count, path.hasSuffix("index.html") ? .front : .article, text))
    }
    paths = FrozenBytes(joining: [bytes])
    self.rows = rows
  }

  var count: Int { rows.count }
  func path(of number: Int) -> ByteView { paths.view.slice(rows[number].range) }
  func kind(of number: Int) -> RouteKind { rows[number].kind }
  func source(of number: Int) -> ByteView? { nil }

  /// What a build did.
  struct Outcome {
    var files: [OutputFile]
    var commit: OutputFolder.Commit
    var changes: String
  }

  /// Stages the files and commits them; `remembered` are the files of the build before, by path.
  @discardableResult
  func publish(
    to path: String, disk: Disk = Disk(), adopts: Bool = false, movesFolders: Bool = true,
    remembered: [String: RememberedFile] = [:]
  ) async throws -> Outcome {
    var output = try OutputFolder(path, adopts: adopts, disk: disk)
    if !movesFolders { output.movesFolders = false }
    do {
      let workers = Workers(count: 2)
      let found = try await output.stamps(count, workers: workers) { self.path(of: $0) }
      var stager = OutputStager(output, self)
      var files: [OutputFile] = []
      for number in 0..<count {
        var bytes = ByteBuffer()
        bytes.append(rows[number].text)
        files.append(
          try stager.stage(
            bytes, as: number, found: found[number],
            remembered: remembered[self.path(of: number).string]))
      }
      let commit = try await output.commit(&files, of: self, options: "", workers: workers)
      try output.seal(commit)
      let changes = commit.changes.json(files, of: self, basePath: "/news").string()
      return Outcome(files: files, commit: commit, changes: changes)
    } catch {
      try output.discard()
      throw error
    }
  }

  /// What the files are remembered as, by path.
  func remembered(_ outcome: Outcome) -> [String: RememberedFile] {
    var remembered: [String: RememberedFile] = [:]
    for (number, file) in outcome.files.enumerated() {
      remembered[path(of: number).string] = RememberedFile(hash: file.hash, stamp: file.stamp)
    }
    return remembered
  }
}
