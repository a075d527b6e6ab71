package import Localization

/// An instant together with the offset of the clock that it is printed by.
///
/// Feeds, sitemaps and structured data print local times with their offset, so that a reader sees
/// the newsroom's own clock.
package struct Timestamp: Hashable, Sendable {
  package var instant: Instant
  /// Seconds east of UTC; printed in whole minutes.
  package var offset: Int

  package init(_ instant: Instant, offset: Int = 0) {
    self.instant = instant
    self.offset = offset
  }

  /// `instant` as the clocks of `zone` show it.
  package init(_ instant: Instant, in zone: borrowing Zone) {
    self.init(instant, offset: zone.offset(at: instant))
  }
}
