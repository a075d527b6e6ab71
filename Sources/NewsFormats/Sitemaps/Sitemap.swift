package import Bytes
/// A sitemap under the pen: entries are written as they come, none is kept.
///
///     var sitemap = Sitemap()
///     for entry in entries { sitemap.append(entry) }
///     let bytes = sitemap.finished()
///
/// Whoever feeds it splits the entries first; see ``maximumEntries`` and ``NewsSitemap``.
package struct Sitemap: ~Copyable {
  /// The most entries in one file.
  ///
  /// The protocol allows 50,000 and 50 MiB (sitemaps.org). Ten thousand leave 5 KB for each entry
  /// with its pictures and languages, so that the second limit cannot be met before the first.
  package static let maximumEntries = 10_000

  /// The number of entries written so far.
  package private(set) var count = 0
  private var out: ByteBuffer

  /// Begins a sitemap in `buffer`, which is emptied.
  package init(into buffer: consuming ByteBuffer = ByteBuffer(capacity: 1 << 16)) {
    out = buffer
    out.removeAll()
    out.append(opening)
  }

  /// Writes one page.
  package mutating func append(_ entry: borrowing SitemapEntry) {
    count += 1
    out.append("<url>")
    out.appendPlace(url: entry.url, modified: entry.modified)
    out.appendExtensions(of: entry)
    out.append("</url>\n")
  }

  /// Ends the sitemap and hands its bytes over.
  package consuming func finished() -> ByteBuffer {
    out.append("</urlset>\n")
    return out
  }
}

private let opening: StaticString = """
  <?xml version="1.0" encoding="UTF-8"?>
  <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" \
  xmlns:xhtml="http://www.w3.org/1999/xhtml">

  """
