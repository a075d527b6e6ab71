import NewsFormats
import TestSupport
import Testing

@Suite struct RobotsFileTests {
  let robots = RobotsFile(
    groups: [
      .init(agents: ["*"], disallowed: ["/cari/", "/ایران/"], allowed: ["/cari/tentang/"]),
      .init(agents: ["GPTBot", "CCBot"], disallowed: ["/"]),
      .init(agents: ["Twitterbot"]),
    ],
    sitemaps: ["https://kabar.example/sitemap.xml"])

  @Test func `a file reads like this`() throws {
    try Golden.check(written { robots.write(into: &$0) }, "robots.txt")
  }

  @Test func `Python's reader comes to the same answers`() throws {
    let reader = Validator(
      script: "read_robots.py",
      arguments: [
        "Googlebot https://kabar.example/iran/", "Googlebot https://kabar.example/cari/?q=x",
        "GPTBot https://kabar.example/", "CCBot/2.0 https://kabar.example/iran/",
        "Twitterbot https://kabar.example/cari/",
      ])
    #expect(
      try reader.output(for: written { robots.write(into: &$0) })
        == "yes\nno\nno\nno\nyes\nhttps://kabar.example/sitemap.xml\n")
  }

  @Test func `a line break in an agent begins no rule`() {
    let robots = RobotsFile(groups: [.init(agents: ["x\nDisallow: /"])])
    #expect(written { robots.write(into: &$0) } == "User-agent: xDisallow: /\nDisallow:\n\n")
  }
}
