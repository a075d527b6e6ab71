/// A page that search engines are asked to visit.
package struct SitemapEntry: Sendable {
  /// The most pictures that are written of one page (Google's image sitemaps).
  package static let maximumPictures = 1_000

  /// The canonical absolute address.
  package var url: String
  /// The last significant change of the content, never the time of the build.
  package var modified: Timestamp?
  /// The absolute addresses of its pictures.
  package var pictures: [String]
  /// All versions of the page in other languages, this one included; empty when it stands alone.
  package var alternates: [Alternate]

  package init(
    url: String, modified: Timestamp? = nil, pictures: [String] = [], alternates: [Alternate] = []
  ) {
    self.url = url
    self.modified = modified
    self.pictures = pictures
    self.alternates = alternates
  }
}
