package import Bytes

extension Feed {
  /// Writes the feed as RSS 2.0 to the end of `out`.
  package func writeRSS(into out: inout ByteBuffer) {
  }
}
