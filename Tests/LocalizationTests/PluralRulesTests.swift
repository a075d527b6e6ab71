import Foundation
import Testing

import Localization

struct PluralRulesTests {
  /// `Golden/plurals.txt` holds the forms that CLDR 47 gives to sample numbers: the numbers, then
  /// rows of languages and one sign a number.
  @Test func `every language of CLDR gives sample numbers their forms`() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/plurals.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let numbers = try lines[0].split(separator: " ").map {
      try #require(PluralOperands(decimal: String($0)))
    }
    let signs: [PluralCategory: Character] = [
      .zero: "z", .one: "1", .two: "2", .few: "f", .many: "m", .other: ".",
    ]
    for line in lines.dropFirst() {
      let parts = line.split(separator: "|")
      for language in parts[0].split(separator: " ") {
        let rules = PluralRules(language: try #require(LanguageTag(String(language))))
        let forms = String(numbers.compactMap { signs[rules.category(of: $0)] })
        #expect(forms == parts[1], "\(language)")
      }
    }
  }

  @Test(arguments: [
    ("id", [PluralCategory.other]), ("fa", [.one, .other]), ("en-GB", [.one, .other]),
    ("ar", PluralCategory.allCases), ("ru", [.one, .few, .many, .other]), ("xx", [.other]),
  ])
  func `a language says which forms it has`(tag: String, forms: [PluralCategory]) throws {
    #expect(PluralRules(language: try #require(LanguageTag(tag))).categories == forms)
  }

  @Test(arguments: ["", "a", "1.", ".5", "1e5", "1,5", "--1", "1234567890123456789", "۱"])
  func `what is not a decimal has no operands`(text: String) {
    #expect(PluralOperands(decimal: text) == nil)
  }

  @Test func `the sign does not count`() throws {
    let rules = PluralRules(language: try #require(LanguageTag("en")))
    #expect(rules.category(of: -1) == .one)
    #expect(rules.category(of: Int64.min) == .other)
    #expect(PluralOperands(decimal: "-1.50")?.f == 50)
  }
}
