package import Bytes

extension ByteView {
  /// The path without its last component; empty when there is but one.
  package var folder: ByteView {
    slice(0..<(lastIndex(of: UInt8(ascii: "/")) ?? 0))
  }
}
