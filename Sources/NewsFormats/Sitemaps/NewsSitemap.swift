package import Bytes
internal import Localization
/// A news sitemap under the pen: stories of the last 48 hours, written as they come.
package struct NewsSitemap: ~Copyable {
  /// The most stories in one file (Google News).
  package static let maximumEntries = 1_000
  /// How long a story stays, in seconds.
  package static let window: Int64 = 48 * 3600

  /// The number of stories written so far.
  package private(set) var count = 0
  private var out: ByteBuffer

  /// Begins a sitemap in `buffer`, which is emptied.
  package init(into buffer: consuming ByteBuffer = ByteBuffer(capacity: 1 << 14)) {
    out = buffer
    out.removeAll()
    out.append(opening)
  }

  /// Writes one story.
  package mutating func append(_ entry: borrowing NewsSitemapEntry) {
    count += 1
    out.append("<url>")
    out.appendPlace(url: entry.page.url, modified: entry.page.modified)
    appendNews(entry)
    out.appendExtensions(of: entry.page)
    out.append("</url>\n")
  }

  /// Ends the sitemap and hands its bytes over.
  package consuming func finished() -> ByteBuffer {
    out.append("</urlset>\n")
    return out
  }

  private mutating func appendNews(_ entry: borrowing NewsSitemapEntry) {
    out.append("\n<news:news><news:publication><news:name>")
    out.append(xml: entry.publicationName)
    out.append("</news:name><news:language>")
    out.append(xml: entry.newsLanguage)
    out.append("</news:language></news:publication>\n<news:publication_date>")
    out.append(rfc3339: entry.published.instant, offset: entry.published.offset)
    out.append("</news:publication_date><news:title>")
    out.append(xml: entry.title)
    out.append("</news:title></news:news>")
  }
}

extension NewsSitemapEntry {
  /// Two or three letters; Chinese is told apart by `zh-cn` and `zh-tw`.
  fileprivate var newsLanguage: String {
    let parts = language.lowercased().split(separator: "-")
    guard let first = parts.first else { return "" }
    guard first == "zh" else { return String(first) }
    let isTraditional = parts.contains("hant") || parts.contains("tw") || parts.contains("hk")
    return isTraditional ? "zh-tw" : "zh-cn"
  }
}

private let opening: StaticString = """
  <?xml version="1.0" encoding="UTF-8"?>
  <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" \
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" \
  xmlns:xhtml="http://www.w3.org/1999/xhtml">

  """
