import Diagnostics
import FileTree
import Foundation
import Localization
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// A build that remembers makes what a build from nothing makes: random sites, random edits, on
/// the disk.
///
/// `WARTA_STEPS` is how many edits each seed makes, `WARTA_SEEDS` how many seeds there are.
struct IncrementalBuildTests {
  private static func number(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
  }

  private static let seeds = 1...UInt64(number("WARTA_SEEDS", 40))
  private static let steps = number("WARTA_STEPS", 50)

  @Test(arguments: seeds)
  func `an incremental build makes what a clean one makes`(seed: UInt64) async throws {
    var site = RandomSite(seed: seed &+ 1_000)
    let folder = try TemporaryFolder()
    try site.write(to: folder)
    for step in 0...Self.steps {
      var kind = "first build"
      if step > 0 {
        let edit = site.edit()
        try edit.apply(to: folder)
        kind = "\(edit.kind)"
      }
      let jobs = Int(seed) % 2 == 0 ? 1 : 4
      let incremental = try await Built(folder, now: site.now, output: "Public", jobs: jobs)
      // A folder that is built into anew costs most of the time, so it is so only now and then; what
      // is in place otherwise is compared by its bytes all the same.
      if step % 10 == 0 { try Disk().removeTree(folder.path + "/Clean") }
      let clean = try await Built(folder, now: site.now, output: "Clean", jobs: 1, remembers: false)
      guard incremental == clean else {
        Issue.record(
          "seed \(seed), step \(step), \(kind): \(incremental.difference(from: clean))")
        return
      }
    }
  }

  /// What a build published and said.
  private struct Built: Equatable {
    var files: [String: Data]
    var diagnostics: [Diagnostic]

    init(
      _ folder: TemporaryFolder, now: Int64, output: String, jobs: Int, remembers: Bool = true
    ) async throws {
      var options = BuildOptions(
        source: folder.path, output: folder.path + "/" + output,
        moment: BuildMoment(now: Instant(seconds: now)), jobs: jobs)
      options.remembers = remembers
      // What has errors is published as well, so that every edit tells something.
      options.keepsGoing = true
      diagnostics = try await Build(options).run().diagnostics
      files = [:]
      for path in try folder.files() where path.hasPrefix(output + "/") {
        files[String(path.dropFirst(output.count + 1))] = try Data(
          contentsOf: folder.url.appendingPathComponent(path))
      }
    }

    func difference(from clean: Built) -> String {
      for path in Set(files.keys).union(clean.files.keys).sorted() {
        guard let own = files[path] else { return "\(path) is missing" }
        guard let other = clean.files[path] else { return "\(path) should be gone" }
        if own != other {
          return "\(path):\n\(String(decoding: own, as: UTF8.self))\n-- instead of\n"
            + String(decoding: other, as: UTF8.self)
        }
      }
      return
        "diagnostics \(diagnostics.map(\.summary)) instead of \(clean.diagnostics.map(\.summary))"
    }
  }
}
