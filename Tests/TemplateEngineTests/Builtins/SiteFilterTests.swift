import Testing

struct SiteFilterTests {
  private let stories = """
    {"xs": [{"t": "a", "s": "kota", "n": 2}, {"t": "b", "n": 1, "f": true}, {"t": "c", "s": "kota"},
    {"t": "d", "s": null, "n": 3, "f": false}]}
    """

  @Test(arguments: [
    ("xs|where('s', 'kota')", "a,c"), ("xs|where('s', 'desa')", ""), ("xs|where('f')", "b"),
    ("xs|where('s', none)", "d"), ("xs|where('n', 1.0)", "b"), ("xs|where('t.0', 'a')", "a"),
  ])
  func `where keeps the elements with a value and skips those without`(
    expression: String, titles: String
  ) throws {
    let page = try Page("{{ \(expression)|map(attribute='t')|join(',') }}", stories)
    #expect(page.summary == titles)
  }

  @Test(arguments: [
    ("sort_by('n')", "b,a,d,c"), ("sort_by('n', reverse=true)", "d,a,b,c"),
    ("sort_by('s')", "a,c,b,d"), ("sort_by('t', true)", "d,c,b,a"),
  ])
  func `sort_by puts what lacks the attribute last`(call: String, titles: String) throws {
    let page = try Page("{{ xs|\(call)|map(attribute='t')|join(',') }}", stories)
    #expect(page.summary == titles)
  }

  @Test(arguments: [
    ("limit(2)", "1,2"), ("limit(2, offset=3)", "4,5"), ("limit(9)", "1,2,3,4,5"),
    ("limit(0)", ""), ("limit(2, 9)", ""),
  ])
  func `limit takes so many from a place`(call: String, numbers: String) throws {
    let page = try Page("{{ range(1, 6)|\(call)|join(',') }}")
    #expect(page.summary == numbers)
    #expect(try Page("{{ xs|\(call)|join(',') }}", #"{"xs": [1, 2, 3, 4, 5]}"#).text == numbers)
  }

  @Test(arguments: [
    ("3", "satu dua tiga…"), ("5", "satu dua tiga empat lima"), ("0", "…"),
    ("2, ' [...]'", "satu dua [...]"), ("1, '<'", "satu&lt;"),
  ])
  func `truncate_words cuts between words`(arguments: String, text: String) throws {
    let page = try Page(
      "{{ s|truncate_words(\(arguments)) }}", #"{"s": " satu  dua\n tiga empat\tlima "}"#)
    #expect(page.summary == text)
  }

  @Test(arguments: [
    ("abc👩‍👩‍👧‍👦xyz", 5, "abc…"), ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 5, "…"), ("e\u{301}e\u{301}e\u{301}", 4, "e\u{301}…"),
    ("🇮🇩🇮🇷🇨🇳", 4, "🇮🇩…"), ("می\u{200C}خواهیم", 4, "می\u{200C}…"), ("a\r\nbcdef", 3, "a…"),
    ("한국어 뉴스 기사", 4, "한국어…"),
  ])
  func `truncate never cuts a grapheme cluster`(text: String, length: Int, cut: String) throws {
    let page = try Page(
      "{% autoescape false %}{{ s|truncate(\(length), true, '…', 0) }}{% endautoescape %}",
      "{\"s\": \"\(text.replacing("\r\n", with: "\\r\\n"))\"}")
    #expect(page.summary == cut)
  }
}
