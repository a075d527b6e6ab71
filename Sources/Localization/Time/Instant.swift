/// A point in time: whole seconds since 1970-01-01T00:00:00Z, without leap seconds.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; negative before.
  package var seconds: Int64

  /// The instant `seconds` after 1970-01-01T00:00:00Z.
  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The instant of `local` as read on a clock that is `offset` seconds ahead of UTC.
  package init(_ local: LocalTime, offset: Int) {
    seconds = local.secondsOnItsClock - Int64(offset)
  }

  package static func < (a: Instant, b: Instant) -> Bool {
    a.seconds < b.seconds
  }

  /// The instant `seconds` later (earlier when negative).
  package func advanced(by seconds: Int64) -> Instant {
    Instant(seconds: self.seconds + seconds)
  }

  /// What a clock that is `offset` seconds ahead of UTC shows.
  package func local(offset: Int) -> LocalTime {
    LocalTime(secondsOnItsClock: seconds + Int64(offset))
  }
}
