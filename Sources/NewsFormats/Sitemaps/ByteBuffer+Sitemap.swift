internal import Bytes
internal import Localization

/// The parts that all kinds of sitemaps share (sitemaps.org 0.9 and Google's extensions).
extension ByteBuffer {
  /// Writes `<loc>` and `<lastmod>`.
  mutating func appendPlace(url: String, modified: Timestamp?) {
    append("<loc>")
    append(uri: url, for: .xml)
    append("</loc>")
    guard let modified else { return }
    append("<lastmod>")
    append(rfc3339: modified.instant, offset: modified.offset)
    append("</lastmod>")
  }

  /// Writes the pictures, then the languages: the order that the schemas were tested with.
  mutating func appendExtensions(of entry: borrowing SitemapEntry) {
    for picture in entry.pictures.prefix(SitemapEntry.maximumPictures) {
      append("\n<image:image><image:loc>")
      append(uri: picture, for: .xml)
      append("</image:loc></image:image>")
    }
    for alternate in entry.alternates {
      append("\n<xhtml:link rel=\"alternate\"")
      attribute("hreflang", text: alternate.language)
      attribute("href", uri: alternate.url)
      append("/>")
    }
  }
}
