import Diagnostics
import FrontMatter
import Testing

@Suite struct YAMLReaderTests {
  func tree(_ text: String) throws -> YAMLTree {
    let reading = YAMLReader.read(Array(text.utf8), file: "a.yaml")
    #expect(reading.diagnostics.isEmpty)
    return try #require(reading.tree)
  }

  /// The texts of all scalars with what stands at their places in the file.
  func scalars(_ text: String) throws -> [(text: String, source: String)] {
    let tree = try tree(text)
    var found: [(text: String, source: String)] = []
    func visit(_ node: YAMLNode) {
      if tree.kind(of: node) == .plain || tree.kind(of: node) == .quoted {
        let source = Array(text.utf8)[tree.range(of: node)]
        found.append((tree.text(of: node), String(decoding: source, as: UTF8.self)))
      }
      for child in tree.children(of: node) { visit(child) }
    }
    visit(tree.root)
    return found
  }

  @Test(arguments: [
    "title: Iran dan Rusia\ntags: [a, b]\n", "عنوان: ایران و روسیه\nبرچسب: [الف, ب]\n",
    "é: 日本語\n😀: [😀😀, ü]\nz: end\n", "a:\r\n  - b\r\n  - ج\r\nd: e\r\n",
  ])
  func `places are byte offsets in any script`(text: String) throws {
    for scalar in try scalars(text) { #expect(scalar.text == scalar.source) }
  }

  @Test func `a quoted scalar stands with its quotes and a collection with its members`() throws {
    let text = "a: 'x ''y'''\nb: [1, {c: d}]\ne:\n  - f\n  - g\n"
    let tree = try tree(text)
    let values = tree.members(of: tree.root).map { tree.range(of: $0.value) }
    let sources = values.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(sources == ["'x ''y'''", "[1, {c: d}]", "- f\n  - g"])
  }

  @Test func `scalars are text until they are typed`() throws {
    let tree = try tree("a: no\nb: 2024-09-19\nc: 007\nd: ~\ne: 'null'\nf:\n")
    let members = Array(tree.members(of: tree.root))
    #expect(
      members.map { tree.text(of: $0.value) } == ["no", "2024-09-19", "007", "~", "null", ""])
    #expect(members.map { tree.isNull($0.value) } == [false, false, false, true, false, true])
  }

  @Test func `plain data is what JSON would make of it`() throws {
    let text = """
      a: [true, false, yes, "true", ~, null]
      b: [0, -12, 007, 1.50, 1e3, 1., .5, 99999999999999999999]
      c: {d: {e: f}}
      g: |
        two
        lines
      h: >-
        one
        line
      """
    #expect(
      try tree(text).dataValue
        == .map([
          .init(
            key: "a",
            value: .list([.bool(true), .bool(false), .text("yes"), .text("true"), .none, .none])),
          .init(
            key: "b",
            value: .list([
              .integer(0), .integer(-12), .text("007"), .number(1.5), .text("1e3"), .text("1."),
              .text(".5"), .text("99999999999999999999"),
            ])),
          .init(
            key: "c",
            value: .map([.init(key: "d", value: .map([.init(key: "e", value: .text("f"))]))])),
          .init(key: "g", value: .text("two\nlines\n")),
          .init(key: "h", value: .text("one line")),
        ]))
  }

  @Test(arguments: ["", "# only a comment\n", "\u{FEFF}", "---\n", "\n\n"])
  func `a file of nothing is an empty mapping`(text: String) throws {
    let tree = try tree(text)
    #expect(tree.count(of: tree.root) == 0)
  }

  @Test func `a large file of records is read with its duplicates found`() throws {
    let lines = (0..<5000).map { "key-\($0): {name: Name \($0)}\n" }.joined()
    #expect(try tree(lines).members(of: tree(lines).root).map(\.key).count == 5000)
    let again = YAMLReader.read(Array((lines + "key-17: x\n").utf8), file: "a.yaml")
    #expect(again.diagnostics.map(\.id) == ["yaml.duplicate-key"])
  }

  @Test func `what YAML takes for a comment is kept with the text before it`() throws {
    let tree = try tree("a: Iran #1 di Asia   \nb: 1 # one\nc: [x, y] # list\n")
    let cuts = tree.members(of: tree.root).map { tree.cut(of: $0.value)?.text }
    #expect(cuts == ["Iran #1 di Asia", "1 # one", nil])
  }
}
