internal import Bytes

/// The parts of a `tag:` URI (RFC 4151, section 2.1).
extension ByteBuffer {
  /// Appends `tag:news.example,2024:`.
  mutating func append(tagAuthority authority: String, year: Int) {
    append("tag:")
    append(asciiHost: authority)
    append(UInt8(ascii: ","))
    append(decimal: year, width: 4)
    append(UInt8(ascii: ":"))
  }

  /// Appends a name as it may stand in the specific part.
  mutating func append(tagSpecific name: String) {
    append(percentEncodedPath: name)
  }
}
