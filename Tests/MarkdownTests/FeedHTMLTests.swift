import Bytes
import Markdown
import Testing

struct FeedHTMLTests {
  private static let page = "https://kabar.example/id/iran/berita/"

  @Test(arguments: [
    (
      "<a href=\"#fn:1\" id=\"x\">1</a>",
      "<a href=\"https://kabar.example/id/iran/berita/#fn:1\">1</a>"
    ),
    (
      "<a href=\"/x/?a=1&amp;b=2\" class=\"y\">",
      "<a href=\"https://kabar.example/x/?a=1&amp;b=2\">"
    ),
    ("<a href=\"../y\">", "<a href=\"https://kabar.example/id/iran/y\">"),
    ("<a href=\"javascript:x\">a</a>", "<a>a</a>"),
    ("<a href=\"jav&#x61;script:x\">a</a>", "<a>a</a>"),
    ("<a href='mailto:a@b'>", "<a href=\"mailto:a@b\">"),
    (
      "<img src=peta.png srcset=\"a.png 1x, /b.png 2x\" loading=\"lazy\" alt=\"a &lt; b\" />",
      "<img src=\"https://kabar.example/id/iran/berita/peta.png\" srcset=\"https://kabar.example/id/iran/berita/a.png 1x, https://kabar.example/b.png 2x\" alt=\"a &lt; b\" />"
    ),
    ("<p>a<script>if (a<b) x()</script>b<style>p{}</style>c</p>", "<p>abc</p>"),
    ("<section class=\"x\"><p onclick=\"y\" style=\"z\">a</p></section>", "<p>a</p>"),
    ("<iframe src=\"https://x\">a</iframe>b<!-- c -->", "b"),
    (
      "<video poster=\"/p.png\" controls></video>",
      "<video poster=\"https://kabar.example/p.png\" controls></video>"
    ),
    ("a < b &amp; c", "a < b &amp; c"),
  ])
  func `feeds get absolute addresses and what their readers accept`(_ html: String, _ feed: String)
  {
    var output = ByteBuffer()
    FeedHTML.rewrite(Array(html.utf8).span, page: Self.page, into: &output)
    #expect(output.string() == feed)
  }

  @Test(arguments: [
    ("<p class=\"a\" id=b>x</p><!-- c -->", "<p class=\"a\" id=\"b\">x</p><!-- c -->"),
    (
      "<script src=\"/a.js\">if (a<b) { '<a href=\"/x\">' }</script>",
      "<script src=\"https://kabar.example/a.js\">if (a<b) { '<a href=\"/x\">' }</script>"
    ),
    (
      "<a href=\"/x\" onclick='y(\"z\")'>",
      "<a href=\"https://kabar.example/x\" onclick=\"y(&quot;z&quot;)\">"
    ),
  ])
  func `the filter makes addresses absolute and changes nothing else`(
    _ html: String, _ result: String
  ) {
    var output = ByteBuffer()
    FeedHTML.makeURLsAbsolute(Array(html.utf8).span, page: Self.page, into: &output)
    #expect(output.string() == result)
  }

  @Test(arguments: [
    ("", "https://h.example/a/b?q"), ("#f", "https://h.example/a/b?q#f"),
    ("?z", "https://h.example/a/b?z"),
    ("c", "https://h.example/a/c"), ("./c/", "https://h.example/a/c/"),
    ("../c", "https://h.example/c"),
    ("../../../c", "https://h.example/c"), ("/d/../e/.", "https://h.example/e/"),
    ("//o.example/p", "https://o.example/p"),
    ("https://x.example/", "https://x.example/"), ("c:d", "c:d"),
    ("۱/۲", "https://h.example/a/۱/۲"),
  ])
  func `references are resolved as RFC 3986 says`(_ reference: String, _ absolute: String) {
    var output = ByteBuffer()
    let html = "<a href=\"\(reference)\">"
    FeedHTML.makeURLsAbsolute(
      Array(html.utf8).span, page: "https://h.example/a/b?q#z", into: &output)
    let wanted = absolute.replacing("۱", with: "%DB%B1").replacing("۲", with: "%DB%B2")
    #expect(output.string() == "<a href=\"\(wanted)\">")
  }
}
