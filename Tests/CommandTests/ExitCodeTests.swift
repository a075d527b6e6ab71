import Foundation
import TestSupport
import Testing

/// What the program answers, for scripts: 0 done, 1 content, 2 usage or settings, 4 disk.
struct ExitCodeTests {
  @Test(arguments: [
    ["build", "--bogus"], ["bogus"], ["build", "-j", "0"], ["build", "-j", "many"],
    ["build", "--now", "yesterday"], ["build", "--format", "xml"], ["build", "-q", "-v"],
    ["build", "--base-url", "kabar"], ["build", ".", "."], ["build", "--source", ".", "."],
    ["clean", "--source", ".", "."], ["render"], ["render", "a.html", "--json-lines"],
    ["markdown", "--bogus"], ["new", "site"], ["new", "article", "iran"],
    ["new", "site", "x", "--lang", "bahasa_x"], ["new", "site", "x", "--timezone", "Mars/Base"],
    ["new", "article", "iran", "!!!"], ["new", "article", "../x", "Title"],
  ])
  func `wrong usage is 2 and says so`(arguments: [String]) throws {
    let folder = try CommandSite.good()
    let run = try folder.warta(arguments)
    #expect(run.code == 2)
    #expect(run.text == "")
    #expect(run.errors.contains("Error: "))
    #expect(!folder.exists("Public"))
  }

  @Test(arguments: [["--help"], ["build", "--help"], ["--version"], ["new"], []])
  func `help is a result`(arguments: [String]) throws {
    let run = try WartaProcess(arguments)
    #expect(run.code == 0)
    #expect(!run.text.isEmpty)
    #expect(run.errors == "")
  }

  @Test func `an error in content is 1, in settings 2`() throws {
    let bad = try CommandSite.bad()
    #expect(try bad.warta(["build", bad.path]).code == 1)
    #expect(try bad.warta(["check", "-s", bad.path]).code == 1)
    let unset = try TemporaryFolder(["Content/site.yaml": "title: Kabar\n"])
    #expect(try unset.warta(["build", unset.path]).code == 2)
    #expect(try unset.warta(["check", "-s", unset.path]).code == 2)
    let empty = try TemporaryFolder()
    #expect(try empty.warta(["build", empty.path]).code == 2)
  }

  @Test func `a warning is 0, and 1 when warnings are errors`() throws {
    let site = try CommandSite.doubtful()
    let strict = try site.warta(["build", site.path, "--strict"])
    #expect(strict.code == 1)
    #expect(strict.errors.contains("error: nothing is at '/tidak/'"))
    #expect(!site.exists("Public/index.html"))
    let lenient = try site.warta(["build", site.path])
    #expect(lenient.code == 0)
    #expect(lenient.errors.contains("warning: nothing is at '/tidak/'"))
  }

  @Test func `a disk that refuses is 4`() throws {
    let site = try CommandSite.good()
    // No file system takes a name of this length.
    let name = String(repeating: "x", count: 300)
    let run = try site.warta(["build", site.path, "-o", site.path + "/" + name + "/Public"])
    #expect(run.code == 4)
    #expect(run.errors.contains("error: "))
    #expect(try site.warta(["markdown", site.path + "/tidak.md"]).code == 4)
    #expect(try site.warta(["markdown", site.path]).code == 4)
  }

  @Test func `an output folder that is a file is 4`() throws {
    let site = try CommandSite.good()
    try site.write("a file", to: "Public")
    #expect(try site.warta(["build", site.path]).code == 4)
    #expect(try site.read("Public") == "a file")
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a read-only output folder is 4`() throws {
    let site = try CommandSite.good()
    try site.write("", to: "Public/.gitkeep")
    let path = site.path + "/Public"
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: path)
    #expect(try site.warta(["build", site.path]).code == 4)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  @Test(arguments: [".", "..", "Content", "Content/out", "Templates", "x/../Content", "./"])
  func `an output folder that holds the sources is 2, for clean too`(output: String) throws {
    let site = try CommandSite.good()
    let before = try site.files()
    for command in [["build", "--adopt"], ["clean", "--all"], ["check"]] {
      let run = try site.warta(command + ["-o", output])
      #expect(run.code == 2, "\(command)")
      #expect(run.errors.contains("'\(output)' holds the site itself"))
    }
    #expect(try site.files() == before)
  }

  @Test func `a folder of others is 4, and names the way out`() throws {
    let site = try CommandSite.good()
    try site.write("theirs", to: "Public/theirs.txt")
    let run = try site.warta(["build", site.path])
    #expect(run.code == 4)
    #expect(run.errors.contains("--adopt"))
    #expect(try site.warta(["build", site.path, "--adopt"]).code == 0)
    #expect(try site.read("Public/theirs.txt") == "theirs")
  }

  @Test func `keeping going publishes the rest and is still 1`() throws {
    let site = try CommandSite.bad()
    let run = try site.warta(["build", site.path, "--keep-going"])
    #expect(run.code == 1)
    #expect(site.exists("Public/iran/2024/09/b/index.html"))
    #expect(!site.exists("Public/iran/2024/09/a/index.html"))
  }
}
