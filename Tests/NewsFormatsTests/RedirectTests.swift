import Localization
import NewsFormats
import TestSupport
import Testing

@Suite struct RedirectTests {
  let map = RedirectMap(
    redirects: [
      Redirect(from: "/iran/2024/09/lama/", to: "/iran/2024/09/baru/"),
      Redirect(from: "/tag--%E3%82%A4/", to: "/tags/イ/"),
      Redirect(from: "/a b;{}~$x\"y\\z/", to: "/b $x/"),
      Redirect(from: "/news/*/:id?q#f", to: "https://lain.example/a:b/*?q=1&r=2#f"),
    ],
    gone: ["/iran/2024/09/ditarik/", "/fa/ایران/"])

  @Test func `the files for servers read like this`() throws {
    try Golden.check(written { map.writeRedirectsFile(into: &$0) }, "_redirects")
    try Golden.check(written { map.writeNginxRedirects(into: &$0) }, "nginx-redirects.map")
    try Golden.check(written { map.writeNginxGone(into: &$0) }, "nginx-gone.map")
  }

  @Test func `every line of _redirects has three words`() {
    let lines = written { map.writeRedirectsFile(into: &$0) }.split(separator: "\n")
    #expect(lines.count == map.redirects.count)
    #expect(lines.allSatisfy { $0.split(separator: " ").count == 3 })
  }

  @Test func `a page that has moved reads like this`() throws {
    let page = RedirectPage(
      target: "https://kabar.example/fa/ایران/?a=1&b=\"2\"", title: "</title> ایران & روسیه",
      language: "fa", direction: .rightToLeft)
    try Golden.check(written { page.write(into: &$0) }, "redirect.html")
  }
}
