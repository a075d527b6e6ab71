import NewsFormats
import Testing

@Suite struct TagURITests {
  @Test(arguments: [
    ("kabar.example", "hubungan", "tag:kabar.example,2024:id:hubungan"),
    ("Kabar.Example", "a", "tag:kabar.example,2024:id:a"),
    ("kabar.example", "iran/2024/09/a b", "tag:kabar.example,2024:id:iran/2024/09/a%20b"),
    ("kabar.example", "روابط", "tag:kabar.example,2024:id:%D8%B1%D9%88%D8%A7%D8%A8%D8%B7"),
    ("خبر.example", "a", "tag:xn--ngblk.example,2024:id:a"),
  ])
  func `a name is ASCII and holds no address`(
    _ authority: String, _ id: String, _ expected: String
  ) {
    #expect(TagURI(authority: authority, year: 2024, edition: "id", id: id).text == expected)
  }

  @Test func `lists have names of their own`() {
    let front = TagURI(authority: "kabar.example", year: 2024, edition: "id", list: "")
    let tag = TagURI(authority: "kabar.example", year: 2024, edition: "id", list: "tag:brics")
    #expect(front.text == "tag:kabar.example,2024:id:feed")
    #expect(tag.text == "tag:kabar.example,2024:id:feed/tag:brics")
  }
}
