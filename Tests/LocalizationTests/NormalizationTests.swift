import Foundation
import Testing

import Localization

struct NormalizationTests {
  @Test func `every scalar becomes what Foundation makes of it`() {
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      guard scalars(Normalization.nfc(text)) != scalars(text.precomposedStringWithCanonicalMapping)
      else { continue }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }

  @Test func `random runs of letters and marks become what Foundation makes of them`() {
    let alphabet =
      "aeouAEOUçéüǖậ\u{301}\u{302}\u{323}\u{304}\u{308}\u{31B}\u{327}\u{345}ا\u{653}\u{654}\u{655}وي\u{64B}\u{64E}\u{651}\u{1100}\u{1161}\u{11A8}\u{9C7}\u{9BE}\u{9D7}कि\u{93C}ΐω\u{2126}\u{212B}"
      .unicodeScalars.map(\.self)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        text.append(alphabet[Int.random(in: alphabet.indices, using: &random)])
      }
      let string = String(text)
      let expected = string.precomposedStringWithCanonicalMapping
      #expect(scalars(Normalization.nfc(string)) == scalars(expected))
      #expect(Normalization.isNFC(string) == (scalars(string) == scalars(expected)))
    }
  }

  @Test func `a syllable takes a tail, which Foundation leaves apart`() {
    #expect(scalars(Normalization.nfc("\u{AC00}\u{11A8}")) == [0xAC01])
    #expect(scalars(Normalization.nfc("\u{AC01}\u{11A8}")) == [0xAC01, 0x11A8])
  }

  @Test(arguments: [
    ("Berita/IRAN", "berita/iran"), ("E\u{301}tat", "état"), ("État", "état"),
    ("STRASSE", "strasse"), ("Straße", "strasse"), ("ΟΔΟΣ", "οδοσ"), ("ایران", "ایران"),
    ("İstanbul", "istanbul"), ("ısparta", "ısparta"),
  ])
  func `paths that a file system may confuse fold to one`(path: String, folded: String) {
    #expect(scalars(Normalization.foldedPath(path)) == scalars(folded))
  }

  @Test(arguments: [
    ("Iran", "iran"), (" BRICS  Plus ", "brics plus"), ("علي", "علی"), ("كتاب", "کتاب"),
    ("Cafe\u{301}", "café"),
  ])
  func `spellings of one tag have one identity`(text: String, identity: String) {
    #expect(scalars(Normalization.tagIdentity(text)) == scalars(identity))
  }

  private func scalars(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value)
  }
}

/// The same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
