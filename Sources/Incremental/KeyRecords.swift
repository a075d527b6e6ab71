package import Bytes

/// The keys of a journal with the fingerprints of their answers, read in place.
///
/// Most keys ask of things that the maker of the journal numbers anyway: these stand there as codes
/// below `dense`, whose meaning is the maker's. The codes from `dense` on number the keys that are
/// written out.
package struct KeyRecords: Sendable {
  private let codes: ByteView
  private let fingerprints: ByteView
  private let others: ByteView
  package let dense: UInt32
  package let count: Int

  /// Bytes of a key that is written out: subject 8, parameters 4 and 4, question 8.
  private static let otherSize = 24

  package init(codes: ByteView, fingerprints: ByteView, others: ByteView, dense: UInt32) {
    self.codes = codes
    self.fingerprints = fingerprints
    self.others = others
    self.dense = dense
    count = fingerprints.count / 8
  }

  /// The code of a key.
  package func code(_ number: Int) -> UInt32 { codes.uint32(at: number * 4) }

  /// What was answered when the journal was written.
  package func fingerprint(_ number: Int) -> UInt64 {
    UInt64(bitPattern: fingerprints.int64(at: number * 8))
  }

  /// The key of a code that is not below `dense`.
  package func other(_ code: UInt32) -> ReadKey {
    let start = Int(code - dense) * Self.otherSize
    return ReadKey(
      UInt8(truncatingIfNeeded: others.int64(at: start + 16)),
      subject: UInt64(bitPattern: others.int64(at: start)), first: others.uint32(at: start + 8),
      second: others.uint32(at: start + 12))
  }
}

extension ByteBuffer {
  /// Appends a key as `KeyRecords` reads it.
  package mutating func append(_ key: ReadKey) {
    append(littleEndian: Int64(bitPattern: key.subject))
    append(littleEndian: key.first)
    append(littleEndian: key.second)
    append(littleEndian: Int64(key.question))
  }
}
