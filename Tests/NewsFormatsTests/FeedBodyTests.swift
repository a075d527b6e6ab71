import Bytes
import Foundation
import NewsFormats
import Testing

@Suite struct FeedBodyTests {
  func cleaned(_ html: String, on page: String = "https://kabar.example/iran/2024/a/") -> String {
    let body = FeedBody(pageURL: page)
    return written { body.write(html.utf8.span, into: &$0) }
  }

  @Test(arguments: [
    ("/x/", "https://kabar.example/x/"),
    ("x.jpg", "https://kabar.example/iran/2024/a/x.jpg"),
    ("./x.jpg", "https://kabar.example/iran/2024/a/x.jpg"),
    ("../x.jpg", "https://kabar.example/iran/2024/x.jpg"),
    ("../../x.jpg", "https://kabar.example/iran/x.jpg"),
    ("../../../../../x.jpg", "https://kabar.example/x.jpg"),
    ("#fn-1", "https://kabar.example/iran/2024/a/#fn-1"),
    ("?q=1", "https://kabar.example/iran/2024/a/?q=1"),
    ("", "https://kabar.example/iran/2024/a/"),
    ("//cdn.example/x.jpg", "https://cdn.example/x.jpg"),
    ("https://lain.example/?a=1&amp;b=2", "https://lain.example/?a=1&amp;b=2"),
    ("mailto:a@kabar.example", "mailto:a@kabar.example"),
    (" /x/ ", "https://kabar.example/x/"),
    ("/ایران/", "https://kabar.example/%D8%A7%DB%8C%D8%B1%D8%A7%D9%86/"),
    ("/a%20b/", "https://kabar.example/a%20b/"),
  ])
  func `references become absolute`(_ reference: String, _ expected: String) {
    #expect(cleaned("<a href=\"\(reference)\">x</a>") == "<a href=\"\(expected)\">x</a>")
  }

  @Test(arguments: ["javascript:x", "JavaScript:x", "data:text/html,x", "feed:x", "vbscript:x"])
  func `other schemes lose their attribute`(_ reference: String) {
    #expect(cleaned("<a href=\"\(reference)\">x</a>") == "<a>x</a>")
  }

  @Test(arguments: [
    "java&#115;cript:x", "java\tscript:x", "javascript&colon;x", "\u{1}javascript:x",
  ])
  func `a hidden scheme never becomes one`(_ reference: String) {
    #expect(
      cleaned("<a href=\"\(reference)\">x</a>").hasPrefix(
        "<a href=\"https://kabar.example/iran/2024/a/"))
  }

  @Test func `pages without a path are their own folder`() {
    #expect(
      cleaned("<a href='x'>x</a>", on: "https://kabar.example")
        == "<a href=\"https://kabar.example/x\">x</a>")
    #expect(
      cleaned("<a href='../x'>x</a>", on: "https://kabar.example/a?b/c#d/e")
        == "<a href=\"https://kabar.example/x\">x</a>")
  }

  @Test(arguments: [
    ("a < b && c > d", "a &lt; b && c > d"),
    ("<", "&lt;"),
    ("<p class=x style='y' onclick=z id=a lang=fa>t</p>", "<p lang=\"fa\">t</p>"),
    ("a<!-- <b> -->c<!---->d<!-->e", "acde"),
    ("a<!-- never ends", "a"),
    ("<script>alert('<b>')</script>b", "b"),
    ("<SCRIPT src=x>a</SCRIPT\n>b", "b"),
    ("<script>a", ""),
    ("<style>p{}</style><svg><a href=/x>y</a></svg>z", "z"),
    ("<form><input value=1><button>Kirim</button></form>", "Kirim"),
    (
      "<iframe src=\"https://v.example/1?a&amp;b\"></iframe>",
      "<p><a href=\"https://v.example/1?a&amp;b\">https://v.example/1?a&amp;b</a></p>"
    ),
    ("<iframe src=javascript:x></iframe>a", "a"),
    (
      "<img src=a.png alt='\"' / >",
      "<img src=\"https://kabar.example/iran/2024/a/a.png\" alt=\"&quot;\">"
    ),
    (
      "<img srcset='a.png 1x,b.png 2x, /c.png' src=a>",
      "<img srcset=\"https://kabar.example/iran/2024/a/a.png 1x, "
        + "https://kabar.example/iran/2024/a/b.png 2x, https://kabar.example/c.png\" "
        + "src=\"https://kabar.example/iran/2024/a/a\">"
    ),
    ("<a href=\"x", "<a href=\"https://kabar.example/iran/2024/a/x\">"),
    ("<a =x>y</a>", "<a>y</a>"),
    ("</>a</ p>", "a"),
    ("<td colspan=2>a</td>", "<td colspan=\"2\">a</td>"),
    ("<p", "<p>"),
  ])
  func `only what feeds may hold stays`(_ html: String, _ expected: String) {
    #expect(cleaned(html) == expected)
  }

  @Test func `a browser's parser finds nothing that feeds may not hold`() throws {
    let pages = (Self.attacks + Self.brokenPages(1000)).map { cleaned($0) }
    let input = String(decoding: try JSONEncoder().encode(pages), as: UTF8.self)
    let found = try Validator(script: "read_html.py").value([[[String]]].self, for: input)
    #expect(found.count == pages.count)
    let attributes = Set(
      "alt cite colspan controls datetime dir height href lang poster rowspan scope src srcset title"
        .split(separator: " ").map(String.init))
    for (page, parts) in zip(pages, found) {
      #expect(Set(parts[0]).isDisjoint(with: Self.forbiddenElements), "\(page)")
      for attribute in parts[1] {
        let name = attribute.prefix { $0 != "=" }
        #expect(attributes.contains(String(name)), "\(page)")
        guard ["href", "src", "cite", "poster"].contains(name) else { continue }
        #expect(attribute.dropFirst(name.count + 1).wholeMatch(of: Self.absolute) != nil, "\(page)")
      }
    }
  }

  @Test func `cleaning twice changes nothing`() {
    for page in Self.attacks + Self.brokenPages(1000) {
      let once = cleaned(page)
      #expect(cleaned(once) == once)
    }
  }
}

extension FeedBodyTests {
  static var absolute: Regex<Substring> { /(?s)(?:https?:\/\/|mailto:|tel:).*/ }

  static let forbiddenElements: Set<String> = [
    "script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "button",
    "base", "meta", "link", "template", "noscript", "textarea", "select", "frameset",
  ]

  /// Ways into a page that sanitisers have been known to leave open.
  static let attacks = [
    "<script>alert(1)</script>", "<ScRiPt\n>alert(1)</sCrIpT >",
    "<scr<script>ipt>x</scr</script>ipt>",
    "<img src=x onerror=alert(1)>", "<img/src='x'/onerror='alert(1)'>", "<img src=`x`onerror=x>",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>", "<a href=\"\u{1}javascript:x\">x</a>",
    "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>", "<a href='vbscript:x'>x</a>",
    "<a href='\"onmouseover=alert(1) x=\"'>x</a>", "<a href=x\"onclick=y>x</a>",
    "<svg/onload=alert(1)>", "<svg><script>x</script></svg>",
    "<math><mi xlink:href='javascript:x'>",
    "<iframe srcdoc='<script>x</script>'></iframe>",
    "<iframe src='//v.example/\"><script>'></iframe>",
    "<object data='javascript:x'></object>", "<embed src='javascript:x'>",
    "<form action='javascript:x'><button formaction='javascript:x'>",
    "<base href='javascript:/'>", "<meta http-equiv=refresh content='0;url=javascript:x'>",
    "<link rel=stylesheet href='javascript:x'>", "<style>@import 'javascript:x'</style>",
    "<p style='background:url(javascript:x)'>", "<video poster='javascript:x' src=x onplay=x>",
    "<img srcset='javascript:x 1x, y 2x'>", "<img srcset='x 1x\", \"onerror=x'>",
    "<!--><img src=x onerror=x>-->", "<!--!><script>x</script>-->",
    "<![CDATA[<script>x</script>]]>",
    "<?php echo '<script>' ?>", "</p title='<script>x</script>'>", "<p <script>x</script>",
    "<textarea><script>x</script></textarea>", "<title><script>x</script></title>",
    "<noscript><p title='</noscript><img src=x onerror=x>'>", "<xmp><script>x</script></xmp>",
    "<template><script>x</script></template>", "<table><script>x</script></table>",
    "<a\u{0C}href='x'onclick='y'>x</a>", "<a href=\"x\"onclick=\"y\">x</a>", "<a/href=x/onclick=y>",
    "<\u{0}script>x</script>", "<details open ontoggle=x>", "<b/><i/onclick=x/>", "&lt;script&gt;",
  ]

  /// Heaps of pieces of markup, the same in every run.
  static func brokenPages(_ count: Int) -> [String] {
    var random = SplitMix(state: 42)
    let pieces = [
      "<", ">", "</", "<!--", "-->", "\"", "'", "=", "/", " ", "a", "p", "href", "src", "srcset",
      "script", "iframe", ",", ":", "#", "&", "../", "x.png", "<p>", "</script>", "ی", "onclick",
      "<img", "<a ", "javascript:", "\n", "?", "<svg>", "title",
    ]
    return (0..<count).map { _ in
      (0..<Int(random.next() % 40)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
        .joined()
    }
  }
}

/// A generator with a seed, so that a failure can be repeated (Steele and others, 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
