import Testing

import Localization

struct CollationTests {
  /// Words of a language in its order, as dictionaries and CLDR have them.
  @Test(arguments: [
    (
      "id",
      "7 Oktober|Ali Khamenei|Ankara|anti-Israel|BRICS|BRICS Plus|briksi|Énergi|enerji|Iran|iran raya|Zionis"
    ),
    ("en", "co-op|coop|Coop|côté|cotton|resume|Resume|résumé|resumes"),
    (
      "fa",
      "آب|آیت|ابر|پاکستان|تهران|ثبت|جنگ|چین|حمله|ژاپن|سوریه|کابل|گاز|لبنان|میخ|نفت|واشنگتن|هند|یمن"
    ),
    ("ar", "أحمد|إيران|بغداد|تركيا|سوريا|طهران|غزة|لبنان|مصر|يمن"),
    ("ps", "آب|ابر|پاکستان|ټکر|ځوان|څوک|ډېر|ژوند|ښار|ګټه|ڼ"),
    ("ur", "ابر|آب|پاکستان|ٹیم|چین|ڈاکٹر|گاز|ہند|یمن"),
    ("sv", "Adam|Zeta|Åland|Ärla|Öland"), ("da", "Adam|Zeta|Ærø|Øst|Åbo"),
    ("de", "Adam|Ärger|Zebra"), ("es", "nadie|nube|ñandú|oso"),
    ("cs", "cena|čas|hora|chata|ibis|sen|šaty"), ("tr", "ceviz|çay|ılık|inek|sarı|şeker"),
    ("hu", "cukor|csaba|ló|lyuk|öt|ünnep"), ("pl", "lato|łza|zebra|źle|żaba"),
    ("lt", "iena|Yla|jis"), ("hr", "cesta|čas|ćud|dan|džep|đak"),
    ("ru", "Анкара|ёлка|ель|еще|Иран|Москва|ящик"), ("uk", "ворота|гора|ґанок|дім|ігри|їжа|йод"),
    ("el", "Αθήνα|Βόλος|Σέρρες|Ωμέγα"), ("he", "אב|בית|כלב|מים|תל אביב"),
    ("vi", "an|ăn|ân|cam|da|đa"),
  ])
  func `texts stand in the order of the language`(tag: String, words: String) throws {
    let collation = Collation(language: try #require(LanguageTag(tag)))
    let expected = words.split(separator: "|").map(String.init)
    let sorted = expected.reversed().map { (key: collation.key(of: $0), text: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.text)
    #expect(sorted == expected)
  }

  /// A text of ASCII alone takes a short way; a no-break space at its end, which weighs what a
  /// space does, sends it the long way.
  @Test(arguments: ["id", "en", "fa", "sv", "cs", "hu", "tr", "vi"])
  func `texts of ASCII stand in one order whichever way is taken`(_ tag: String) throws {
    let collation = Collation(language: try #require(LanguageTag(tag)))
    let pieces = ["a", "B", "b", "ch", "C", " ", "-", "7", "12", "o'", "_", "Iran", "z", "("]
    let texts = pieces.flatMap { a in pieces.flatMap { b in pieces.map { a + b + $0 } } }
    let short = Set(texts).sorted { collation.precedes($0, $1) }
    let long = Set(texts).sorted { collation.precedes($0 + "\u{A0}", $1 + "\u{A0}") }
    #expect(short == long)
  }

  @Test(arguments: [
    ("id", "Énergi", "E"), ("id", "«BRICS»", "B"), ("id", "7 Oktober", "#"), ("id", "", "#"),
    ("id", "Øresund", "O"), ("da", "Øresund", "Ø"), ("fa", "آب", "آ"), ("fa", "أحمد", "ا"),
    ("fa", "يمن", "ی"), ("fa", "كتاب", "ک"), ("ar", "آسيا", "ا"), ("ar", "كتاب", "ك"),
    ("ar", "يمن", "ي"), ("cs", "chata", "Ch"),
    ("tr", "inek", "İ"), ("tr", "Irak", "I"), ("ru", "Ёлка", "Е"), ("id", "Москва", "М"),
    ("zh", "中国", "#"), ("hi", "भारत", "भ"), ("el", "Ἀθήνα", "Α"),
    ("id", "€uro", "#"), ("es", "Ñandú", "Ñ"),
  ])
  func `a text stands under its letter`(tag: String, text: String, letter: String) throws {
    #expect(Collation(language: try #require(LanguageTag(tag))).letter(of: text) == letter)
  }

  @Test(arguments: [
    ("fa", "علي", "علی"), ("fa", "می‌شود", "میشود"), ("id", "Iran", "iran"),
    ("id", "cafe\u{301}", "café"),
  ])
  func `spellings of one word differ only at the end of the key`(tag: String, a: String, b: String)
    throws
  {
    let collation = Collation(language: try #require(LanguageTag(tag)))
    #expect(
      collation.key(of: a) != collation.key(of: b)
        || a.unicodeScalars.elementsEqual(b.unicodeScalars))
    let letters = { (text: String) in collation.key(of: text).split(separator: 0).first }
    #expect(letters(a) == letters(b))
  }

  @Test func `random texts have keys that agree with their equality`() throws {
    let collation = Collation(language: try #require(LanguageTag("fa")))
    let alphabet = "aBéیيكک ا\u{200C}-1۲".unicodeScalars.map(\.self)
    var random = SeededGenerator(seed: 11)
    var keys: [[UInt8]: [UInt32]] = [:]
    for _ in 0..<5000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        text.append(alphabet[Int.random(in: alphabet.indices, using: &random)])
      }
      let scalars = text.map(\.value)
      let key = collation.key(of: String(text))
      #expect(keys[key] == nil || keys[key] == scalars)
      keys[key] = scalars
    }
  }
}
