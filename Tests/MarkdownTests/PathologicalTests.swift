import Bytes
import Diagnostics
import Markdown
import TestSupport
import Testing

/// Texts that make careless parsers hang or overflow.
struct Pathology: CustomTestStringConvertible, Sendable {
  let name: String
  let unit: String
  let count: Int
  var before = ""
  var after = ""

  var testDescription: String { name }

  var text: String { before + String(repeating: unit, count: count) + after }

  static let all = [
    Pathology(name: "nested quotations", unit: ">", count: 100_000),
    Pathology(name: "nested quotations with spaces", unit: "> ", count: 50_000, after: "a"),
    Pathology(name: "nested lists", unit: "- ", count: 50_000, after: "a"),
    Pathology(name: "open brackets", unit: "[", count: 100_000),
    Pathology(
      name: "nested brackets", unit: "[", count: 50_000,
      after: "a" + String(repeating: "]", count: 50_000)),
    Pathology(name: "open emphasis", unit: "*a **a ", count: 50_000),
    Pathology(
      name: "nested emphasis", unit: "*a **a ", count: 5_000,
      after: String(repeating: "b** b*", count: 5_000)),
    Pathology(name: "open pictures", unit: "![[]()", count: 40_000),
    Pathology(name: "open links", unit: "[a](", count: 4_000),
    Pathology(name: "comments", unit: "<!-- a ", count: 30_000),
    Pathology(name: "declarations", unit: "a <!A ", count: 30_000),
    Pathology(name: "backticks", unit: "``a`b", count: 30_000),
    Pathology(name: "tildes", unit: "~~a ~b", count: 30_000),
    Pathology(name: "tildes that match", unit: "~~a~~ ", count: 30_000),
    Pathology(name: "entities", unit: "&#1;", count: 30_000),
    Pathology(name: "unknown notes", unit: "[^a] ", count: 4_900),
    Pathology(name: "notes", unit: "[^a]: x\n\n", count: 20_000, before: "[^a]\n\n"),
    Pathology(
      name: "one note, many references", unit: "[^a]\n\n", count: 20_000, after: "\n\n[^a]: x"),
    Pathology(name: "pipes", unit: "|", count: 100_000, before: "|a|\n|-|\n"),
    Pathology(name: "rows", unit: "|a|b\n", count: 30_000, before: "|a|\n|-|\n"),
    Pathology(name: "delimiter rows", unit: "|-|\n", count: 30_000),
    Pathology(name: "headings of one name", unit: "# a\n", count: 30_000),
    Pathology(name: "headings of numbered names", unit: "# a\n\n# a-2\n\n", count: 10_000),
    Pathology(name: "blocks of colons", unit: ":::a\n", count: 30_000),
    Pathology(
      name: "definitions with a long address", unit: "[a]\n\n", count: 20_000,
      before: "[a]: /" + String(repeating: "x", count: 20_000) + "\n\n"),
    Pathology(name: "raw elements", unit: "<b>", count: 30_000),
    Pathology(name: "raw blocks", unit: "<div>\n\n", count: 20_000),
    Pathology(name: "raw ends", unit: "</b>", count: 30_000, before: "<b>"),
    Pathology(name: "carriage returns", unit: "\r", count: 100_000),
    Pathology(name: "backslashes", unit: "\\|", count: 50_000, before: "|a|\n|-|\n"),
  ]
}

struct PathologicalTests {
  @Test(arguments: Pathology.all)
  func `no text hangs or overflows`(_ pathology: Pathology) {
    let text = pathology.text
    let clock = ContinuousClock()
    let time = clock.measure {
      _ = SampleRender(text)
      _ = SampleRender(text) { $0.rawHTML = .allow }
      var renderer = MarkdownRenderer()
      var output = ByteBuffer()
      let place = MarkdownPlace(file: "text.md")
      _ = renderer.renderPlain(Array(text.utf8).span, at: place, into: &output)
    }
    #expect(time < .seconds(10))
  }

  @Test func `a line of 50 MB is refused`() {
    let render = SampleRender([UInt8](repeating: 0x61, count: 50_000_000))
    #expect(render.problems == ["too-long"])
    #expect(render.html.isEmpty)
  }

  @Test func `a crowded paragraph is refused with its place`() {
    let render = SampleRender("Awal.\n\n" + String(repeating: "[", count: 6_000), offset: 10)
    #expect(render.problems == ["too-many-brackets"])
    #expect(render.rendered.diagnostics.first?.location?.range == 5_017..<5_018)
  }

  @Test func `deep nesting is refused with its place`() {
    let render = SampleRender("Awal.\n\n" + String(repeating: ">", count: 200) + "a")
    #expect(render.problems == ["too-deep"])
    #expect(render.html.isEmpty)
  }

  @Test func `a hundred paragraphs with many brackets each are fine`() {
    let paragraph = String(repeating: "[a](/b/) ", count: 100) + "\n\n"
    #expect(SampleRender(String(repeating: paragraph, count: 100)).problems.isEmpty)
  }

  @Test func `a text that grows too much is refused`() {
    let columns = 2_000
    let head =
      String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns)
    let render = SampleRender(head + "|\n" + String(repeating: "|b|\n", count: 2_000))
    #expect(render.problems == ["too-much-html"])
    #expect(render.html.isEmpty)
  }

  @Test func `texts beyond the limits are refused in these words`() throws {
    let brackets = SampleRender("Awal.\n\n" + String(repeating: "[", count: 6_000))
    let depth = SampleRender("Awal.\n\n" + String(repeating: ">", count: 200) + "a")
    let table =
      String(repeating: "|a", count: 2_000) + "|\n" + String(repeating: "|-", count: 2_000)
      + "|\n" + String(repeating: "|b|\n", count: 2_000)
    let length = SampleRender([UInt8](repeating: 0x61, count: 9_000_000))
    let character = SampleRender("a &#x202E; b")
    let reports = [brackets, depth, SampleRender(table), length, character].map(\.report)
    try Golden.check(reports.joined(separator: "\n"), "limits.txt")
  }
}
