import Diagnostics
import SiteModel
import Testing

@Suite struct SchemaMutationTests {
  @Test func `no damage to a file crashes a schema or loses its place`() {
    var generator = MixedNumbers(seed: 3)
    let alphabet = Array(" 0123456789-/:.,TZ+۱۴۰٣abWIBm[]{}'\"#\n%~\\@\u{200C}é".unicodeScalars)
    let cases = SchemaCase.allBad.filter { $0.text.utf8.count < 300 }
    var found = 0
    for _ in 0..<2000 {
      var damaged = cases[generator.next(cases.count)]
      var scalars = Array(damaged.text.unicodeScalars)
      for _ in 0...generator.next(6) {
        let place = generator.next(scalars.count + 1)
        if generator.next(3) == 0, place < scalars.count {
          scalars.remove(at: place)
        } else {
          scalars.insert(alphabet[generator.next(alphabet.count)], at: place)
        }
      }
      damaged.text = String(String.UnicodeScalarView(scalars))
      let length = damaged.bytes.count
      let diagnostics = damaged.diagnostics
      found += diagnostics.count
      let areInside = diagnostics.allSatisfy { diagnostic in
        (diagnostic.location?.range?.upperBound ?? 0) <= length
          && (diagnostic.fix?.range.upperBound ?? 0) <= length
      }
      #expect(areInside)
    }
    #expect(found > 2000)
  }

  @Test func `no date crashes the hints`() {
    var generator = MixedNumbers(seed: 5)
    let words = [
      "0", "1", "9", "19", "31", "32", "2024", "1403", "99999", "9223372036854775807", "-", "/",
      ".",
      ":", " ", "T", "Z", "+", "Sep", "AM", "PM", "WIB", "Asia/Tehran", "۱۴۰۳", "۰۶", "24:00",
    ]
    var found = 0
    for _ in 0..<2000 {
      let parts = (0...generator.next(8)).map { _ in words[generator.next(words.count)] }
      found += SchemaCase.date("", "'\(parts.joined())'").diagnostics.count
    }
    #expect(found > 1500)
  }
}

/// Numbers that look random and are the same in every run.
private struct MixedNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to but not including `limit`.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(limit, 1)))
  }
}
