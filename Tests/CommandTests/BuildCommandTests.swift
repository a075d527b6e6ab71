import Foundation
import TestSupport
import Testing

/// `warta build`, `check` and `clean` as their users run them.
struct BuildCommandTests {
  @Test func `the site is the argument, the source or the working directory`() throws {
    for arguments in [["build"], ["build", "."], ["build", "-s", "."]] {
      let site = try CommandSite.good()
      #expect(try site.warta(arguments).code == 0)
      #expect(site.exists("Public/index.html"))
    }
  }

  @Test func `the last line says what was done`() throws {
    let site = try CommandSite.good()
    let first = try site.warta(["build", site.path]).text
    #expect(first.contains("2 articles, "))
    #expect(first.contains(" 0 unchanged, 0 deleted, 0 warnings, "))
    let second = try site.warta(["build", site.path]).text
    #expect(second.contains(" 0 written, "))
  }

  @Test func `what is held back is counted, and named only on demand`() throws {
    let site = try CommandSite.good()
    try site.write(CommandSite.article("C", "draft: true"), to: "Content/iran/c.md")
    try site.write(CommandSite.article("D", "draft: true"), to: "Content/iran/d.md")
    try site.write(CommandSite.article("E", date: "2025-02-01 10:41"), to: "Content/iran/e.md")
    try site.write(
      CommandSite.article("F", "embargo: 2025-01-05 08:00"), to: "Content/iran/f.md")
    let arguments = ["build", site.path, "--now", "2025-01-01T00:00Z"]
    let run = try site.warta(arguments)
    #expect(
      run.text.hasPrefix(
        "held: 2 drafts, 1 scheduled (next 2025-02-01T10:41:00+07:00), "
          + "1 embargoed (next 2025-01-05T08:00:00+07:00)\n"))
    #expect(!run.text.contains("Content/iran/c.md"))
    try site.write(CommandSite.article("A lagi"), to: "Content/iran/a.md")
    let verbose = try site.warta(arguments + ["-v"]).text
    #expect(verbose.contains("draft Content/iran/c.md"))
    #expect(verbose.contains("embargoed Content/iran/f.md"))
    #expect(verbose.contains("changed /iran/2024/09/a/index.html: this changed: "))
    #expect(!verbose.contains("robots.txt"))
  }

  @Test func `hidden stories are shown on demand`() throws {
    let site = try CommandSite.good()
    try site.write(CommandSite.article("Draf", "draft: true"), to: "Content/iran/c.md")
    try site.write(CommandSite.article("Nanti", date: "2025-02-01"), to: "Content/iran/d.md")
    try site.write(CommandSite.article("Lewat", "expires: 2024-12-01"), to: "Content/iran/e.md")
    for (flags, titles) in [
      ([], []), (["-D"], ["Draf"]), (["-F"], ["Nanti"]), (["-E"], ["Lewat"]),
      (["--drafts", "--future", "--expired"], ["Draf", "Nanti", "Lewat"]),
    ] {
      let run = try site.warta(["build", site.path, "--now", "2025-01-01T00:00Z"] + flags)
      #expect(run.code == 0)
      let front = try site.read("Public/index.html")
      for title in ["Draf", "Nanti", "Lewat"] {
        #expect(front.contains(title) == titles.contains(title), "\(title) with \(flags)")
      }
    }
  }

  @Test func `output and address can be given`() throws {
    let site = try CommandSite.good()
    let run = try site.warta([
      "build", site.path, "-o", "keluar", "-b", "https://uji.example/situs",
    ])
    #expect(run.code == 0)
    #expect(!site.exists("Public"))
    let page = try site.read("keluar/iran/2024/09/a/index.html")
    #expect(page.contains("https://uji.example/situs/iran/2024/09/a/"))
    #expect(!page.contains("kabar.example/"))
    let elsewhere = try TemporaryFolder()
    #expect(try site.warta(["build", site.path, "-o", elsewhere.path + "/a"]).code == 0)
    #expect(elsewhere.exists("a/index.html"))
  }

  @Test func `quiet prints nothing when all is well, and errors all the same`() throws {
    let good = try CommandSite.good().warta(["build", "-q"])
    #expect(good.text == "")
    #expect(good.errors == "")
    #expect(try CommandSite.bad().warta(["build", "-q"]).errors.contains("tagz"))
  }

  @Test func `results go to standard output and diagnostics to standard error`() throws {
    let run = try CommandSite.doubtful().warta(["build"])
    #expect(run.text.contains("1 article, "))
    #expect(!run.text.contains("tidak"))
    #expect(run.errors.contains("nothing is at '/tidak/'"))
    #expect(!run.errors.contains("1 article, "))
  }

  // MARK: - Formats

  @Test func `a diagnostic is printed for people and for programs`() throws {
    let site = try CommandSite.bad()
    let place = "Content/iran/a.md:4:1"
    let human = try site.warta(["build", site.path]).errors
    #expect(human.contains("error: ") && human.contains(" --> \(place)\n"))
    #expect(human.contains("help: did you mean 'tags'?"))
    #expect(human.hasSuffix("1 error, 1 warning; nothing was published\n"))
    let lines = try site.warta(["build", site.path, "--format", "line"]).errors
    #expect(lines.contains("\n\(place): error: ") || lines.hasPrefix("\(place): error: "))
    let github = try site.warta(["build", site.path, "--format", "github"]).errors
    #expect(github.contains("::error file=Content/iran/a.md,line=4,col=1"))
    #expect(github.contains("::warning file=Content/iran/b.md,"))
    let json = try site.warta(["build", site.path, "--format", "json"]).errors
    let objects = json.split(separator: "\n").filter { $0.hasPrefix("{") }
    #expect(objects.count == 2)
    for object in objects {
      let fields =
        try JSONSerialization.jsonObject(with: Data(object.utf8)) as? [String: Any] ?? [:]
      #expect(fields["severity"] is String)
      #expect(fields["summary"] is String)
      #expect((fields["file"] as? String)?.hasPrefix("Content/iran/") == true)
      #expect(fields["line"] is Int)
    }
  }

  @Test func `no colours reach a file`() throws {
    #expect(try !CommandSite.bad().warta(["build"]).errors.contains("\u{1B}"))
  }

  #if os(Linux)
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
    func `colours reach a terminal unless NO_COLOR refuses them`() throws {
      // What ends a colour; a progress line has other escapes, which are no colours.
      let reset = "\u{1B}[0m"
      let site = try CommandSite.bad()
      #expect(try printedOnTerminal(site, ["NO_COLOR": ""]).contains(reset))
      #expect(try !printedOnTerminal(site, ["NO_COLOR": "1"]).contains(reset))
    }

    private func printedOnTerminal(
      _ site: TemporaryFolder, _ environment: [String: String]
    ) throws -> String {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
      let command = try "'\(WartaProcess.executable().path)' build '\(site.path)'"
      process.arguments = ["-q", "-c", command, site.path + "/typescript"]
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return try site.read("typescript")
    }
  #endif

  // MARK: - check

  @Test func `check reports everything and writes nothing`() throws {
    let site = try CommandSite.doubtful()
    let run = try site.warta(["check", "-s", site.path])
    #expect(run.code == 0)
    #expect(run.text.hasPrefix("checked 1 article, "))
    #expect(run.errors.contains("nothing is at '/tidak/'"))
    #expect(!site.exists("Public"))
  }

  @Test func `check reports on the files that are named`() throws {
    let site = try CommandSite.bad()
    let file = site.path + "/Content/iran/b.md"
    let run = try site.warta(["check", "-s", site.path, file])
    #expect(run.code == 0)
    #expect(!run.errors.contains("tagz"))
    #expect(run.errors.contains("Content/iran/b.md"))
    let inside = try site.warta(["check", "Content/iran/a.md"])
    #expect(inside.code == 1)
    #expect(inside.errors.contains("tagz"))
  }

  @Test(arguments: [
    ("Iran: Presiden bicara", "Iran: Presiden bicara"),
    ("\"Damai\" kata presiden", "\"Damai\" kata presiden"),
    ("[Video] Iran di BRICS", "[Video] Iran di BRICS"),
    ("@iran menjawab", "@iran menjawab"), ("Skor # 3", "Skor # 3"),
    ("- Iran dan BRICS", "- Iran dan BRICS"), ("% suara", "% suara"),
    ("Presiden: \"Kita: kuat\"", "Presiden: \"Kita: kuat\""),
  ])
  func `a headline that breaks its file is repaired on demand`(
    headline: String, title: String
  ) throws {
    let site = try CommandSite.good()
    try site.write(CommandSite.article(headline, body: "Isi tetap."), to: "Content/iran/c.md")
    #expect(try site.warta(["check", "-s", site.path]).code == 1)
    let fixed = try site.warta(["check", "-s", site.path, "--fix"])
    #expect(fixed.code == 0, "\(fixed.errors)")
    #expect(fixed.text.contains("repaired Content/iran/c.md"))
    #expect(try site.read("Content/iran/c.md").hasSuffix("\n---\n\nIsi tetap.\n"))
    #expect(try site.warta(["build", site.path, "-b", "https://k.example"]).code == 0)
    let page = try site.read("Public/iran/2024/09/c/index.html")
    let escaped = title.replacingOccurrences(of: "\"", with: "&#34;")
    let other = title.replacingOccurrences(of: "\"", with: "&quot;")
    #expect(
      page.contains("<h1>\(escaped)</h1>") || page.contains("<h1>\(other)</h1>")
        || page.contains("<h1>\(title)</h1>"))
  }

  // MARK: - clean

  @Test func `clean takes back what build wrote`() throws {
    let site = try CommandSite.good()
    #expect(try site.warta(["build", site.path]).code == 0)
    try site.write("mine", to: "Public/mine.txt")
    let run = try site.warta(["clean", site.path])
    #expect(run.code == 0)
    #expect(run.text.hasPrefix("removed "))
    #expect(try CommandSite.contents(site).keys.sorted() == ["Public/mine.txt"])
    #expect(try site.warta(["clean", site.path, "--all"]).code == 0)
    #expect(try CommandSite.contents(site).isEmpty)
    #expect(try site.warta(["clean", site.path]).code == 0)
    #expect(try site.files().filter { $0.hasPrefix("Content/") }.count == 3)
  }
}
