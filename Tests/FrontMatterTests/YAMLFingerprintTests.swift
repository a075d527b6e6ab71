import FrontMatter
import Testing

struct YAMLFingerprintTests {
  private static let text = "a: x\nb:\n  c: [1, 2]\n  d: 'y'\n"

  private func fingerprint(_ text: String, without name: String? = nil) throws -> UInt64 {
    let tree = try #require(YAMLReader.read(Array(text.utf8), file: "a.yaml").tree)
    return name.map { tree.fingerprint(of: tree.root, without: $0) }
      ?? tree.fingerprint(of: tree.root)
  }

  @Test(arguments: [
    "# a comment\n" + text, "a:   x\n\nb:\n    c: [1,    2]\n    d: 'y'\n",
    "a: x\nb: {c: [1, 2], d: 'y'}\n",
  ])
  func `comments, places and the style of collections do not matter`(other: String) throws {
    #expect(try fingerprint(Self.text) == fingerprint(other))
  }

  @Test(arguments: [
    "a: z\nb:\n  c: [1, 2]\n  d: 'y'\n", "a: x\nb:\n  c: [2, 1]\n  d: 'y'\n",
    "a: x\nb:\n  c: [1, 2]\n  d: y\n", "a: x\nb:\n  c: [1, 2]\nd: 'y'\n",
    "b:\n  c: [1, 2]\n  d: 'y'\na: x\n", "a: x\nb:\n  c: [1, 2, d]\n  d: 'y'\n",
  ])
  func `values, quotes, order and structure matter`(other: String) throws {
    #expect(try fingerprint(Self.text) != fingerprint(other))
  }

  @Test func `a member can be left out`() throws {
    let rest = try fingerprint(Self.text, without: "b")
    #expect(try rest == fingerprint("a: x\nb: other\n", without: "b"))
    #expect(try rest != fingerprint("a: y\nb: other\n", without: "b"))
  }
}
