import Diagnostics
import FileTree
import Foundation
import SiteBuilder
import TestSupport
import Testing

/// What a build remembers saves work and is never believed where it is wrong.
struct JournalTests {
  /// A site of a few stories with a theme of one template.
  private static func site() throws -> SampleSite {
    var files = SampleSite.plainTheme
    files["Content/site.yaml"] = SampleSite.settings + "theme: none\n"
    for number in 1...6 {
      files["Content/iran/s\(number).md"] = SampleSite.article(
        "Kisah \(number)", date: "2024-09-1\(number) 08:00", "tags: [t\(number % 2)]",
        body: "Isi \(number).\n\n[lihat](s1.md)")
    }
    return try SampleSite(files)
  }

  private static let story = "Public/iran/2024/09/s3/index.html"

  /// The only journal of the site.
  private static func journal(of site: SampleSite) throws -> String {
    try #require(try site.folder.files().first { $0.hasSuffix("/journal") })
  }

  /// The output of a clean build of the site as it is.
  private static func clean(_ site: SampleSite) async throws -> [String: Data] {
    let other = site.folder.path + "/Bersih"
    try Disk().removeTree(other)
    try await site.build {
      $0.output = other
      $0.remembers = false
    }
    var files: [String: Data] = [:]
    for path in try site.folder.files() where path.hasPrefix("Bersih/") {
      let name = String(path.dropFirst(7))
      guard !name.hasPrefix(".") else { continue }
      files[name] = try Data(contentsOf: site.folder.url.appendingPathComponent(path))
    }
    return files
  }

  /// Lets the clock of the disk tick, so that stamps are settled.
  private static func settle() async throws {
    try await Task.sleep(for: .milliseconds(50))
  }

  @Test func `a second build renders and writes nothing`() async throws {
    let site = try Self.site()
    let first = try await site.build()
    #expect(first.reused == 0 && first.written == first.rendered)
    let second = try await site.build()
    #expect(second.rendered == 0 && second.written == 0 && second.reused == first.rendered)
  }

  @Test func `a warning is said again by a build that renders nothing`() async throws {
    let site = try Self.site()
    try site.folder.write(
      SampleSite.article("Mati", body: "[x](/tidak-ada/) dan [y](#tidak)"), to: "Content/iran/m.md")
    let first = try await site.build()
    let second = try await site.build()
    #expect(first.warnings == 2, "\(site.printed(first))")
    #expect(second.rendered == 0)
    #expect(second.diagnostics == first.diagnostics)
  }

  @Test func `a journal that is cut anywhere costs work and nothing else`() async throws {
    let site = try Self.site()
    try await site.build()
    let path = try Self.journal(of: site)
    let whole = try Data(contentsOf: site.folder.url.appendingPathComponent(path))
    let expected = try site.published()
    for count in stride(from: 0, to: whole.count, by: 97) {
      try site.folder.write(whole.prefix(count), to: path)
      let report = try await site.build()
      #expect(report.reused == 0 && report.written == 0, "cut at \(count)")
      #expect(try site.published() == expected, "cut at \(count)")
    }
  }

  @Test func `a journal without its output makes it again, an output without its journal stays`()
    async throws
  {
    let site = try Self.site()
    try await site.build()
    let expected = try site.published()
    try site.folder.remove("Public")
    #expect(try await site.build().written == expected.count)
    #expect(try site.published() == expected)
    try site.folder.remove(".warta")
    let report = try await site.build()
    #expect(report.reused == 0 && report.written == 0)
    #expect(try site.published() == expected)
  }

  @Test(arguments: [
    "edited", "cut", "deleted", "replaced by a folder", "edited with its times restored",
  ])
  func `a file of the output that somebody touched is made right`(how: String) async throws {
    let site = try Self.site()
    try await site.build()
    try await Self.settle()
    try await site.build()
    let expected = try site.published()
    let url = site.folder.url.appendingPathComponent(Self.story)
    let bytes = try Data(contentsOf: url)
    let date = try FileManager.default.attributesOfItem(atPath: url.path)[.modificationDate]
    switch how {
    case "cut": try bytes.prefix(10).write(to: url)
    case "deleted": try FileManager.default.removeItem(at: url)
    case "replaced by a folder":
      try FileManager.default.removeItem(at: url)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    default:
      let handle = try FileHandle(forWritingTo: url)
      try handle.write(contentsOf: Data("x".utf8))
      try handle.close()
    }
    if how.hasSuffix("restored"), let date {
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: url.path)
    }
    let report = try await site.build()
    #expect(report.rendered == 1 && report.written == 1)
    #expect(try site.published() == expected)
  }

  @Test(arguments: ["new time", "old time", "same time and size", "later than now"])
  func `a story that changed is found whatever its times say`(how: String) async throws {
    let site = try Self.site()
    try await site.build()
    try await Self.settle()
    try await site.build()
    let url = site.folder.url.appendingPathComponent("Content/iran/s3.md")
    let date = try FileManager.default.attributesOfItem(atPath: url.path)[.modificationDate]
    let text = try site.folder.read("Content/iran/s3.md")
    try site.folder.write(
      text.replacingOccurrences(of: "Kisah 3", with: "Kisah x"), to: "Content/iran/s3.md")
    let dates: [String: Any?] = [
      "old time": Date(timeIntervalSince1970: 1_000_000_000), "same time and size": date,
      "later than now": Date(timeIntervalSinceNow: 86_400),
    ]
    if let date = dates[how] ?? nil {
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: url.path)
    }
    try await site.build()
    #expect(try site.page("iran/2024/09/s3/index.html").contains("Kisah x"))
    #expect(try await Self.clean(site) == site.published())
    // And back again, as a version control system would do it.
    try site.folder.write(text, to: "Content/iran/s3.md")
    try await site.build()
    #expect(try await Self.clean(site) == site.published())
  }

  @Test func `a story that was only touched is read and nothing is rendered`() async throws {
    let site = try Self.site()
    try await site.build()
    try site.folder.write(try site.folder.read("Content/iran/s3.md"), to: "Content/iran/s3.md")
    let report = try await site.build()
    #expect(report.rendered == 0 && report.written == 0)
  }

  @Test func `a story that becomes a folder of the same name is a bundle`() async throws {
    let site = try Self.site()
    try await site.build()
    let text = try site.folder.read("Content/iran/s3.md")
    try site.folder.remove("Content/iran/s3.md")
    try site.folder.write(
      text.replacingOccurrences(of: "(s1.md)", with: "(../s1.md)"), to: "Content/iran/s3/index.md")
    #expect(try await site.build().errors == 0)
    #expect(try await Self.clean(site) == site.published())
  }

  @Test func `a failed build forgets nothing`() async throws {
    let site = try Self.site()
    let whole = try await site.build()
    try site.folder.write(SampleSite.article("Rusak", "tagz: [x]"), to: "Content/iran/r.md")
    #expect(try await site.build().errors == 1)
    try site.folder.remove("Content/iran/r.md")
    let report = try await site.build()
    #expect(report.rendered == 0 && report.reused == whole.rendered)
  }

  @Test func `a clean build agrees, and says where one does not`() async throws {
    let site = try Self.site()
    var options: BuildOptions?
    try await site.build { options = $0 }
    let check = CleanBuildCheck(try #require(options))
    #expect(try await check.run() == nil)
    try site.folder.write("<p>lain</p>\n", to: Self.story)
    let difference = try #require(try await check.run())
    #expect(difference.id == "output.unverified")
    #expect(difference.summary.contains("iran/2024/09/s3/index.html"))
    #expect(!site.folder.exists("Public/.warta-stage"))
  }
}
