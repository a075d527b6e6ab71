/// A moment as an editor wrote it: an instant and the offset of the clock it was read from.
///
/// `2024-09-19 10:41` in Asia/Jakarta is the instant 03:41Z with an offset of 420 minutes. Moments
/// are ordered and compared by their instant; the offset only says how they are printed.
package struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package var seconds: Int64
  /// Minutes east of UTC, as written or as the edition's zone had it then.
  package var offsetMinutes: Int16

  package init(seconds: Int64, offsetMinutes: Int16) {
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }
}
