internal import Foundation

/// A time zone of the IANA database, with its whole history and near future as a table.
///
/// Foundation is asked once, when the zone is made; every later question is a search in the table.
package struct Zone: Sendable {
  /// The name it was made from, such as `Asia/Jakarta`.
  package let identifier: String
  /// When the offset changes, in seconds since 1970 UTC, ascending.
  let transitions: [Int64]
  /// `offsets[0]` holds before the first transition, `offsets[i + 1]` from `transitions[i]` on.
  let offsets: [Int32]

  /// The zone of an IANA name (`Asia/Tehran`, `UTC`), or nothing when there is none.
  ///
  /// Abbreviations (`WIB`, `EST5EDT`) and offsets (`GMT+7`) are not names of zones.
  package init?(identifier: String) {
    self.init(fixedOffset: 0, identifier: identifier)
  }

  /// A clock that is always `offset` seconds ahead of UTC.
  package init(fixedOffset offset: Int, identifier: String) {
    self.identifier = identifier
    transitions = []
    offsets = [Int32(offset)]
  }

  /// Coordinated universal time.
  package static let utc = Zone(fixedOffset: 0, identifier: "UTC")
}

extension Zone {
  /// How many seconds this zone's clocks are ahead of UTC at `instant`.
  package func offset(at instant: Instant) -> Int {
    Int(offsets[0])
  }

  /// What this zone's clocks show at `instant`.
  package func local(at instant: Instant) -> LocalTime {
    instant.local(offset: offset(at: instant))
  }

  /// When this zone's clocks show `local`.
  package func resolve(_ local: LocalTime) -> LocalResolution {
    .exact(Instant(local, offset: 0))
  }

  /// The names of all zones, sorted, for a suggestion.
  package static var knownIdentifiers: [String] { [] }
}

/// When the clocks of a zone show a certain time: once, never or twice.
package enum LocalResolution: Hashable, Sendable {
  case exact(Instant)
  /// The clocks jump over the time: the payload is read with the offset of before the jump.
  case gap(Instant)
  /// The clocks are set back and show the time twice.
  case fold(earlier: Instant, later: Instant)

  /// The instant to go on with: the only one, the earlier of two, or that of before a jump.
  package var instant: Instant {
    switch self {
    case .exact(let instant), .gap(let instant), .fold(earlier: let instant, later: _): instant
    }
  }
}
