import Bytes
import Diagnostics
import FileTree
import Foundation
import SiteBuilder
import Synchronization
import TestSupport
import Testing

/// What staging and committing do to files, system call by system call.
struct OutputCommitTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/Public" }

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let first = [
    "index.html": "front", "a/index.html": "a", "a/b/index.html": "ab", "feed.rss": "feed",
    "x.css": "css",
  ]

  private func published() throws -> [String: String] {
    var files: [String: String] = [:]
    for file in try folder.files() where file.hasPrefix("Public/") {
      let name = String(file.dropFirst("Public/".count))
      if !name.hasPrefix(".warta-") { files[name] = try folder.read(file) }
    }
    return files
  }

  // MARK: - Fresh folders

  @Test(arguments: [true, false])
  func `a fresh folder gets all files, whole folders moved or not`(movesFolders: Bool) async throws
  {
    let outcome = try await OutputFixture(Self.first)
      .publish(to: path, movesFolders: movesFolders)
    #expect(try published() == Self.first)
    #expect(outcome.files.allSatisfy { $0.state == .new })
    #expect(!folder.exists("Public/.warta-stage"))
    #expect(!folder.exists("Public/.warta-manifest.next"))
  }

  @Test(arguments: [true, false])
  func `the stamps that a commit answers are those of the files`(movesFolders: Bool) async throws {
    let fixture = OutputFixture(Self.first)
    let outcome = try await fixture.publish(to: path, movesFolders: movesFolders)
    for (number, file) in outcome.files.enumerated() {
      let path = fixture.path(of: number).string
      #expect(try Disk().stamp(of: self.path + "/" + path) == file.stamp, "\(path)")
    }
  }

  @Test func `a fresh folder is made with a rename for each name at its top`() async throws {
    let moves = Counter()
    let disk = Disk { operation, _ in
      if operation == .rename { moves.count() }
      return nil
    }
    let files = Dictionary(
      uniqueKeysWithValues: (0..<100).map { ("iran/\($0)/index.html", "\($0)") })
    try await OutputFixture(files).publish(to: path, disk: disk)
    // The folder and the manifest, which moves twice.
    #expect(moves.value == 3)
  }

  @Test func `hidden files beside a fresh output stay`() async throws {
    try folder.write("keep", to: "Public/.gitkeep")
    try await OutputFixture(Self.first).publish(to: path)
    #expect(try folder.read("Public/.gitkeep") == "keep")
    #expect(try folder.read("Public/index.html") == "front")
  }

  @Test func `a hidden file in the way is somebody's`() async throws {
    try folder.write("theirs", to: "Public/.gitkeep")
    let fixture = OutputFixture([".gitkeep": "ours"])
    let error = await #expect(throws: DiagnosticError.self) {
      try await fixture.publish(to: path)
    }
    #expect(error?.diagnostics.map(\.id) == ["output.foreign-file"])
    #expect(try folder.read("Public/.gitkeep") == "theirs")
  }

  // MARK: - Work

  @Test func `what is remembered is not read`() async throws {
    let fixture = OutputFixture(Self.first)
    let outcome = try await fixture.publish(to: path)
    let reads = Counter()
    let disk = Disk { operation, path in
      if operation == .read, !path.contains(".warta-") { reads.count() }
      return nil
    }
    let again = try await fixture.publish(
      to: path, disk: disk, remembered: fixture.remembered(outcome))
    #expect(reads.value == 0)
    #expect(again.files.allSatisfy { $0.state == .unchanged })
    #expect(again.files == outcome.files.map { $0.with(.unchanged) })
    _ = try await fixture.publish(to: path, disk: disk)
    #expect(reads.value == Self.first.count)
  }

  @Test func `a file with the remembered bytes and another stamp is read`() async throws {
    let fixture = OutputFixture(Self.first)
    let remembered = fixture.remembered(try await fixture.publish(to: path))
    try folder.write("FRONT", to: "Public/index.html")
    let again = try await fixture.publish(to: path, remembered: remembered)
    #expect(again.files.count { $0.isWritten } == 1)
    #expect(try published() == Self.first)
  }

  @Test func `without a change nothing is written and the manifest stays`() async throws {
    let fixture = OutputFixture(Self.first)
    try await fixture.publish(to: path)
    let manifest = try Disk().stamp(of: path + "/.warta-manifest")
    let disk = Disk { operation, path in
      operation == .write || operation == .rename || operation == .makeFolder && path != self.path
        ? EIO : nil
    }
    try await fixture.publish(to: path, disk: disk)
    #expect(try Disk().stamp(of: path + "/.warta-manifest") == manifest)
  }

  @Test func `the manifest is the same whether files came at once or one by one`() async throws {
    let other = try TemporaryFolder()
    try await OutputFixture(Self.first).publish(to: other.path + "/Public")
    let some = Self.first.filter { $0.key.contains("a") }
    try await OutputFixture(some).publish(to: path)
    try await OutputFixture(Self.first.merging(["zzz": "z"]) { $1 }).publish(to: path)
    try await OutputFixture(Self.first).publish(to: path)
    #expect(
      try folder.read("Public/.warta-manifest") == other.read("Public/.warta-manifest"))
    #expect(try published() == Self.first)
  }

  // MARK: - Changes

  @Test func `changes name what came, what is other and what went`() async throws {
    let first = try await OutputFixture(Self.first).publish(to: path)
    #expect(first.changes.contains("{\"url\":\"/news/a/b/\",\"hash\":\""))
    #expect(first.changes.contains("\"changed\":[],\n\"removed\":[]}"))
    var files = Self.first
    files["index.html"] = "other"
    files["feed.rss"] = nil
    files["baru/é.html"] = "new"
    let second = try await OutputFixture(files).publish(to: path)
    func entry(_ url: String, _ text: String) -> String {
      "\n{\"url\":\"\(url)\",\"hash\":\"\(Fingerprint(of: text).hexadecimal)\"}"
    }
    #expect(
      second.changes == """
        {"added":[\(entry("/news/baru/%C3%A9.html", "new"))],
        "changed":[\(entry("/news/", "other"))],
        "removed":[\(entry("/news/feed.rss", "feed"))]}

        """)
    let third = try await OutputFixture(files).publish(to: path)
    #expect(third.changes == "{\"added\":[],\n\"changed\":[],\n\"removed\":[]}\n")
    #expect(third.commit.changes.isEmpty)
  }

  // MARK: - Names

  @Test(arguments: ["a\tb.txt", "a\nb.txt"])
  func `a name that would break the manifest is an error`(name: String) async throws {
    let error = await #expect(throws: DiagnosticError.self) {
      try await OutputFixture([name: "x"]).publish(to: path)
    }
    #expect(error?.diagnostics.map(\.id) == ["output.control-character"])
    #expect(!folder.exists("Public"))
  }

  @Test(arguments: [".warta-manifest", ".warta-stage/x"])
  func `a name of Warta's own files is an error`(name: String) async throws {
    let error = await #expect(throws: DiagnosticError.self) {
      try await OutputFixture([name: "x"]).publish(to: path)
    }
    #expect(error?.diagnostics.map(\.id) == ["output.reserved-name"])
  }

  // MARK: - Places

  @Test func `a folder of ours gives way to a file, and back, many times`() async throws {
    let asFolder = ["d/x/1.txt": "1", "d/x/2.txt": "2", "d/y": "y", "e": "e"]
    let asFile = ["d": "file", "e/f/g": "g"]
    for _ in 0..<3 {
      try await OutputFixture(asFolder).publish(to: path)
      #expect(try published() == asFolder)
      try await OutputFixture(asFile).publish(to: path)
      #expect(try published() == asFile)
    }
  }

  @Test func `a link in place of a file of ours is replaced, not followed`() async throws {
    try await OutputFixture(Self.first).publish(to: path)
    try folder.write("outside", to: "outside.txt")
    try folder.remove("Public/index.html")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/index.html", withDestinationPath: "../outside.txt")
    try await OutputFixture(Self.first).publish(to: path)
    #expect(try published() == Self.first)
    #expect(try folder.read("outside.txt") == "outside")
    #expect(try Disk().kind(of: path + "/index.html") == .file)
  }

  @Test func `a stale file behind a link is left alone`() async throws {
    try await OutputFixture(Self.first).publish(to: path)
    try FileManager.default.moveItem(atPath: path + "/a", toPath: folder.path + "/moved")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/a", withDestinationPath: "../moved")
    let fixture = OutputFixture(["index.html": "front"])
    await #expect(throws: DiagnosticError.self) { try await fixture.publish(to: path) }
    #expect(try folder.read("moved/index.html") == "a")
    #expect(try folder.read("Public/feed.rss") == "feed")
  }

  @Test func `sorted paths share the folders that were looked at`() async throws {
    let files = [
      "a-b/1": "1", "a/1": "1", "a/b-c/1": "1", "a/b/1": "1", "a/b/c/1": "1", "a/b0/1": "1",
      "a0/1": "1",
    ]
    try await OutputFixture(["index.html": "x"]).publish(to: path)
    try await OutputFixture(files).publish(to: path)
    #expect(try published() == files)
    let looks = Counter()
    let disk = Disk { operation, path in
      if operation == .inspect, !path.contains(".warta-"), !path.hasSuffix("/1"),
        path.contains("/Public/")
      {
        looks.count()
      }
      return nil
    }
    try await OutputFixture(files.mapValues { _ in "2" }).publish(to: path, disk: disk)
    // a, a-b, a/b, a/b-c, a/b/c, a/b0, a0
    #expect(looks.value == 7)
    try await OutputFixture([:]).publish(to: path)
    #expect(try published() == [:])
    #expect(try FolderListing(of: path, disk: Disk()).entries.map(\.name) == [".warta-manifest"])
  }

  // MARK: - Commits that are cut off

  /// Each build dies at a later system call; the next one finds whole files and completes them.
  @Test(arguments: [true, false])
  func `a commit that is cut off anywhere is completed by the next build`(
    isFresh: Bool
  ) async throws {
    var second = Self.first
    second["index.html"] = "other"
    second["a/index.html"] = nil
    second["a"] = "now a file"
    second["a/b/index.html"] = nil
    second["feed.rss"] = nil
    second["feed.rss/index.html"] = "now a folder"
    for allowed in 0..<40 {
      let site = try TemporaryFolder()
      let path = site.path + "/Public"
      if !isFresh { try await OutputFixture(Self.first).publish(to: path) }
      let steps = Counter()
      let disk = Disk { operation, _ in
        guard [.rename, .remove, .makeFolder, .write].contains(operation) else { return nil }
        steps.count()
        return steps.value > allowed ? EIO : nil
      }
      do {
        try await OutputFixture(second).publish(to: path, disk: disk)
      } catch is DiskError {
        for file in try site.files() where !file.contains("/.warta-") {
          let name = String(file.dropFirst("Public/".count))
          let text = try site.read(file)
          #expect(text == second[name] || text == Self.first[name], "\(name) after \(allowed)")
        }
      }
      try await OutputFixture(second).publish(to: path)
      var files: [String: String] = [:]
      for file in try site.files() where !file.contains("/.warta-manifest") {
        files[String(file.dropFirst("Public/".count))] = try site.read(file)
      }
      #expect(files == second, "after \(allowed) steps")
    }
  }
}

extension OutputFile {
  fileprivate func with(_ state: State) -> OutputFile {
    OutputFile(state: state, hash: hash, size: size, stamp: stamp)
  }
}

/// Counts from any thread; a class, because the disk shares it with its copies.
private final class Counter: Sendable {
  private let number = Mutex(0)

  var value: Int { number.withLock { $0 } }

  func count() { number.withLock { $0 += 1 } }
}
