import Bytes
import NewsFormats
import Testing

@Suite struct URITests {
  func uri(_ iri: String, for surroundings: URISurroundings = .plain) -> String {
    written { $0.append(uri: iri, for: surroundings) }
  }

  @Test(arguments: [
    ("https://kabar.example/iran/", "https://kabar.example/iran/"),
    ("https://kabar.example/ایران/", "https://kabar.example/%D8%A7%DB%8C%D8%B1%D8%A7%D9%86/"),
    ("https://kabar.example/a%20b/100%", "https://kabar.example/a%20b/100%25"),
    (
      "https://kabar.example/a b\"<>\\^`{|}[]",
      "https://kabar.example/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D"
    ),
    ("https://kabar.example/?q=ر&r#ه", "https://kabar.example/?q=%D8%B1&r#%D9%87"),
    ("http://[::1]:8000/x", "http://[::1]:8000/x"),
    ("https://خبر.example:8443/a", "https://xn--ngblk.example:8443/a"),
    ("https://BÜCHER.example", "https://xn--bcher-kva.example"),
    ("https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/"),
    ("/ایران:a", "/%D8%A7%DB%8C%D8%B1%D8%A7%D9%86:a"),
    ("mailto:a@b.example", "mailto:a@b.example"),
    ("", ""),
  ])
  func `addresses become ASCII`(_ iri: String, _ expected: String) {
    #expect(uri(iri) == expected)
    #expect(uri(expected) == expected, "writing twice changes nothing")
  }

  @Test func `the surroundings decide about reserved characters`() {
    let address = "https://kabar.example/a:b/*$?x=1&y#z"
    #expect(uri(address, for: .xml) == "https://kabar.example/a:b/*$?x=1&amp;y#z")
    #expect(uri(address, for: .script) == "https://kabar.example/a:b/*$?x=1\\u0026y#z")
    #expect(uri(address, for: .nginx) == "https://kabar.example/a:b/*%24?x=1&y#z")
    #expect(uri(address, for: .redirectTarget) == "https://kabar.example/a%3Ab/%2A$?x=1&y#z")
    #expect(uri("/a:b/*?x#z", for: .redirectSource) == "/a%3Ab/%2A%3Fx%23z")
  }

  /// The samples are those of RFC 3492, section 7.1.
  @Test(arguments: [
    ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
    ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
    ("Pročprostěnemluvíčesky", "proprostnemluvesky-uyb24dma41a"),
    ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
    ("3年B組金八先生", "3b-ww4c5e180e575a65lsy2b"),
    ("ひとつ屋根の下2", "2-u9tlzr9756bt3uc0v"),
    ("そのスピードで", "d9juau41awczczp"),
  ])
  func `host names agree with the standard of Punycode`(_ label: String, _ expected: String) {
    #expect(uri("https://\(label)/") == "https://xn--\(expected)/")
  }
}
