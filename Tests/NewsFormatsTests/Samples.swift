import Bytes
import Localization
import NewsFormats

/// A small site in two languages that the tests of all formats tell of.
enum Samples {
  static let site = "https://kabar.example/"

  /// 10:41:00 in Jakarta.
  static let published = Timestamp(Instant(seconds: 1_726_717_260), offset: 25_200)
  /// The file was saved once more, 45 seconds later.
  static let updated = Timestamp(Instant(seconds: 1_726_717_305), offset: 25_200)
  /// 07:11 in Tehran, the same instant as `published`.
  static let inTehran = Timestamp(Instant(seconds: 1_726_717_260), offset: 12_600)

  static let picture = FeedPicture(
    url: "https://kabar.example/iran/2024/09/hubungan/bendera.jpg", mimeType: "image/jpeg",
    width: 1280, height: 720, alternative: "Dua bendera",
    caption: "Bendera Republik Islam Iran dan Rusia", credit: "Kabar Contoh")

  static let translations = [
    Alternate(language: "id", url: "https://kabar.example/iran/2024/09/hubungan/"),
    Alternate(language: "fa", url: "https://kabar.example/fa/ایران/2024/09/روابط/"),
    Alternate(language: "x-default", url: "https://kabar.example/iran/2024/09/hubungan/"),
  ]

  static let story = FeedItem(
    id: TagURI(authority: "kabar.example", year: 2024, edition: "id", id: "hubungan").text,
    url: "https://kabar.example/iran/2024/09/hubungan/",
    title: "Iran dan Rusia Berupaya Meningkatkan Hubungan Bilateral Berkesinambungan",
    language: "id", summary: "Presiden bertemu Sekretaris Dewan Keamanan & rombongan.",
    body: Array(
      """
      <p>Presiden <a href="/iran/" class="x">Iran</a> bertemu <a href="#fn-1">1</a>.</p>
      <figure><img src="bendera.jpg" alt="Dua bendera" loading="lazy"></figure>
      """.utf8),
    published: published, updated: updated,
    authors: [
      FeedPerson(name: "Dewi Fitriani", url: "https://kabar.example/authors/dewi/"),
      FeedPerson(name: "Redaksi"),
    ],
    categories: ["Iran", "BRICS"], picture: picture,
    alternates: translations,
    details: ItemDetails(
      kicker: "Diplomasi", dateline: "TEHERAN",
      section: .init(key: "iran", name: "Iran", url: "https://kabar.example/iran/"),
      tags: [.init(key: "brics", name: "BRICS", url: "https://kabar.example/tags/brics/")],
      signoff: "sl", wordCount: 412,
      corrections: [
        .init(kind: "correction", date: updated, text: "Nama kota diperbaiki.")
      ]))

  static let persianStory = FeedItem(
    id: TagURI(authority: "kabar.example", year: 2024, edition: "fa", id: "ravabet").text,
    url: "https://kabar.example/fa/ایران/2024/09/روابط/",
    title: "ایران و روسیه.", language: "fa", direction: .rightToLeft, summary: "دیدار در تهران.",
    published: inTehran, updated: inTehran)

  static let feed = Feed(
    id: TagURI(authority: "kabar.example", year: 2024, edition: "id", list: "").text,
    title: "Kabar Contoh", summary: "Berita tanpa tergesa", language: "id",
    pageURL: site, feedURL: "https://kabar.example/feed", updated: updated,
    publisher: FeedPerson(name: "Kabar Contoh", url: site),
    logo: FeedPicture(url: "https://kabar.example/assets/logo.png"),
    icon: "https://kabar.example/assets/icon.png", hub: "https://hub.example/",
    items: [story, persianStory])
}

/// What a writer writes, as text.
func written(_ write: (inout ByteBuffer) -> Void) -> String {
  var out = ByteBuffer()
  write(&out)
  return out.string()
}

extension Feed {
  /// The same feed with other stories.
  func holding(_ items: [FeedItem]) -> Feed {
    var feed = self
    feed.items = items
    return feed
  }

  /// The same feed, served elsewhere.
  func served(at url: String) -> Feed {
    var feed = self
    feed.feedURL = url
    return feed
  }
}
