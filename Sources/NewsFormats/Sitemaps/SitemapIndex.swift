package import Bytes
/// The list of a site's sitemaps.
package struct SitemapIndex: Sendable {
  package var sitemaps: [Member]

  package init(sitemaps: [Member] = []) {
    self.sitemaps = sitemaps
  }

  /// One sitemap.
  package struct Member: Hashable, Sendable {
    /// The absolute address of the file.
    package var url: String
    /// The newest change among its pages.
    package var modified: Timestamp?

    package init(url: String, modified: Timestamp? = nil) {
      self.url = url
      self.modified = modified
    }
  }

  /// Writes the index to the end of `out`.
  package func write(into out: inout ByteBuffer) {
    out.append(opening)
    for sitemap in sitemaps {
      out.append("<sitemap>")
      out.appendPlace(url: sitemap.url, modified: sitemap.modified)
      out.append("</sitemap>\n")
    }
    out.append("</sitemapindex>\n")
  }
}

private let opening: StaticString = """
  <?xml version="1.0" encoding="UTF-8"?>
  <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

  """
