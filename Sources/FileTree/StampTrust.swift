/// Tells which stamps prove something.
///
/// A file that is written twice within one tick of its file system's clock may have the same stamp
/// for different bytes, so a stamp is good only when it was old enough when it was taken.
package struct StampTrust: Hashable, Sendable {
  /// When the stamps were taken: nanoseconds since 1970, by the disk's clock.
  package var takenAt: Int64

  package init(takenAt: Int64) {
    self.takenAt = takenAt
  }

  /// Trusts no stamp.
  package static let none = StampTrust(takenAt: .min)

  /// Whether a later write would surely have left another stamp.
  package func isSettled(_ stamp: FileStamp) -> Bool {
    stamp.isSettled(at: takenAt)
  }
}
