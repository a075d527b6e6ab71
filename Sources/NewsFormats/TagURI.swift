internal import Bytes

/// A permanent name of a story or list, made of things that never move (RFC 4151).
///
/// Example: `tag:news.example,2024:id:iran-rusia`. It never holds the current address, so a story
/// that moves to another section, slug or host stays the same story in every feed reader.
package struct TagURI: Hashable, Sendable {
  /// The whole name, ASCII only.
  package let text: String

  /// The name of a story.
  ///
  /// - Parameters:
  ///   - authority: the host that the site is known by for ever, printed in lower case.
  ///   - year: the year of first publication, in the edition's zone.
  ///   - edition: the edition's key.
  ///   - id: the story's permanent id, or the path it was first published at.
  package init(authority: String, year: Int, edition: String, id: String) {
    var out = ByteBuffer(capacity: 96)
    out.append(tagAuthority: authority, year: year)
    out.append(tagSpecific: edition)
    out.append(UInt8(ascii: ":"))
    out.append(tagSpecific: id)
    text = out.string()
  }

  /// The name of a list's feed: `list` is its kind and key, such as `section:iran`.
  ///
  /// The front of the edition has an empty `list`. The year is one in which the authority was the
  /// site's own, the same in all builds.
  package init(authority: String, year: Int, edition: String, list: String) {
    var out = ByteBuffer(capacity: 96)
    out.append(tagAuthority: authority, year: year)
    out.append(tagSpecific: edition)
    out.append(":feed")
    if !list.isEmpty {
      out.append(UInt8(ascii: "/"))
      out.append(tagSpecific: list)
    }
    text = out.string()
  }
}
