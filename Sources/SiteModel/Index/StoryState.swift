internal import Localization

/// Whether readers see a story, and if not, which rule hides it.
package enum StoryState: UInt8, CaseIterable, Sendable {
  /// Has a page and stands in lists.
  case live
  /// Has a page, but expired: it stands in no list.
  case unlisted
  /// Expired with `on_expiry: gone`: a tombstone.
  case expired
  /// Taken back by the editors: a tombstone.
  case withdrawn
  case draft
  /// Its date lies ahead.
  case scheduled
  /// Its embargo lies ahead.
  case embargoed

  /// Whether it has a page with its text.
  package var hasPage: Bool { self == .live || self == .unlisted }
  /// Whether its URL answers that it is gone.
  package var isGone: Bool { self == .expired || self == .withdrawn }
  /// Whether nothing of it may be in the output.
  package var isHeld: Bool { self == .draft || self == .scheduled || self == .embargoed }
}

extension Card {
  /// The instant from which on the story may be read: the later of `date` and `embargo`.
  package var publication: Int64 {
    max(time(.date)?.seconds ?? .min, time(.embargo)?.seconds ?? .min)
  }

  /// The state of the story at `moment`.
  package func state(at moment: BuildMoment) -> StoryState {
    let now = moment.now.seconds
    if flags.contains(.draft), !moment.showsDrafts { return .draft }
    if !moment.showsFuture {
      if let embargo = time(.embargo)?.seconds, embargo > now { return .embargoed }
      if let date = time(.date)?.seconds, date > now { return .scheduled }
    }
    if flags.contains(.withdrawn) { return .withdrawn }
    if !moment.showsExpired, let expires = time(.expires)?.seconds, expires <= now {
      return flags.contains(.goneOnExpiry) ? .expired : .unlisted
    }
    return .live
  }

  /// Whether the story is pinned at `moment`.
  package func isPinned(at moment: BuildMoment) -> Bool {
    (time(.pinnedUntil)?.seconds ?? .min) > moment.now.seconds
  }

  /// Whether the story is breaking news at `moment`.
  package func isBreaking(at moment: BuildMoment) -> Bool {
    (time(.breakingUntil)?.seconds ?? .min) > moment.now.seconds
  }

  /// When the story last changed: `updated`, else `date`.
  package var lastChange: Timestamp? { time(.updated) ?? time(.date) }

  /// Whether the story is listed in sitemaps, as far as its own front matter decides.
  package var isInSitemap: Bool {
    if flags.contains(.notInSitemap) { return false }
    guard let robots = string(.robots) else { return true }
    return !robots.contains("noindex")
  }

  /// The next instant after `moment` at which the state, a pin or a breaking mark changes.
  package func nextChange(after moment: BuildMoment) -> Int64? {
    let fields: [CardField] = [.date, .embargo, .expires, .pinnedUntil, .breakingUntil]
    return fields.compactMap { time($0)?.seconds }.filter { $0 > moment.now.seconds }.min()
  }
}
