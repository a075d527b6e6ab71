import Foundation
import TestSupport
import Testing

/// A build is a pure function: nothing of the machine reaches the output.
struct DeterminismTests {
  /// Something about the machine that a build must not see.
  struct Condition: CustomTestStringConvertible, Sendable {
    var name: String
    var arguments: [String] = []
    var environment: [String: String] = [:]
    var isElsewhere = false

    var testDescription: String { name }
  }

  @Test(arguments: [
    Condition(name: "two workers", arguments: ["-j", "2"]),
    Condition(name: "eight workers", arguments: ["-j", "8"]),
    Condition(name: "another working directory", isElsewhere: true),
    Condition(name: "another time zone", environment: ["TZ": "Asia/Tokyo"]),
    Condition(
      name: "another locale",
      environment: ["LC_ALL": "fa_IR.UTF-8", "LANG": "fa_IR.UTF-8", "LANGUAGE": "fa"]),
    Condition(name: "no home", environment: ["HOME": "/nonexistent"]),
  ])
  func `the same site is the same bytes`(condition: Condition) throws {
    let site = try Self.site()
    let now = ["--now", "2025-01-01T00:00Z"]
    let plain = try WartaProcess(["build", "-j", "1", "-o", "satu"] + now, in: site.path)
    #expect(plain.code == 0, "\(plain.errors)")
    let path = condition.isElsewhere ? site.path : "."
    let run = try WartaProcess(
      ["build", path, "-o", "dua"] + now + condition.arguments,
      in: condition.isElsewhere ? "/" : site.path, environment: condition.environment)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors == plain.errors)
    let first = try Self.output(site, "satu/")
    let second = try Self.output(site, "dua/")
    #expect(first.keys.sorted() == second.keys.sorted())
    #expect(first.count > 60)
    for (path, bytes) in first { #expect(second[path] == bytes, "\(path)") }
  }

  private static func output(_ site: TemporaryFolder, _ folder: String) throws -> [String: Data] {
    let contents = try CommandSite.contents(site, below: folder)
    return Dictionary(
      uniqueKeysWithValues: contents.map { (String($0.key.dropFirst(folder.count)), $0.value) })
  }

  /// Two editions with everything that could depend on order, zone or language.
  private static func site() throws -> TemporaryFolder {
    let site = try TemporaryFolder([
      "Content/site.yaml": """
      base_url: https://kabar.example
      per_page: 3
      editions:
        id: {title: Kabar, lang: id, timezone: Asia/Jakarta}
        fa: {title: خبر, lang: fa, timezone: Asia/Tehran}
      """,
      "Content/pages/about.md": "---\ntitle: Tentang\n---\nKami.\n",
      "Content/static/ads.txt": "kabar\n",
    ])
    let tags = ["BRICS", "Çin", "Ödül", "iran", "ياسمين", "کرمان", "Zebra", "álava"]
    for number in 0..<18 {
      let keys = """
        tags: [\(tags[number % 8]), \(tags[number * 3 % 8])]
        authors: [Dewi, Penulis \(number % 4)]
        series: seri-\(number % 2)
        """
      let date = "2024-0\(number % 9 + 1)-1\(number % 5) 0\(number % 10):3\(number % 6)"
      let body =
        "Isi [lain](s\((number + 1) % 18).md).\n\n## Bab\n\n| a | b |\n|---|---|\n| 1 | 2 |"
      for edition in ["", "fa/"] {
        try site.write(
          CommandSite.article("Kisah \(number)", date: date, keys, body: body),
          to: "Content/\(edition)iran/s\(number).md")
      }
    }
    return site
  }
}
