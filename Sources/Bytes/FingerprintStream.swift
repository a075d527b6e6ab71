internal import CXXHash

/// The fingerprint of bytes that come in pieces: the same as that of all of them in one run.
@safe
package struct FingerprintStream: ~Copyable {
  /// Made in `init`, freed in `deinit`; the type is not copyable, so there is one owner.
  private let state: OpaquePointer?

  package init() {
    unsafe state = XXH3_createState()
    unsafe XXH3_128bits_reset(state)
  }

  deinit {
    unsafe XXH3_freeState(state)
  }

  /// Adds what `buffer` holds.
  package mutating func append(_ buffer: borrowing ByteBuffer) {
    unsafe buffer.withUnsafeBytes { bytes in
      _ = unsafe XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
    }
  }

  /// The fingerprint of what was added so far.
  package borrowing func fingerprint() -> Fingerprint {
    let hash = unsafe XXH3_128bits_digest(state)
    return Fingerprint(low: hash.low64, high: hash.high64)
  }
}
