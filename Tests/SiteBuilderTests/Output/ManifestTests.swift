import Bytes
import SiteBuilder
import TestSupport
import Testing

/// A manifest that is read in place.
struct ManifestTests {
  private static let lines = [
    "a-b.html\t1\t0123456789abcdef0123456789abcdef\tarticle\tContent/a.md",
    "a/index.html\t22\t00000000000000000000000000000002\tfront\t-",
    "a/z.html\t333\t00000000000000000000000000000003\tarticle\tContent/z.md",
    "é.txt\t0\t00000000000000000000000000000004\tstaticFile\t-",
  ]

  private func parsed(_ text: String) -> Manifest? {
    Manifest(FrozenBytes(joining: [Array(text.utf8)]))
  }

  private func parsed(lines: [String]) -> Manifest? {
    parsed("warta-manifest 1\noptions\tdrafts\n" + lines.map { $0 + "\n" }.joined())
  }

  private func path(_ text: String) -> FrozenBytes {
    FrozenBytes(joining: [Array(text.utf8)])
  }

  private func row(_ text: String, _ manifest: Manifest) -> Int? {
    let path = path(text)
    return withExtendedLifetime(path) { manifest.row(of: path.view) }
  }

  @Test func `files are found by their paths`() throws {
    let manifest = try #require(parsed(lines: Self.lines))
    #expect(manifest.count == 4)
    #expect(manifest.options == "drafts")
    #expect(row("a-b.html", manifest) == 0)
    #expect(row("a/index.html", manifest) == 1)
    #expect(row("é.txt", manifest) == 3)
    for missing in ["", "a", "a/", "a/index.htm", "a/index.html2", "zzz"] {
      #expect(row(missing, manifest) == nil, "\(missing)")
    }
    #expect(manifest.hash(0)?.hexadecimal == "0123456789abcdef0123456789abcdef")
    #expect(manifest.hash(3)?.low == 4)
  }

  @Test func `lines in another order are sorted`() throws {
    let manifest = try #require(parsed(lines: Self.lines.reversed()))
    #expect(row("a-b.html", manifest) == 0)
    #expect(row("a/z.html", manifest) == 2)
  }

  @Test func `a path that stands twice counts once`() throws {
    let manifest = try #require(parsed(lines: Self.lines + Self.lines))
    let sorted = try #require(parsed(lines: Self.lines))
    #expect(manifest.count == 4)
    #expect(manifest.view.string == sorted.view.string)
  }

  @Test(arguments: [
    "", "warta-manifest 1", "warta-manifest 1\n", "warta-manifest 2\noptions\t\n",
    "warta-manifest 1\nno options\n",
  ])
  func `another file is no manifest`(text: String) {
    #expect(parsed(text) == nil)
  }

  @Test(arguments: [
    "", "path alone", "a\t1\t2\t3", "a\t1\t2\t3\t4\t5", "\t1\t2\t3\t4", "/a\t1\t2\t3\t4",
    "a/\t1\t2\t3\t4", "..\t1\t2\t3\t4", ".\t1\t2\t3\t4", "a/../b\t1\t2\t3\t4",
  ])
  func `one bad line spoils the whole`(line: String) {
    #expect(parsed(lines: Self.lines + [line]) == nil)
  }

  @Test(arguments: ["..a", "a..", ".a/b", "a/...", ".well-known/x"])
  func `dots are allowed in names`(path: String) throws {
    let manifest = try #require(parsed(lines: ["\(path)\t1\t2\t3\t4"]))
    #expect(row(path, manifest) == 0)
    #expect(manifest.hash(0) == nil)
  }

  @Test func `a last line that was cut off counts for nothing`() throws {
    let whole = "warta-manifest 1\noptions\t\n" + Self.lines[0] + "\n"
    for length in 0..<Self.lines[1].utf8.count {
      let cut = String(decoding: Array(Self.lines[1].utf8).prefix(length), as: UTF8.self)
      #expect(parsed(whole + cut)?.count == 1)
    }
  }
}
