import Bytes
import Diagnostics
import Foundation
import Markdown
import Testing

/// Random texts from a fixed seed: the pieces of Markdown in any order.
struct MutationTests {
  private static let pieces = [
    "# ", "## ", "\n", "\n\n", "    ", "\t", "- ", "1. ", "> ", "```\n", "~~", "~", "*", "**", "_",
    "`", "|", "|-|-|\n", "\\|", "\\", "[^1]", "[^1]: ", "[^\\]", "[", "]", "(", ")", "](/a/)", "![",
    "](peta.png)", "](berita.md#x \"t\")", "<b>", "</b>", "<div>", "</div>", "<!-- more -->",
    "<!--",
    "-->", "<script>", "<a href=\"javascript:x\">", "<img src=peta.png", "<", ">", "&amp;",
    "&#x202E;",
    "&", "\"", "'", ":::", ":::a", "kata", "می‌رود", "東京", "é", "\u{91}", "\u{92}", "a", " ", "  \n",
    "---\n", "===\n", "[a]: /b\n", "<https://a.example>", "\r\n", "\r",
  ]

  @Test func `random texts keep the promises of the renderer`() throws {
    var random = SplitMix(state: 20_240_919)
    for _ in 0..<4_000 {
      let count = Int(random.next() % 40)
      let text = (0..<count).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
      }
      .joined()
      for policy in MarkdownOptions.RawHTML.allCases { check(text, policy) }
    }
  }

  @Test func `the examples of CommonMark with random damage keep them too`() throws {
    var random = SplitMix(state: 1)
    for example in try CommonMarkExample.all() {
      var bytes = Array(example.markdown.utf8)
      for _ in 0..<4 where !bytes.isEmpty {
        let place = Int(random.next() % UInt64(bytes.count))
        let byte = Array("[]()*_~|`<>#-\n &\\\"'".utf8)[Int(random.next() % 19)]
        if random.next() % 2 == 0 { bytes[place] = byte } else { bytes.insert(byte, at: place) }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      for policy in MarkdownOptions.RawHTML.allCases { check(text, policy) }
    }
  }

  private func check(_ text: String, _ policy: MarkdownOptions.RawHTML) {
    let render = SampleRender(text) { $0.rawHTML = policy }
    var options = MarkdownOptions()
    options.title = "Judul"
    options.baseURL = "https://kabar.example"
    options.rawHTML = policy
    var renderer = MarkdownRenderer()
    let summary = renderer.summarize(Array(text.utf8).span, options: options)
    #expect(summary == render.rendered.summary, "\(text.debugDescription)")
    #expect(Balance.fault(in: render.html) == nil, "\(text.debugDescription): \(render.html)")
    #expect(!render.html.lowercased().contains("href=\"javascript"), "\(text.debugDescription)")
    #expect(!render.html.lowercased().contains("<script"), "\(text.debugDescription)")
    for diagnostic in render.rendered.diagnostics {
      let range = diagnostic.location?.range ?? 0..<0
      #expect(range.upperBound <= render.source.count, "\(text.debugDescription)")
    }
    let anchors = render.rendered.anchors
    #expect(Set(anchors).count == anchors.count, "\(text.debugDescription)")
  }
}

/// Checks that every element that is opened is closed in order.
enum Balance {
  private static let void: Set<Substring> = ["br", "hr", "img", "col", "source", "track", "wbr"]

  /// What is wrong with the nesting of `html`.
  static func fault(in html: String) -> String? {
    var open: [Substring] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...].dropFirst()
      let isEnd = rest.first == "/"
      let name = rest.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard !name.isEmpty else { return "a stray '<'" }
      guard let end = rest.firstIndex(of: ">") else { return "no end of '\(name)'" }
      rest = rest[end...].dropFirst()
      if void.contains(name) { continue }
      if !isEnd { open.append(name) } else if open.popLast() != name { return "'</\(name)>'" }
    }
    return open.isEmpty ? nil : "open: \(open)"
  }
}

/// Random numbers from a fixed seed (SplitMix64).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
