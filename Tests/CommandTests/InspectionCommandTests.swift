import Foundation
import TestSupport
import Testing

/// `warta list` and `warta why`.
struct InspectionCommandTests {
  private static let now = ["--now", "2025-01-01T00:00Z"]

  private static func site() throws -> TemporaryFolder {
    let site = try CommandSite.good()
    try site.write(
      CommandSite.article("Draf", "draft: true\ntags: [Énergi]"), to: "Content/iran/c.md")
    try site.write(CommandSite.article("Nanti", date: "2025-02-01 10:41"), to: "Content/iran/d.md")
    try site.write(
      CommandSite.article("Embargo", "embargo: 2025-01-05 08:00"), to: "Content/ekonomi/f.md")
    try site.write(
      CommandSite.article("Lewat", "expires: 2024-12-01 00:00"), to: "Content/ekonomi/g.md")
    return site
  }

  // MARK: - list

  @Test func `stories are listed newest first with state, date, section and URL`() throws {
    let run = try Self.site().warta(["list"] + Self.now)
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      run.text == """
        scheduled\t2025-02-01T10:41:00+07:00\tiran\tContent/iran/d.md\tNanti
        embargoed\t2024-09-19T10:41:00+07:00\tekonomi\tContent/ekonomi/f.md\tEmbargo
        live\t2024-09-20T00:00:00+07:00\tiran\t/iran/2024/09/b/\tB
        unlisted\t2024-09-19T10:41:00+07:00\tekonomi\t/ekonomi/2024/09/g/\tLewat
        live\t2024-09-19T10:41:00+07:00\tiran\t/iran/2024/09/a/\tA
        draft\t2024-09-19T10:41:00+07:00\tiran\tContent/iran/c.md\tDraf

        """)
  }

  @Test(.enabled(if: PseudoTerminal.isThere))
  func `on a terminal stories stand in columns`() throws {
    let site = try CommandSite.good()
    try site.write(
      CommandSite.article("你好", date: "2024-09-21"), to: "Content/ekonomi/halo.md")
    try site.write(
      CommandSite.article("\"a\\e[2Jb\"", date: "2024-09-22"), to: "Content/iran/x.md")
    let printed = try PseudoTerminal.output(of: ["list"] + Self.now, in: site.url.path)
    #expect(
      printed == """
        STATE  DATE                       SECTION  URL                     TITLE
        live   2024-09-22T00:00:00+07:00  iran     /iran/2024/09/x/        a·[2Jb
        live   2024-09-21T00:00:00+07:00  ekonomi  /ekonomi/2024/09/halo/  你好
        live   2024-09-20T00:00:00+07:00  iran     /iran/2024/09/b/        B
        live   2024-09-19T10:41:00+07:00  iran     /iran/2024/09/a/        A

        """)
  }

  @Test(arguments: [
    (["--state", "draft"], ["Draf"]), (["--section", "ekonomi"], ["Embargo", "Lewat"]),
    (["--tag", "énergi"], ["Draf"]), (["--author", "dewi"], []),
    (["--section", "iran", "--state", "live"], ["B", "A"]),
  ])
  func `options choose among the stories`(options: [String], titles: [String]) throws {
    let run = try Self.site().warta(["list", "--json"] + options + Self.now)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(run.text.utf8)) as? [[String: Any]])
    #expect(rows.compactMap { $0["title"] as? String } == titles)
  }

  @Test func `what no story has is said, with what was probably meant`() throws {
    let run = try Self.site().warta(
      ["list", "--section", "irann", "--tag", "energi", "--author", "dewi"] + Self.now)
    #expect(run.code == 0 && run.text.isEmpty)
    #expect(
      run.errors == """
        there is no story of the section 'irann'; did you mean 'iran'?
        there is no story with the tag 'energi'; did you mean 'Énergi'?
        there is no story of the author 'dewi'

        """)
  }

  @Test func `a state that there is not is wrong usage`() throws {
    let run = try Self.site().warta(["list", "--state", "terbit"])
    #expect(run.code == 2)
    #expect(run.errors.contains("'terbit' is no state; there are live, unlisted,"))
  }

  @Test func `a list writes nothing`() throws {
    let site = try Self.site()
    let before = try site.files()
    _ = try site.warta(["list"] + Self.now)
    #expect(try site.files() == before)
  }

  // MARK: - why

  @Test(arguments: [
    ("Content/iran/c.md", "not published: it is a draft (draft: true)"),
    ("Content/iran/d.md", "not published before 2025-02-01T10:41:00+07:00 (Asia/Jakarta) (date)"),
    (
      "Content/ekonomi/f.md",
      "not published before 2025-01-05T08:00:00+07:00 (Asia/Jakarta) (embargo)"
    ),
    (
      "Content/ekonomi/g.md",
      "in no list since 2024-12-01T00:00:00+07:00 (Asia/Jakarta) (expires); its page stays"
    ),
    ("iran/a.md", "published 2024-09-19T10:41:00+07:00 (Asia/Jakarta)"),
  ])
  func `why tells what publishes a story or holds it back`(path: String, words: String) throws {
    let run = try Self.site().warta(["why", path] + Self.now)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.contains(": \(words)\n"), "\(run.text)")
  }

  @Test func `why tells why a page was rendered and what changed since`() throws {
    let site = try Self.site()
    func why(_ subject: String) throws -> String {
      try site.warta(["why", subject] + Self.now).text
    }
    #expect(try why("/iran/2024/09/a/").contains("nothing is remembered of an earlier build"))
    #expect(try site.warta(["build", "-q"] + Self.now).code == 0)
    #expect(
      try why("/iran/2024/09/a/").contains(
        "rendered by the last build that changed anything, because nothing was remembered"))
    try site.write(CommandSite.article("A", body: "Isi baru."), to: "Content/iran/a.md")
    #expect(
      try why("https://kabar.example/iran/2024/09/a/").contains(
        "changed since: the text of Content/iran/a.md"))
    #expect(try site.warta(["build", "-q"] + Self.now).code == 0)
    #expect(
      try why("iran/2024/09/a/index.html").contains(
        "because this changed: the excerpt or word count of Content/iran/a.md"))
    #expect(try why("/robots.txt").contains("reused by the last build"))
  }

  @Test func `why suggests what could have been meant`() throws {
    let run = try Self.site().warta(["why", "Content/iran/aa.md"] + Self.now)
    #expect(run.code == 2)
    #expect(run.errors.contains("The site has no 'Content/iran/aa.md'. Did you mean"))
  }
}
