package import Bytes

extension Feed {
  /// Writes the feed as JSON Feed 1.1 to the end of `out`.
  package func writeJSON(into out: inout ByteBuffer) {
  }
}

extension FeedItem {
  /// Writes the story alone, as an item of JSON Feed 1.1, to the end of `out`.
  package func writeJSON(into out: inout ByteBuffer) {
  }
}
