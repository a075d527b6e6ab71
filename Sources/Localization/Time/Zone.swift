/// A time zone of the IANA database, with its whole history and near future as a table.
///
/// The table is made once, with the zone; every later question is a search in it. Contract:
/// 1. `transitions` ascend strictly and `offsets` has one element more.
/// 2. Before 1900 the offset of 1900 holds, after 2200 the last one.
package struct Zone: Sendable {
  /// The name it was made from, such as `Asia/Jakarta`.
  package let identifier: String
  /// When the offset changes, in seconds since 1970 UTC, ascending.
  let transitions: [Int64]
  /// `offsets[0]` holds before the first transition, `offsets[i + 1]` from `transitions[i]` on.
  let offsets: [Int32]

  /// The zone of an IANA name (`Asia/Tehran`, `UTC`), or nothing when there is none.
  ///
  /// Case counts; abbreviations (`WIB`) and offsets (`GMT+7`) are not names of zones.
  package init?(identifier: String) {
    guard let history = ZoneHistory(identifier: identifier) else { return nil }
    self.identifier = identifier
    transitions = history.transitions
    offsets = history.offsets
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
    Int(offsets[count(of: transitions, upTo: instant.seconds)])
  }

  /// What this zone's clocks show at `instant`.
  package func local(at instant: Instant) -> LocalTime {
    instant.local(offset: offset(at: instant))
  }

  /// When this zone's clocks show `local`.
  package func resolve(_ local: LocalTime) -> LocalResolution {
    let seconds = local.secondsOnItsClock
    // No offset is beyond a day, so only the offsets of this range can hold.
    let first = count(of: transitions, upTo: seconds - 86_400)
    let last = count(of: transitions, upTo: seconds + 86_400)
    var matches: [Instant] = []
    for index in first...last {
      let at = seconds - Int64(offsets[index])
      if count(of: transitions, upTo: at) == index { matches.append(Instant(seconds: at)) }
    }
    switch matches.count {
    case 0: return .gap(Instant(seconds: seconds - Int64(offsetBeforeGap(seconds, first...last))))
    case 1: return .exact(matches[0])
    default: return .fold(earlier: matches[0], later: matches[matches.count - 1])
    }
  }

  /// The offset before the jump that passes over `seconds` on the clock.
  private func offsetBeforeGap(_ seconds: Int64, _ range: ClosedRange<Int>) -> Int32 {
    for index in range.dropLast() {
      let jump = transitions[index]
      if seconds >= jump + Int64(offsets[index]), seconds < jump + Int64(offsets[index + 1]) {
        return offsets[index]
      }
    }
    return offsets[range.lowerBound]
  }

  /// How many of `times` are not after `limit`.
  @inline(__always)
  private func count(of times: [Int64], upTo limit: Int64) -> Int {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The names of all zones, sorted, for a suggestion.
  package static var knownIdentifiers: [String] { ZoneHistory.identifiers }
}

/// When the clocks of a zone show a certain time: once, never or twice.
package enum LocalResolution: Hashable, Sendable {
  /// The clocks show it once.
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
