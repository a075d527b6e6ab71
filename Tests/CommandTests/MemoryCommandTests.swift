import FileTree
import Foundation
import TestSupport
import Testing

/// What builds remember and tell of one another: `--changes`, `--cache`, two at once.
struct MemoryCommandTests {
  private static let now = ["--now", "2025-01-01T00:00Z"]

  @Test func `changes are written as JSON after the build`() throws {
    let site = try CommandSite.good()
    func build() throws -> WartaProcess {
      try site.warta(["build", ".", "--changes", "changes.json"] + Self.now)
    }
    #expect(try build().code == 0)
    let first = try Changes(site)
    #expect(first.added.contains { $0.url == "/iran/2024/09/a/" && $0.hash.count == 32 })
    #expect(first.changed.isEmpty && first.removed.isEmpty)
    #expect(first.added.map(\.url) == first.added.map(\.url).sorted())
    #expect(try build().code == 0)
    #expect(try Changes(site).urls == [])
    try site.remove("Content/iran/a.md")
    try site.write(CommandSite.article("Ç", date: "2024-09-21"), to: "Content/iran/ç.md")
    #expect(try build().code == 0)
    let last = try Changes(site)
    #expect(last.removed.map(\.url) == ["/iran/2024/09/a/"])
    #expect(last.added.map(\.url) == ["/iran/2024/09/%C3%A7/"])
    #expect(last.changed.contains { $0.url == "/" })
  }

  @Test func `a build with errors writes no changes`() throws {
    let site = try CommandSite.bad()
    let run = try site.warta(["build", ".", "--changes", "changes.json"] + Self.now)
    #expect(run.code == 1)
    #expect(!site.exists("changes.json"))
    #expect(!site.exists("changes.json.tmp"))
  }

  @Test func `changes that cannot be written are an error before anything is published`() throws {
    let site = try CommandSite.good()
    let run = try site.warta(["build", ".", "--changes", "none/changes.json"] + Self.now)
    #expect(run.code == 4)
    #expect(run.errors.contains("none/changes.json"))
    #expect(!site.exists("Public"))
  }

  @Test func `a second build waits for the first and says so`() throws {
    let site = try CommandSite.good()
    #expect(try site.warta(["build", "."] + Self.now).code == 0)
    let lock = try #require(try site.files().first { $0.hasSuffix("/lock") })
    #expect(lock.hasPrefix(".warta/"))
    let holder = try FileLock(at: site.path + "/" + lock, waits: false)
    let run = try WartaProcess.Run(["build", site.path] + Self.now)
    Thread.sleep(forTimeInterval: 1)
    #expect(run.process.isRunning)
    _ = consume holder
    let second = try WartaProcess(finishing: run)
    #expect(second.code == 0)
    #expect(second.errors == "waiting for another build of this site to end\n")
  }

  @Test func `a build that waits can be stopped`() throws {
    let site = try CommandSite.good()
    #expect(try site.warta(["build", "."] + Self.now).code == 0)
    let lock = try #require(try site.files().first { $0.hasSuffix("/lock") })
    let holder = try FileLock(at: site.path + "/" + lock, waits: false)
    let run = try WartaProcess.Run(["build", site.path] + Self.now)
    Thread.sleep(forTimeInterval: 1)
    kill(run.process.processIdentifier, SIGINT)
    #expect(try WartaProcess(finishing: run).code == SIGINT)
    _ = consume holder
  }

  @Test func `the cache can lie elsewhere, and clean takes it away`() throws {
    let site = try CommandSite.good()
    #expect(try site.warta(["build", ".", "--cache", "memory"] + Self.now).code == 0)
    #expect(try site.files().contains { $0.hasPrefix("memory/") })
    #expect(!site.exists(".warta"))
    #expect(try site.warta(["clean", ".", "--cache", "memory"]).code == 0)
    #expect(try !site.files().contains { $0.hasPrefix("memory/") })
    #expect(try site.warta(["build", "."] + Self.now).code == 0)
    #expect(site.exists(".warta"))
    #expect(try site.warta(["clean", "."]).code == 0)
    #expect(!site.exists(".warta"))
  }

  @Test func `without a place for a cache the site is built with a warning`() throws {
    let site = try CommandSite.good()
    let run = try site.warta(["build", ".", "--cache", "/proc/warta"] + Self.now)
    #expect(run.code == 0)
    #expect(run.errors.contains("output.no-cache"))
    #expect(site.exists("Public/index.html"))
  }

  @Test func `a folder that is no site gets no cache`() throws {
    let folder = try TemporaryFolder(["note.txt": "mine"])
    #expect(try folder.warta(["build", "."]).code == 2)
    #expect(try folder.files() == ["note.txt"])
    #expect(try folder.warta(["build", "typo"]).code == 2)
    #expect(!folder.exists("typo"))
    #expect(!folder.exists(".warta"))
  }
}

/// The file of `--changes`.
private struct Changes: Decodable {
  struct Entry: Decodable {
    var url: String
    var hash: String
  }

  var added: [Entry]
  var changed: [Entry]
  var removed: [Entry]

  init(_ site: TemporaryFolder) throws {
    let data = try Data(contentsOf: site.url.appendingPathComponent("changes.json"))
    self = try JSONDecoder().decode(Changes.self, from: data)
  }

  var urls: [String] { (added + changed + removed).map(\.url) }
}
