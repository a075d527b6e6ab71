import Testing

import Localization

struct SlugTests {
  @Test(arguments: [
    (
      "Iran dan Rusia Berupaya Tingkatkan Kerja Sama",
      "iran-dan-rusia-berupaya-tingkatkan-kerja-sama"
    ),
    ("  Jum'at, 19/09: “Kata” — 5%!  ", "jumat-19-09-kata-5"), ("C++ & C#", "c-c"),
    ("دولت ایران", "دولت-ایران"), ("می‌شود", "می-شود"), ("مُحَمَّد", "محمد"), ("کتـــاب", "کتاب"),
    ("آب", "آب"), ("Cafe\u{301} Écologie", "café-écologie"), ("سال ۱۴۰۳", "سال-۱۴۰۳"),
    ("\u{202E}abc\u{2066}d", "abcd"), ("हिन्दी समाचार", "हिन्दी-समाचार"), ("中国 新闻", "中国-新闻"),
    ("a_b.c", "a-b-c"), ("--a--b--", "a-b"), ("ΟΔΟΣ", "οδοσ"), ("İstanbul", "istanbul"),
  ])
  func `words become letters and single hyphens`(text: String, slug: String) {
    let made = Slug.make(text)
    #expect(made.map { Array($0.unicodeScalars) } == Array(slug.unicodeScalars))
    #expect(made.map(Slug.isValid) == true)
  }

  @Test(arguments: [
    ("علي كتاب", "fa", "علی-کتاب"), ("علي كتاب", "ar", "علي-كتاب"), ("IRAK", "tr", "ırak"),
    ("Überfall", "de", "überfall"),
  ])
  func `a language has its own small letters`(text: String, tag: String, slug: String) {
    #expect(Slug.make(text, language: LanguageTag(tag)) == slug)
  }

  @Test(
    arguments: [
      ("Überfall in Łódź", "id", "uberfall-in-lodz"), ("Überfall", "de", "ueberfall"),
      ("Россия и Иран", "ru", "rossiya-i-iran"), ("Щит", "bg", "shtit"), ("Гроші", "uk", "hroshi"),
      ("Αθήνα", "el", "athina"), ("Þór Æsir", "is", "thor-aesir"), ("Đà Nẵng", "vi", "da-nang"),
      ("سال 12", "fa", nil), ("۱۴۰۳", "fa", "1403"), ("中国", "zh", nil), ("Объект", "ru", "obekt"),
      ("naïve œuvre", "fr", "naive-oeuvre"),
    ] as [(String, String, String?)])
  func `ASCII slugs are made where there is a convention`(text: String, tag: String, slug: String?)
  {
    #expect(Slug.make(text, mode: .ascii, language: LanguageTag(tag)) == slug)
  }

  @Test(arguments: ["", "!!!", "—", "\u{200C}", "ـ"])
  func `a text without letters has no slug`(text: String) {
    #expect(Slug.make(text) == nil)
  }

  @Test func `the mode id leaves the slug to the caller`() {
    #expect(Slug.make("Iran", mode: .id) == nil)
  }

  @Test func `a long slug is cut between words, a long word between characters`() {
    let long = Slug.make(Array(repeating: "berita", count: 40).joined(separator: " "))
    #expect(long == Array(repeating: "berita", count: 17).joined(separator: "-"))
    #expect(Slug.make(String(repeating: "ب", count: 100)) == String(repeating: "ب", count: 60))
    let exact = String(repeating: "a", count: 120)
    #expect(Slug.make(exact + " b") == exact)
    let marks = Slug.make(String(repeating: "कि", count: 40))
    #expect(marks == String(repeating: "कि", count: 20))
  }

  @Test(arguments: [
    "", "-a", "a-", "a--b", "a b", "a/b", "a.b", "..", "a%20b", "a_b", "e\u{301}", "\u{301}a",
    "a\u{200C}b", "a\u{202E}b", "a?b", "a#b", "a\\b", "كتـاب", "'a'",
  ])
  func `what a URL or a folder may not hold is no slug`(text: String) {
    #expect(!Slug.isValid(text))
  }

  @Test func `every slug that is made is a valid slug and makes itself`() {
    let alphabet = "aZ9 -_'é\u{301}ßİIاآيك\u{200C}\u{640}\u{64E}۱कि中Жщ€.\u{202E}\u{2019}\u{1F600}"
      .unicodeScalars.map(\.self)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        text.append(alphabet[Int.random(in: alphabet.indices, using: &random)])
      }
      for mode in [Slug.Mode.native, .ascii] {
        guard let slug = Slug.make(String(text), mode: mode) else { continue }
        #expect(Slug.isValid(slug), "\(slug)")
        #expect(Slug.make(slug, mode: mode) == slug)
        #expect(mode == .native || slug.utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }
}
