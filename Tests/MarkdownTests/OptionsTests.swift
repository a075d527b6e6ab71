import Diagnostics
import Markdown
import Testing

struct OptionsTests {
  @Test func `one line has no paragraph around it`() {
    #expect(SampleRender("Satu *dua*") { $0.form = .inline }.html == "Satu <em>dua</em>")
    #expect(SampleRender("Satu\n\nDua") { $0.form = .inline }.html == "<p>Satu</p>\n<p>Dua</p>\n")
  }

  @Test func `paid links say so`() {
    let render = SampleRender("[a](https://b.example/) [c](/d/)") { $0.isSponsored = true }
    #expect(
      render.html == """
        <p><a href="https://b.example/" rel="external noopener sponsored">a</a> <a href="/d/">c</a></p>

        """)
  }

  @Test func `footnotes speak the language of the text`() {
    let render = SampleRender("a[^1]\n\n[^1]: b") {
      $0.labels = MarkdownLabels(
        footnotes: "پانویس", backToReference: "بازگشت به %",
        digits: ["۰", "۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹"])
    }
    #expect(render.html.contains(">۱</a></sup>"))
    #expect(render.html.contains("aria-label=\"پانویس\""))
    #expect(render.html.contains("aria-label=\"بازگشت به ۱\""))
  }

  @Test(arguments: [
    ("a [b](/c/) ![d](peta.png)", false), ("a[^1]\n\n[^1]: b", true),
    ("![a](peta.png)", false), ("![a](bendera.png)", true),
  ])
  func `only footnotes and credits depend on the language of the labels`(
    text: String, usesLabels: Bool
  ) {
    let render = SampleRender(text) {
      $0.pictures["bendera.png"] = MarkdownPictureRecord(credit: "Dewi")
    }
    #expect(render.rendered.usesLabels == usesLabels)
  }

  @Test func `words are counted and gathered where that is asked for`() {
    let silent = SampleRender("Satu dua.\n\n## Tiga") { $0.measures = [] }.rendered.summary
    #expect(silent.wordCount == 0)
    #expect(silent.excerpt.isEmpty)
    #expect(silent.outline.map(\.title) == ["Tiga"])
    let counted = SampleRender("Satu dua.") { $0.measures = .wordCount }.rendered.summary
    #expect(counted.wordCount == 2)
    #expect(counted.excerpt.isEmpty)
  }

  @Test func `ranges are those of the file`() {
    let render = SampleRender("- x [a](/b/)", offset: 100)
    #expect(render.rendered.links.map(\.range) == [108..<111])
  }

  @Test func `a first heading that is not the title stays and moves down`() {
    #expect(
      SampleRender("# Lain\n\n## Sub").html
        == "<h2 id=\"lain\">Lain</h2>\n<h3 id=\"sub\">Sub</h3>\n")
  }

  @Test func `characters that may not be typed may not be written as references`() {
    let render = SampleRender("a &#x202E; b &#1; &#65; &#0;")
    #expect(render.problems == ["forbidden-character", "forbidden-character"])
    #expect(render.rendered.diagnostics.map(\.location?.range) == [2..<10, 13..<17])
    #expect(SampleRender("`&#1;` dan &amp;#1;").problems.isEmpty)
  }

  @Test func `a line that should begin with colons can be written`() {
    #expect(SampleRender("\\:::kutip").html == "<p>:::kutip</p>\n")
    #expect(SampleRender("\\:::kutip").problems.isEmpty)
  }

  @Test func `where nothing is added the bytes are those of CommonMark`() throws {
    let differing = try CommonMarkExample.all().filter { example in
      !example.markdown.contains("#") && !example.markdown.contains("[")
        && !example.html.contains("<h")
        && !example.markdown.contains("<") && SampleRender(example.markdown).html != example.html
    }
    #expect(differing.map(\.example) == [])
  }
}
