/// The words in the URLs of an edition, changed by `paths: {tags: topik}`.
package struct PathWords: Hashable, Sendable {
  package var tags = "tags"
  package var authors = "authors"
  package var series = "series"
  package var archive = "archive"
  package var corrections = "corrections"
  package var page = "page"

  package init() {}

  /// Every word, none of which may be the name of a section.
  package var all: [String] { [tags, authors, series, archive, corrections, page] }
}
