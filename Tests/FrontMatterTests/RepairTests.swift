import Diagnostics
import FrontMatter
import Testing

@Suite struct RepairTests {
  /// The file with every fix applied, as `check --fix` would write it.
  func fixed(_ bytes: [UInt8]) -> [UInt8] {
    let fixes = FrontMatterReader.read(bytes, file: "a.md").diagnostics.compactMap(\.fix)
    var result = bytes
    for fix in fixes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(fix.range, with: Array(fix.replacement.utf8))
    }
    return result
  }

  func values(_ bytes: [UInt8]) -> [String]? {
    let reading = FrontMatterReader.read(bytes, file: "a.md")
    guard reading.diagnostics.isEmpty, let tree = reading.tree else { return nil }
    return tree.members(of: tree.root).map { tree.text(of: $0.value) }
  }

  @Test(arguments: BadFile.headlines)
  func `every broken headline is repaired by its fix`(file: BadFile) {
    #expect(values(file.bytes) == nil)
    #expect(values(fixed(file.bytes)) != nil)
  }

  @Test(arguments: [
    "Iran: Presiden bertemu Shoigu", "Siapa yang menang:", "\"Ya\" dan \"tidak\"",
    "'Kami siap' kata Iran", "'Ndrangheta di Eropa", "[Video] Iran dan Rusia", "{Foto} Iran",
    "@kabar menjawab", "% suara", "*Breaking* Iran", "& lainnya", "> 100 orang", "| Iran |",
    "- Iran dan Rusia", "? Siapa", "!Penting Iran dan Rusia", "`kode` dan", ", dan",
    "“Iran: siap” kata", "ایران: دیدار", "Iran: \"kami\" Jum'at",
  ])
  func `a repaired headline says what was written`(headline: String) {
    let bytes = BadFile.headline("", headline).bytes
    #expect(values(fixed(bytes))?.first == headline)
  }

  @Test func `the other mistakes of a file are found in the same run`() {
    let file = BadFile.yaml(
      "", "title: Iran: a\nsummary: \"x\" y\ndate: 2024-09-19\nkicker: @z\ntags: [a]\ntags: [b]")
    let ids = FrontMatterReader.read(file.bytes, file: "a.md").diagnostics.map(\.id)
    #expect(ids == ["yaml.colon", "yaml.quote", "yaml.indicator", "yaml.duplicate-key"])
  }

  @Test func `places after a repair are those of the file as written`() throws {
    let file = BadFile.yaml("", "title: Iran: a\nkicker: Kabar\nseo: {title: x, title: y}")
    let reading = FrontMatterReader.read(file.bytes, file: "a.md")
    let duplicate = try #require(reading.diagnostics.last)
    let range = try #require(duplicate.location?.range)
    #expect(String(decoding: file.bytes[range], as: UTF8.self) == "title")
    #expect(range.lowerBound == file.bytes.count - "title: y}\n---\nText.\n".utf8.count)
    let tree = try #require(reading.tree)
    let places = tree.members(of: tree.root).map {
      String(decoding: file.bytes[tree.range(of: $0.value)], as: UTF8.self)
    }
    #expect(places.dropFirst() == ["Kabar", "{title: x, title: y}"])
  }

  @Test func `quoted text is read back unchanged`() {
    var generator = Numbers(seed: 7)
    let alphabet = Array("aé ایر:#\"'\\[]{}-?!&*%@`,|>x\u{200C}".unicodeScalars)
    for _ in 0..<2000 {
      let scalars = (0...generator.next(12)).map { _ in alphabet[generator.next(alphabet.count)] }
      let text = String(String.UnicodeScalarView(scalars))
      let yaml = "---\ntitle: \(YAMLQuoting.quoted(text))\n---\n"
      #expect(values(Array(yaml.utf8)) == [text])
    }
  }
}

@Suite struct MutationTests {
  @Test func `no damage to a file crashes the reader or loses its place`() {
    var generator = Numbers(seed: 1)
    let files = (BadFile.fences + BadFile.headlines + BadFile.structures).map(\.bytes)
      .filter { $0.count < 400 }
    for _ in 0..<20_000 {
      var bytes = files[generator.next(files.count)]
      for _ in 0...generator.next(4) {
        let place = generator.next(bytes.count + 1)
        switch generator.next(3) {
        case 0: bytes.insert(interesting[generator.next(interesting.count)], at: place)
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2 where place < bytes.count: bytes[place] = UInt8(generator.next(256))
        default: break
        }
      }
      let reading = FrontMatterReader.read(bytes, file: "a.md")
      #expect(reading.body.upperBound <= bytes.count)
      for diagnostic in reading.diagnostics {
        #expect((diagnostic.location?.range?.upperBound ?? 0) <= bytes.count)
        #expect((diagnostic.fix?.range.upperBound ?? 0) <= bytes.count)
      }
    }
  }

  private let interesting = Array("-: \n\r\t\"'[]{}#&*!|>%@,?\\\u{0}".utf8)
}

/// Numbers that look random and are the same in every run.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to but not including `limit`.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(limit, 1)))
  }
}
