import Diagnostics
import FrontMatter
import Testing

@Suite struct FrontMatterReaderTests {
  @Test(arguments: [
    "---\ntitle: Iran\n---\nText.\n", "---\r\ntitle: Iran\r\n---\r\nText.\n",
    "---\rtitle: Iran\r---\rText.\n", "\u{FEFF}---\ntitle: Iran\n---\nText.\n",
    "---  \ntitle: Iran\n--- \t\nText.\n",
  ])
  func `line breaks, marks and trailing spaces do not matter`(text: String) throws {
    let bytes = Array(text.utf8)
    let reading = FrontMatterReader.read(bytes, file: "a.md")
    #expect(reading.diagnostics.isEmpty)
    let tree = try #require(reading.tree)
    #expect(tree.members(of: tree.root).map { tree.text(of: $0.value) } == ["Iran"])
    #expect(String(decoding: bytes[reading.body], as: UTF8.self) == "Text.\n")
  }

  @Test(arguments: ["---\ntitle: a\n---", "---\ntitle: a\n---\n"])
  func `a story without a body has an empty one`(text: String) {
    let reading = FrontMatterReader.read(Array(text.utf8), file: "a.md")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.body.isEmpty)
  }

  @Test func `hyphens in the text end nothing`() {
    let text = "---\ntitle: a --- b\nsummary: |\n  ---\n  x\n---\nText\n---\nMore ------\n"
    let bytes = Array(text.utf8)
    let reading = FrontMatterReader.read(bytes, file: "a.md")
    #expect(reading.diagnostics.isEmpty)
    #expect(String(decoding: bytes[reading.body], as: UTF8.self) == "Text\n---\nMore ------\n")
  }

  @Test func `a file without front matter is all body`() {
    let reading = FrontMatterReader.read(Array("# Iran\n".utf8), file: "a.md")
    #expect(reading.tree == nil)
    #expect(reading.body == 0..<7)
  }

  @Test func `direction embeddings are left out of the text`() throws {
    let text = "---\ntitle: Iran \u{202B}روسیه\u{202C}\nkicker: \u{2067}ایران\u{2069}\n---\n"
    let reading = FrontMatterReader.read(Array(text.utf8), file: "a.md")
    #expect(reading.diagnostics.map(\.severity) == [.warning, .warning])
    let tree = try #require(reading.tree)
    #expect(
      tree.members(of: tree.root).map { tree.text(of: $0.value) } == [
        "Iran روسیه", "\u{2067}ایران\u{2069}",
      ])
  }
}
