import Testing

import Localization

struct LanguageTagTests {
  @Test(arguments: [
    ("id", "id"), ("FA-af", "fa-AF"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"),
    ("sr-latn", "sr-Latn"), ("de-ch-1996", "de-CH-1996"), ("ar-u-nu-arab", "ar-u-nu-arab"),
    ("en-x-Kabar", "en-x-kabar"), ("zh-yue-HK", "zh-yue-HK"),
  ])
  func `a tag is read in any case and kept in its own`(text: String, tag: String) {
    #expect(LanguageTag(text)?.tag == tag)
  }

  @Test(arguments: [
    "", "id_ID", "id-", "-id", "i", "id--ID", "indonesian1", "en-u", "فارسی", "id ID", "en-US-US",
  ])
  func `a text that is not well-formed is no tag`(text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test(arguments: [
    ("fa", true), ("ar-SA", true), ("he", true), ("ps", true), ("ur", true), ("ckb", true),
    ("prs", true), ("pa-PK", true), ("pa", false), ("pa-Arab", true), ("az-Arab", true),
    ("dv", true),
    ("id", false), ("ku", false), ("uz", false), ("xx", false), ("ug", true), ("sd", true),
    ("ks", true),
  ])
  func `the direction follows the script`(text: String, isRightToLeft: Bool) throws {
    let tag = try #require(LanguageTag(text))
    #expect((tag.direction == .rightToLeft) == isRightToLeft)
  }

  @Test(arguments: [
    ("id", "Bahasa Indonesia", "id_ID"), ("en", "English", "en_US"), ("fa", "فارسی", "fa_IR"),
    ("prs", "دری", "prs_AF"), ("ar", "العربية", "ar_EG"), ("zh-Hant", "繁體中文", "zh_TW"),
    ("fr", "Français", "fr_FR"), ("en-GB", "English", "en_GB"), ("ru", "Русский", "ru_RU"),
  ])
  func `a language has its own name and a place`(text: String, name: String, locale: String) throws
  {
    let tag = try #require(LanguageTag(text))
    #expect(tag.ownName == name)
    #expect(tag.openGraphLocale == locale)
  }

  @Test(
    arguments: [
      ("id", "id", "id"), ("fa-AF", "fa-AF", "fa-AF"), ("ckb", nil, nil), ("prs", nil, nil),
      ("es-419", nil, "es-419"), ("en-UK", nil, "en-UK"),
      ("zh-Hant-TW", "zh-Hant-TW", "zh-Hant-TW"),
      ("fil", nil, "fil"), ("de-CH-1996", "de-CH", "de-CH-1996"),
    ] as [(String, String?, String?)])
  func `search engines and feed readers get only what they read`(
    text: String, hreflang: String?, rss: String?
  ) throws {
    let tag = try #require(LanguageTag(text))
    #expect(tag.hreflang == hreflang)
    #expect(tag.rssLanguage == rss)
  }

  @Test func `Persian implies its calendar and digits, unless the settings say otherwise`() throws {
    let persian = try #require(LanguageTag("fa"))
    let implied = Conventions(language: persian)
    #expect(implied.calendar == .persian && implied.secondCalendar == .gregorian)
    #expect(implied.numerals == .arabext)
    let set = Conventions(language: persian, calendar: .gregorian, numerals: .latn)
    #expect(set.calendar == .gregorian && set.secondCalendar == nil && set.numerals == .latn)
    let arabic = Conventions(language: try #require(LanguageTag("ar-SA")))
    #expect(arabic.calendar == .gregorian && arabic.numerals == .latn)
  }
}
