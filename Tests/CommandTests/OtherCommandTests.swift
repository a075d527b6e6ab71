import Foundation
import TestSupport
import Testing

/// `warta new`, `render` and `markdown`.
struct OtherCommandTests {
  // MARK: - new

  @Test func `a new site builds at once`() throws {
    let folder = try TemporaryFolder()
    let made = try WartaProcess(
      [
        "new", "site", "kabar", "--lang", "id", "--title", "Kabar: \"Hari\" Ini", "--timezone",
        "Asia/Jakarta",
      ], in: folder.path)
    #expect(made.code == 0, "\(made.errors)")
    let built = try WartaProcess(["build", "kabar", "--strict"], in: folder.path)
    #expect(built.code == 0, "\(built.errors)")
    #expect(built.text.contains("1 article, "))
    #expect(try folder.read("kabar/Public/index.html").contains("lang=\"id\""))
    let again = try WartaProcess(["new", "site", "kabar"], in: folder.path)
    #expect(again.code == 2)
    #expect(try folder.read("kabar/Content/site.yaml").contains("Asia/Jakarta"))
  }

  @Test(arguments: ["Iran: Presiden \"bicara\"", "# satu \\ dua", "ایران در بریکس", "- @ % &"])
  func `a new article is a draft that is in order`(title: String) throws {
    let site = try CommandSite.good()
    let made = try WartaProcess(
      ["new", "article", "iran", title, "--slug", "kisah-baru"], in: site.path)
    #expect(made.code == 0, "\(made.errors)")
    let built = try WartaProcess(["build", "--strict"], in: site.path)
    #expect(built.code == 0, "\(built.errors)")
    #expect(built.text.contains("held: 1 draft"))
    #expect(try WartaProcess(["build", "-D", "-F"], in: site.path).code == 0)
    let again = try WartaProcess(
      ["new", "article", "iran", title, "--slug", "kisah-baru"], in: site.path)
    #expect(again.code == 2)
  }

  @Test func `the name of a new article comes from its headline`() throws {
    let site = try CommandSite.good()
    #expect(try WartaProcess(["new", "article", "iran", "Iran di BRICS"], in: site.path).code == 0)
    #expect(site.exists("Content/iran/iran-di-brics.md"))
  }

  @Test func `a new theme is the built-in one, to be changed`() throws {
    let site = try CommandSite.good()
    let now = ["--now", "2025-01-01T00:00Z"]
    #expect(try WartaProcess(["build", "-o", "satu"] + now, in: site.path).code == 0)
    try site.write("<p>own</p>", to: "Templates/not_found.html")
    #expect(try WartaProcess(["new", "theme"], in: site.path).code == 0)
    #expect(try site.read("Templates/not_found.html") == "<p>own</p>")
    #expect(site.exists("Templates/base.html"))
    #expect(site.exists("Templates/strings/fa.yaml"))
    let built = try WartaProcess(["build", "-o", "dua", "--strict"] + now, in: site.path)
    #expect(built.code == 0, "\(built.errors)")
    #expect(try site.read("satu/index.html") == site.read("dua/index.html"))
    #expect(try site.read("dua/404.html") == "<p>own</p>")
  }

  // MARK: - render

  @Test func `render fills a template with data`() throws {
    let folder = try TemporaryFolder([
      "t/a.html":
        "{% extends \"base.html\" %}{% block b %}{{ title }}: {{ items | join(\", \") }}{% endblock %}",
      "t/base.html": "<p>{% block b %}{% endblock %}</p>",
      "data.json": "{\"title\": \"A & B\", \"items\": [1, 2]}",
    ])
    let run = try WartaProcess(["render", "t/a.html", "--data", "data.json"], in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text == "<p>A &amp; B: 1, 2</p>")
    let named = try WartaProcess(
      ["render", "a.html", "--templates", "t", "--data", "data.json"], in: folder.path)
    #expect(named.text == run.text)
  }

  @Test func `render says what is wrong and where`() throws {
    let folder = try TemporaryFolder([
      "a.html": "x\n{{ titel }}\n", "data.json": "{\"title\": 1}", "bad.json": "{\"title\": }",
    ])
    let unknown = try WartaProcess(["render", "a.html", "--data", "data.json"], in: folder.path)
    #expect(unknown.code == 1)
    #expect(unknown.text == "")
    #expect(unknown.errors.contains("a.html:2:4"))
    let bad = try WartaProcess(["render", "a.html", "--data", "bad.json"], in: folder.path)
    #expect(bad.code == 1)
    #expect(bad.errors.contains("bad.json:1:11"))
    #expect(try WartaProcess(["render", "none.html"], in: folder.path).code == 1)
    #expect(
      try WartaProcess(["render", "a.html", "--data", "none.json"], in: folder.path).code == 4)
  }

  @Test func `render answers cases line by line`() throws {
    let input = """
      {"id": "satu", "templates": {"main": "[{{ s }}]"}, "main": "main", "context": {"s": "<&>"}}
      {"id": "dua", "templates": {"main": "a\\n{{ tidak }}"}, "main": "main", "context": {}}

      this is no JSON

      """
    let run = try WartaProcess(["render", "--json-lines"], input: Data(input.utf8))
    #expect(run.code == 0)
    let answers = try run.text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    try #require(answers.count == 3)
    #expect(answers[0]["id"] as? String == "satu")
    #expect(answers[0]["output"] as? String == "[&lt;&amp;&gt;]")
    let error = answers[1]["error"] as? [String: Any] ?? [:]
    #expect(error["line"] as? Int == 2)
    #expect(error["column"] as? Int == 4)
    #expect(error["template"] as? String == "main")
    #expect((error["message"] as? String)?.contains("tidak") == true)
    #expect(answers[2]["error"] != nil)
  }

  @Test func `the program answers the reference cases of the engine`() throws {
    let file = Self.tests.appendingPathComponent("TemplateEngineTests/Cases/builtins.jsonl")
    let cases = try Data(contentsOf: file)
    let run = try WartaProcess(["render", "--json-lines"], input: cases)
    #expect(run.code == 0)
    let asked = try cases.split(separator: 0x0A).map(Self.object)
    let answers = try run.output.split(separator: 0x0A).map(Self.object)
    try #require(asked.count == answers.count)
    for (question, answer) in zip(asked, answers) {
      let id = question["id"] as? String
      #expect(answer["id"] as? String == id)
      guard question["expect"] as? String == "same-as-jinja2" else { continue }
      #expect(answer["output"] as? String == question["output"] as? String, "\(id ?? "")")
    }
  }

  private static let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func object(_ line: Data) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
  }

  // MARK: - markdown

  @Test func `markdown reads a file or standard input`() throws {
    let folder = try TemporaryFolder(["a.md": "---\ntitle: A\n---\n# Judul\n\n*Isi*\n"])
    let file = try WartaProcess(["markdown", "a.md"], in: folder.path)
    #expect(file.code == 0, "\(file.errors)")
    #expect(file.text.contains("<em>Isi</em>"))
    #expect(!file.text.contains("title: A"))
    let input = try WartaProcess(["markdown"], input: Data("*Isi*\n".utf8))
    #expect(input.text == "<p><em>Isi</em></p>\n")
  }

  @Test func `markdown refuses raw HTML, filters it or passes it`() throws {
    let input = Data("<b onclick=\"x()\">tebal</b>\n".utf8)
    let refused = try WartaProcess(["markdown"], input: input)
    #expect(refused.code == 1)
    #expect(refused.errors.contains("standard input:1:1"))
    let filtered = try WartaProcess(["markdown", "--allow-html"], input: input)
    #expect(!filtered.text.contains("onclick"))
    let passed = try WartaProcess(["markdown", "--unsafe"], input: input)
    #expect(passed.code == 0)
    #expect(passed.text == "<p><b onclick=\"x()\">tebal</b></p>\n")
  }

  /// The process is asked for each; a tenth of the examples a test, so that tests share the work.
  @Test(arguments: 0..<10)
  func `plain mode passes the examples of CommonMark`(part: Int) throws {
    let file = Self.tests.appendingPathComponent("MarkdownTests/Cases/commonmark-0.30.json")
    let examples = try JSONDecoder().decode(Examples.self, from: Data(contentsOf: file)).examples
    #expect(examples.count == 652)
    for example in examples where example.example % 10 == part {
      let run = try WartaProcess(["markdown", "--unsafe"], input: Data(example.markdown.utf8))
      #expect(run.code == 0)
      #expect(run.text == example.html, "example \(example.example)")
    }
  }

  private struct Examples: Decodable {
    var examples: [Example]

    struct Example: Decodable {
      var example: Int
      var markdown: String
      var html: String
    }
  }
}
