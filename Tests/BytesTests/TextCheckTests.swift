import Bytes
import Testing

struct TextCheckTests {
  @Test(arguments: [
    "plain ASCII text of more than eight bytes\r\n\twith a tab", "", "é", "می‌رود\u{200E}\u{061C}",
    "\u{2066}isolated\u{2069}", "東京 😀", "\u{FEFF}mark", "\u{FFFD}", "\u{10FFFF}",
  ])
  func `text that people write passes`(_ text: String) {
    #expect(TextCheck.problems(in: Array(text.utf8).span).isEmpty)
  }

  @Test(arguments: [
    ("a\u{0}b", TextCheck.Kind.control, 1..<2), ("12345678\u{1B}", .control, 8..<9),
    ("x\u{7F}", .control, 1..<2), ("\u{85}", .control, 0..<2), ("é\u{91}", .control, 2..<4),
    ("a\u{202A}", .bidiEmbedding, 1..<4), ("a\u{202C}b", .bidiEmbedding, 1..<4),
    ("\u{202E}", .bidiOverride, 0..<3), ("\u{202D}", .bidiOverride, 0..<3),
    ("\u{FFFE}", .notInXML, 0..<3), ("12345678é\u{FFFF}", .notInXML, 10..<13),
  ])
  func `a forbidden character is named with its place`(
    _ text: String, _ kind: TextCheck.Kind, _ range: Range<Int>
  ) throws {
    let problem = try #require(TextCheck.problems(in: Array(text.utf8).span).first)
    #expect(problem.kind == kind)
    #expect(problem.range == range)
    #expect(problem.scalar != nil)
  }

  @Test(
    arguments: [
      [0x61, 0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82],
      [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are found`(_ bytes: [UInt8]) {
    #expect(TextCheck.problems(in: bytes.span).first?.kind == .notUTF8)
  }

  @Test func `what is valid agrees with the standard library on random bytes`() {
    var generator = SplitMix(state: 7)
    for _ in 0..<20_000 {
      let length = Int(generator.next() % 12)
      let bytes = (0..<length).map { _ in generator.byte() }
      let isValid = !TextCheck.problems(in: bytes.span).contains { $0.kind == .notUTF8 }
      #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }

  @Test(arguments: [0x00, 0x1F, 0x7F, 0x80, 0xFF] as [UInt8])
  func `a bad byte is found wherever it stands`(_ byte: UInt8) {
    for place in 0..<50 {
      var text = Array(repeating: UInt8(ascii: "~"), count: 50)
      text[place] = byte
      let problems = TextCheck.problems(in: text.span)
      #expect(problems.map(\.range) == [place..<place + 1])
    }
  }

  @Test func `the report stops at its limit`() {
    #expect(TextCheck.problems(in: [UInt8](repeating: 0, count: 100).span, limit: 3).count == 3)
  }

  @Test func `embeddings are removed and nothing else is`() {
    let text = Array("a\u{202A}b\u{202B}c\u{202C}d\u{2026}\u{200F}".utf8)
    #expect(TextCheck.withoutEmbeddings(text.span) == Array("abcd\u{2026}\u{200F}".utf8))
  }
}

/// Random numbers from a fixed seed (SplitMix64).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A byte that often begins or continues a character.
  mutating func byte() -> UInt8 {
    let choices: [UInt8] = [0xC2, 0xE0, 0xE2, 0xED, 0xF0, 0xF4, 0x80, 0x9F, 0xA0, 0xBF, 0x61]
    return next() % 3 == 0 ? UInt8(truncatingIfNeeded: next()) : choices[Int(next() % 11)]
  }
}
