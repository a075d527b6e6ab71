package import Bytes

/// The identities of things of a journal by their numbers, eight bytes each, read in place.
package struct IdentityRecords: Sendable {
  private let bytes: ByteView

  package init(_ bytes: ByteView) {
    self.bytes = bytes
  }

  package var count: Int { bytes.count / 8 }

  package subscript(number: Int) -> UInt64 { UInt64(bitPattern: bytes.int64(at: number * 8)) }
}

extension ByteBuffer {
  /// Appends an identity as `IdentityRecords` reads it.
  package mutating func append(identity: UInt64) {
    append(littleEndian: Int64(bitPattern: identity))
  }
}
