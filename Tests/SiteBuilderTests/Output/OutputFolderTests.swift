import Diagnostics
import FileTree
import Foundation
import SiteBuilder
import Synchronization
import TestSupport
import Testing

/// What a build does to the folder that it writes into.
struct OutputFolderTests {
  private static let articles = [
    "Content/iran/a.md": SampleSite.article("A", "tags: [x]"),
    "Content/iran/b.md": SampleSite.article("B", date: "2024-09-20"),
  ]

  private func built() async throws -> SampleSite {
    let site = try SampleSite(Self.articles)
    #expect(try await site.build().errors == 0)
    return site
  }

  // MARK: - Other people's files

  @Test func `files of others stay`() async throws {
    let site = try await built()
    try site.folder.write("mine", to: "Public/mine.txt")
    try site.folder.write("mine", to: "Public/iran/2024/09/a/mine.txt")
    try site.folder.remove("Content/iran/a.md")
    try await site.build()
    #expect(try site.page("mine.txt") == "mine")
    #expect(try site.page("iran/2024/09/a/mine.txt") == "mine")
    #expect(!site.folder.exists("Public/iran/2024/09/a/index.html"))
  }

  @Test func `a folder of others is refused, and taken over on demand`() async throws {
    let site = try SampleSite(Self.articles)
    try site.folder.write("theirs", to: "Public/index.html")
    try site.folder.write("theirs", to: "Public/other.html")
    let error = await #expect(throws: DiagnosticError.self) { try await site.build() }
    #expect(error?.diagnostics.map(\.id) == ["output.foreign-folder"])
    #expect(try site.page("index.html") == "theirs")
    #expect(try site.paths() == ["index.html", "other.html"])
    #expect(try await site.build { $0.adopts = true }.errors == 0)
    #expect(try site.page("index.html").contains("<!DOCTYPE html>"))
    #expect(try site.page("other.html") == "theirs")
    #expect(try await site.build().written == 0)
  }

  @Test func `a file of others in the way is named, and nothing changes`() async throws {
    let site = try await built()
    try site.folder.write("theirs", to: "Public/iran/2024/09/c/index.html")
    try site.folder.write(SampleSite.article("C"), to: "Content/iran/c.md")
    let before = try site.published()
    let error = await #expect(throws: DiagnosticError.self) { try await site.build() }
    let words = try #require(error).diagnostics.map(\.summary).joined()
    #expect(words.contains("iran/2024/09/c/index.html"))
    #expect(try site.published() == before)
    #expect(!site.folder.exists("Public/.warta-stage"))
    #expect(try await site.build { $0.adopts = true }.errors == 0)
    #expect(try site.page("iran/2024/09/c/index.html").contains("<h1>C</h1>"))
  }

  @Test func `an empty folder and one with hidden files need no leave`() async throws {
    let site = try SampleSite(Self.articles)
    try site.folder.write("", to: "Public/.gitkeep")
    #expect(try await site.build().errors == 0)
    #expect(site.folder.exists("Public/.gitkeep"))
  }

  // MARK: - Errors

  @Test func `a failed build changes nothing`() async throws {
    let site = try await built()
    let before = try Stamps(site)
    try site.folder.write(SampleSite.article("A", "draf: true"), to: "Content/iran/a.md")
    try site.folder.write(SampleSite.article("New"), to: "Content/iran/new.md")
    #expect(try await site.build().errors == 1)
    #expect(try Stamps(site) == before)
    #expect(!site.folder.exists("Public/.warta-stage"))
  }

  @Test func `a failed first build leaves no folder`() async throws {
    let site = try SampleSite(["Content/a.md": SampleSite.article("A", "layout: tidak")])
    #expect(try await site.build().errors == 1)
    #expect(!site.folder.exists("Public"))
  }

  @Test(arguments: ["write", "make the folder"])
  func `a disk that refuses leaves the published files alone`(operation: String) async throws {
    let site = try await built()
    let before = try site.published()
    try site.folder.write(SampleSite.article("Changed"), to: "Content/iran/a.md")
    let disk = Disk { tried, path in
      tried.rawValue == operation && path.contains("/Public/") ? ENOSPC : nil
    }
    await #expect(throws: DiskError.self) { try await site.build(disk: disk) }
    #expect(try site.published() == before)
    #expect(try await site.build().errors == 0)
    #expect(try site.page("iran/2024/09/a/index.html").contains("Changed"))
  }

  @Test func `a commit that is cut off is repaired by the next build`() async throws {
    let site = try await built()
    try site.folder.write(
      SampleSite.article("Changed", "tags: [y]"), to: "Content/iran/a.md")
    try site.folder.write(SampleSite.article("New"), to: "Content/iran/new.md")
    try site.folder.remove("Content/iran/b.md")
    for allowed in 0..<12 {
      let limit = Countdown(allowed)
      let disk = Disk { tried, path in
        guard tried == .rename, path.contains("/.warta-stage/") else { return nil }
        return limit.step() ? nil : EIO
      }
      // Some of these builds have fewer files to move than they are allowed.
      _ = try? await site.build(disk: disk)
    }
    #expect(try await site.build().errors == 0)
    let clean = try SampleSite([
      "Content/iran/a.md": SampleSite.article("Changed", "tags: [y]"),
      "Content/iran/new.md": SampleSite.article("New"),
    ])
    #expect(try await clean.output() == site.published())
  }

  // MARK: - Stale files

  @Test func `a deleted story takes its files and folders with it`() async throws {
    let site = try await built()
    #expect(site.folder.exists("Public/tags/x/index.html"))
    try site.folder.remove("Content/iran/a.md")
    let report = try await site.build()
    #expect(report.deleted > 0)
    #expect(!site.folder.exists("Public/iran/2024/09/a"))
    #expect(!site.folder.exists("Public/tags"))
    #expect(site.folder.exists("Public/iran/2024/09/b/index.html"))
  }

  @Test func `a renamed story moves`() async throws {
    let site = try await built()
    let text = try site.folder.read("Content/iran/a.md")
    try site.folder.remove("Content/iran/a.md")
    try site.folder.write(text, to: "Content/iran/baru.md")
    try await site.build()
    #expect(!site.folder.exists("Public/iran/2024/09/a"))
    #expect(site.folder.exists("Public/iran/2024/09/baru/index.html"))
  }

  @Test func `after any edit the output is that of a clean build`() async throws {
    let site = try await built()
    try site.folder.write(SampleSite.article("A2", "tags: [y]"), to: "Content/iran/a.md")
    try site.folder.write(SampleSite.article("C", date: "2023-01-01"), to: "Content/iran/c.md")
    try await site.build()
    let clean = try SampleSite([
      "Content/iran/a.md": SampleSite.article("A2", "tags: [y]"),
      "Content/iran/b.md": SampleSite.article("B", date: "2024-09-20"),
      "Content/iran/c.md": SampleSite.article("C", date: "2023-01-01"),
    ])
    #expect(try await clean.output() == site.published())
    #expect(
      try clean.folder.read("Public/.warta-manifest") == site.folder.read("Public/.warta-manifest"))
  }

  // MARK: - Work

  @Test func `without a change nothing is written`() async throws {
    let site = try await built()
    let before = try Stamps(site)
    let report = try await site.build()
    #expect(report.written == 0)
    #expect(report.deleted == 0)
    #expect(try Stamps(site) == before)
  }

  @Test func `one edited body writes its page and what quotes it`() async throws {
    let site = try SampleSite(
      Self.articles.merging([
        "Content/site.yaml": SampleSite.settings + "feeds: {body: summary}\n",
        "Content/iran/a.md": SampleSite.article("A", "summary: Ringkas.", body: "Lama."),
      ]) { $1 })
    try await site.build()
    try site.folder.write(
      SampleSite.article("A", "summary: Ringkas.", body: "Baru."), to: "Content/iran/a.md")
    #expect(try await site.build().written == 1)
  }

  @Test func `a file that somebody edited is written again`() async throws {
    let site = try await built()
    let page = try site.page("index.html")
    try site.folder.write("hacked", to: "Public/index.html")
    try site.folder.remove("Public/iran/2024/09/a/index.html")
    #expect(try await site.build().written == 2)
    #expect(try site.page("index.html") == page)
    #expect(site.folder.exists("Public/iran/2024/09/a/index.html"))
  }

  @Test func `an edit that keeps the size is seen too`() async throws {
    let site = try await built()
    let page = try site.page("index.html")
    try site.folder.write(String(page.reversed()), to: "Public/index.html")
    #expect(try await site.build().written == 1)
    #expect(try site.page("index.html") == page)
  }

  // MARK: - Files and folders that change places

  @Test func `a file of ours gives way to a folder, and back`() async throws {
    let site = try SampleSite(
      Self.articles.merging(["Content/static/dir": "a file"]) { $1 })
    try await site.build()
    #expect(try site.page("dir") == "a file")
    try site.folder.remove("Content/static/dir")
    try site.folder.write("below", to: "Content/static/dir/file.txt")
    #expect(try await site.build().errors == 0)
    #expect(try site.page("dir/file.txt") == "below")
    try site.folder.remove("Content/static/dir")
    try site.folder.write("a file", to: "Content/static/dir")
    #expect(try await site.build().errors == 0)
    #expect(try site.page("dir") == "a file")
  }

  @Test func `a file of others where a folder must be is an error`() async throws {
    let site = try await built()
    try site.folder.write("theirs", to: "Public/iran/2025")
    try site.folder.write(SampleSite.article("C", date: "2024-12-31"), to: "Content/iran/c.md")
    try site.folder.write(
      SampleSite.article("D", "permalink: /iran/2025/d/"), to: "Content/iran/d.md")
    let before = try site.published()
    await #expect(throws: (any Error).self) { try await site.build() }
    #expect(try site.page("iran/2025") == "theirs")
    #expect(try site.published() == before)
  }

  @Test func `a folder of others where a file must be is an error`() async throws {
    let site = try SampleSite(Self.articles.merging(["Content/static/dir": "a file"]) { $1 })
    try await site.build()
    try site.folder.remove("Public/dir")
    try site.folder.write("theirs", to: "Public/dir/theirs.txt")
    try site.folder.write(SampleSite.article("C"), to: "Content/iran/c.md")
    let before = try site.published()
    await #expect(throws: DiagnosticError.self) { try await site.build() }
    #expect(try site.published() == before)
  }

  @Test func `a link in the output folder is not followed out of it`() async throws {
    let site = try await built()
    let outside = try TemporaryFolder(["2024/09/a/index.html": "outside", "keep.txt": "keep"])
    try site.folder.remove("Public/iran")
    try FileManager.default.createSymbolicLink(
      atPath: site.folder.path + "/Public/iran", withDestinationPath: outside.path)
    // Refused or replaced, but never written through.
    _ = try? await site.build()
    #expect(try outside.read("2024/09/a/index.html") == "outside")
    #expect(try outside.files() == ["2024/09/a/index.html", "keep.txt"])
    try site.folder.remove("Content/iran/a.md")
    _ = try? await site.build()
    #expect(try outside.files() == ["2024/09/a/index.html", "keep.txt"])
  }

  // MARK: - The manifest

  @Test(arguments: ["../secret.txt", "/etc/passwd", "a/../../secret.txt", "./secret.txt", "a//b"])
  func `a manifest that leads out of the folder is not trusted`(path: String) async throws {
    let site = try await built()
    try site.folder.write("secret", to: "secret.txt")
    let manifest = try site.folder.read("Public/.warta-manifest")
    let line = try #require(manifest.split(separator: "\n").last)
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    let forged = ([path] + fields.dropFirst().map(String.init)).joined(separator: "\t")
    try site.folder.write(manifest + forged + "\n", to: "Public/.warta-manifest")
    let error = await #expect(throws: DiagnosticError.self) { try await site.build() }
    #expect(error?.diagnostics.map(\.id) == ["output.foreign-folder"])
    #expect(try site.folder.read("secret.txt") == "secret")
  }

  @Test func `a manifest that is no manifest is not trusted`() async throws {
    let site = try await built()
    try site.folder.write("warta-manifest 999\n", to: "Public/.warta-manifest")
    await #expect(throws: DiagnosticError.self) { try await site.build() }
  }

  @Test func `cleaning removes what Warta wrote and nothing else`() async throws {
    let site = try await built()
    try site.folder.write("mine", to: "Public/iran/mine.txt")
    let path = site.folder.path + "/Public"
    #expect(try OutputFolder.clean(path, all: false, disk: Disk()) > 10)
    #expect(try site.paths() == ["iran/mine.txt"])
    #expect(!site.folder.exists("Public/.warta-manifest"))
    #expect(!site.folder.exists("Public/iran/2024"))
    #expect(try OutputFolder.clean(path, all: true, disk: Disk()) == 1)
    #expect(try site.paths() == [])
    #expect(try OutputFolder.clean(path + "/none", all: false, disk: Disk()) == 0)
  }
}

/// Every file of the output with its bytes, time and number: what must not change.
private struct Stamps: Equatable {
  private let stamps: [String: FileStamp]

  init(_ site: SampleSite) throws {
    var stamps: [String: FileStamp] = [:]
    for path in try site.folder.files() where path.hasPrefix("Public/") {
      stamps[path] = try Disk().stamp(of: site.folder.path + "/" + path)
    }
    self.stamps = stamps
  }
}

/// Allows a number of steps; a class, because the disk shares it with its copies.
private final class Countdown: Sendable {
  private let rest: Mutex<Int>

  init(_ count: Int) {
    rest = Mutex(count)
  }

  /// Whether another step is allowed.
  func step() -> Bool {
    rest.withLock { rest in
      rest -= 1
      return rest >= 0
    }
  }
}
