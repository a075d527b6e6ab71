internal import CXXHash

/// A 128-bit fingerprint of some bytes (XXH3-128): equal bytes, equal fingerprints, on any machine.
///
/// It tells whether something changed; it is not proof against somebody who forges collisions.
package struct Fingerprint: Hashable, Sendable {
  package var low: UInt64
  package var high: UInt64

  @inlinable
  package init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The fingerprint of nothing: what an absent file or value answers.
  package static let absent = Fingerprint(low: 0, high: 0)
}

extension Fingerprint {
  /// The fingerprint of `bytes`.
  package init(of bytes: [UInt8]) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe Fingerprint(of: $0) }
  }

  /// The fingerprint of the bytes of `span`.
  package init(of span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe Fingerprint(of: $0) }
  }

  /// The fingerprint of the UTF-8 of `text`.
  package init(of text: String) {
    var text = text
    self = text.withUTF8 { unsafe Fingerprint(of: $0) }
  }

  /// The fingerprint of what a buffer holds.
  package init(of buffer: borrowing ByteBuffer) {
    self = unsafe buffer.withUnsafeBytes { unsafe Fingerprint(of: $0) }
  }

  /// The fingerprint of `bytes`, which must stay readable for the call.
  package init(of bytes: UnsafeBufferPointer<UInt8>) {
    let hash = unsafe XXH3_128bits(bytes.baseAddress, bytes.count)
    self.init(low: hash.low64, high: hash.high64)
  }

  /// A 64-bit hash of the UTF-8 of `text`, the same on every machine: an identity, not a proof.
  package static func identity(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { unsafe XXH3_64bits($0.baseAddress, $0.count) }
  }

  /// The fingerprint as 32 lower-case hexadecimal digits, most significant first.
  package var hexadecimal: String {
    func digits(_ word: UInt64) -> String {
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    return digits(high) + digits(low)
  }

  /// Folds another fingerprint into this one; the order matters.
  package mutating func combine(_ other: Fingerprint) {
    let mixed = [low, high, other.low, other.high]
    self = unsafe mixed.withUnsafeBytes { raw in
      unsafe Fingerprint(of: raw.bindMemory(to: UInt8.self))
    }
  }
}

extension Fingerprint {
  /// Reads 32 hexadecimal digits; nothing for any other text.
  package init?(hexadecimal text: String) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init(low: low, high: high)
  }
}
