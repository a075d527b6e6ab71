import Diagnostics
import FileTree
import Foundation
import Localization
import SiteBuilder
import SiteModel
import Synchronization
import TestSupport
import Testing

/// Disks that refuse, and what people see of it.
struct OutputFaultTests {
  private static let articles = [
    "Content/iran/a.md": SampleSite.article("A", "tags: [x]"),
    "Content/iran/b.md": SampleSite.article("B", date: "2024-09-20"),
  ]

  private func built() async throws -> SampleSite {
    let site = try SampleSite(Self.articles)
    #expect(try await site.build().errors == 0)
    return site
  }

  @Test(arguments: [ENOSPC, EDQUOT, EIO])
  func `a disk that fills up while files are staged changes nothing`(code: Int32) async throws {
    let site = try await built()
    let before = try site.published()
    try site.folder.write(SampleSite.article("Changed", "tags: [y]"), to: "Content/iran/a.md")
    for allowed in 0..<4 {
      let room = Allowance(allowed)
      let disk = Disk { operation, path in
        operation == .write && path.contains("/.warta-stage/") && !room.take() ? code : nil
      }
      await #expect(throws: DiskError.self) { try await site.build(disk: disk) }
      #expect(try site.published() == before)
      #expect(!site.folder.exists("Public/.warta-stage"))
    }
    #expect(try await site.build().errors == 0)
    #expect(try site.page("iran/2024/09/a/index.html").contains("Changed"))
  }

  @Test func `a read-only output is named, and only when something must be written`() async throws {
    let site = try await built()
    let disk = Disk { operation, path in
      let writes: Set<DiskError.Operation> = [.write, .makeFolder, .rename, .remove]
      guard writes.contains(operation), path.contains("/Public") else { return nil }
      // What is there needs not be made, and what is not there needs not be removed.
      let isHarmless = operation == .makeFolder || operation == .remove
      return isHarmless && !path.contains(".warta-stage/") ? nil : EROFS
    }
    #expect(try await site.build(disk: disk).errors == 0)
    try site.folder.write(SampleSite.article("Changed"), to: "Content/iran/a.md")
    let error = await #expect(throws: DiskError.self) { try await site.build(disk: disk) }
    #expect(error?.diagnostic.summary.contains("read-only file system") == true)
    #expect(error?.diagnostic.help == "check who owns it and whether it may be changed")
  }

  @Test func `an article that cannot be read is an error and changes nothing`() async throws {
    let site = try await built()
    let before = try site.published()
    try site.folder.write(SampleSite.article("Changed"), to: "Content/iran/a.md")
    let disk = Disk { operation, path in
      operation == .read && path.hasSuffix("Content/iran/a.md") ? EACCES : nil
    }
    let report = try await site.build(disk: disk)
    #expect(report.diagnostics.contains { $0.id == "disk.read" && $0.severity == .error })
    #expect(try site.published() == before)
  }

  @Test(arguments: ["changes.json.tmp", ".warta-manifest.next"])
  func `what a build could not tell of its changes is told by the next`(
    unfinished: String
  ) async throws {
    let site = try await built()
    try site.folder.write(SampleSite.article("Changed", "tags: [y]"), to: "Content/iran/a.md")
    let path = site.folder.path + "/changes.json"
    let disk = Disk { operation, path in
      operation == .rename && path.hasSuffix("/" + unfinished) ? EIO : nil
    }
    await #expect(throws: DiskError.self) {
      try await site.build(disk: disk) { $0.changes = path }
    }
    #expect(try site.page("iran/2024/09/a/index.html").contains("Changed"))
    try await site.build { $0.changes = path }
    let told = try site.folder.read("changes.json")
    #expect(told.contains("/iran/2024/09/a/"))
    #expect(told.contains("/tags/y/"))
    try await site.build { $0.changes = path }
    #expect(try !site.folder.read("changes.json").contains("/iran/2024/09/a/"))
  }

  @Test func `an output file that cannot be read is written again`() async throws {
    let site = try await built()
    let disk = Disk { operation, path in
      operation == .read && path.hasSuffix("/Public/index.html") ? EACCES : nil
    }
    #expect(try await site.build(disk: disk).errors == 0)
    #expect(try site.page("index.html").contains("<!DOCTYPE html>"))
  }

  @Test func `an article that becomes a folder moves, and back`() async throws {
    let site = try await built()
    let text = try site.folder.read("Content/iran/a.md")
    let before = try site.published()
    for _ in 0..<2 {
      try site.folder.remove("Content/iran/a.md")
      try site.folder.write(text, to: "Content/iran/a.md/index.md")
      #expect(try await site.build().errors == 0)
      #expect(try site.paths().contains { $0.hasPrefix("iran/2024/09/a") })
      #expect(!site.folder.exists("Public/iran/2024/09/a/index.html"))
      try site.folder.remove("Content/iran/a.md")
      try site.folder.write(text, to: "Content/iran/a.md")
      #expect(try await site.build().errors == 0)
      #expect(try site.published() == before)
    }
  }

  @Test func `output files that became something else are made again`() async throws {
    let site = try await built()
    let before = try site.published()
    let path = site.folder.path + "/Public/"
    try site.folder.remove("Public/index.html")
    try FileManager.default.createDirectory(
      atPath: path + "index.html", withIntermediateDirectories: false)
    try site.folder.remove("Public/tags")
    try site.folder.write("a file", to: "Public/tags")
    let error = await #expect(throws: DiagnosticError.self) { try await site.build() }
    #expect(error?.diagnostics.map(\.id) == ["output.foreign-file"])
    try site.folder.remove("Public/tags")
    try site.folder.remove("Public/robots.txt")
    #expect(try await site.build().errors == 0)
    #expect(try site.published() == before)
  }

  @Test func `a site that can keep no memory is built with a warning`() async throws {
    let site = try SampleSite(Self.articles)
    let disk = Disk { operation, path in
      operation == .makeFolder && path.contains("/.warta/") ? EROFS : nil
    }
    let report = try await site.build(disk: disk)
    #expect(report.errors == 0)
    #expect(report.diagnostics.map(\.id) == ["output.no-cache"])
    #expect(!site.folder.exists(".warta"))
    #expect(site.folder.exists("Public/index.html"))
  }

  @Test func `a folder that is no site is left as it is`() async throws {
    let folder = try TemporaryFolder(["note.txt": "mine"])
    var options = BuildOptions(
      source: folder.path, output: folder.path + "/Public",
      moment: BuildMoment(now: .init(seconds: 1_735_600_000)), jobs: 1)
    options.cache = nil
    #expect(try await Build(options).run().errors == 1)
    #expect(try folder.files() == ["note.txt"])
    #expect(!folder.exists(".warta"))
  }

  @Test func `each message says what is wrong and what to do`() async throws {
    var printed = ""
    func note(_ site: SampleSite, _ build: () async throws -> BuildReport) async throws {
      do {
        printed += try await site.printed(build())
      } catch let error as DiagnosticError {
        printed += site.printed(error.diagnostics)
      }
      printed += "\n"
    }
    let foreign = try SampleSite([
      "Public/theirs.html": "x", "Content/a.md": "---\ntitle: A\n---\n",
    ])
    try await note(foreign) { try await foreign.build() }
    let inTheWay = try await built()
    try inTheWay.folder.write("x", to: "Public/iran/2024/09/c/index.html")
    try inTheWay.folder.write(SampleSite.article("C"), to: "Content/iran/c.md")
    try await note(inTheWay) { try await inTheWay.build() }
    let tab = try SampleSite(["Content/static/a\tb.txt": "x"])
    try await note(tab) { try await tab.build() }
    let reserved = try SampleSite(["Content/static/.warta-manifest": "x"])
    try await note(reserved) { try await reserved.build() }
    let memory = try SampleSite(Self.articles)
    try await note(memory) {
      try await memory.build(
        disk: Disk { operation, path in
          operation == .makeFolder && path.contains("/.warta/") ? EROFS : nil
        })
    }
    try Golden.check(
      printed.replacing(/\.warta\/[0-9a-f]{16}/, with: ".warta/ID"), "output-messages.txt")
  }
}

/// Allows a number of steps; a class, because the disk shares it with its copies.
private final class Allowance: Sendable {
  private let rest: Mutex<Int>

  init(_ count: Int) {
    rest = Mutex(count)
  }

  /// Whether another step is allowed.
  func take() -> Bool {
    rest.withLock { rest in
      rest -= 1
      return rest >= 0
    }
  }
}
