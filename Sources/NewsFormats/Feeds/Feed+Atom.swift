package import Bytes

extension Feed {
  /// Writes the feed as Atom 1.0 (RFC 4287) to the end of `out`.
  package func writeAtom(into out: inout ByteBuffer) {
  }
}
