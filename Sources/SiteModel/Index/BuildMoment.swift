package import Localization

/// The moment a build stands at and what it shows besides what is public.
///
/// Everything that depends on time depends on this value; nothing else knows a clock.
package struct BuildMoment: Hashable, Sendable {
  package var now: Instant
  /// `-D`: drafts are shown.
  package var showsDrafts = false
  /// `-F`: scheduled and embargoed stories are shown.
  package var showsFuture = false
  /// `-E`: expired stories are shown.
  package var showsExpired = false

  package init(now: Instant) {
    self.now = now
  }

  /// Whether the site shows what is not public, so that search engines must not see it.
  package var isPreview: Bool { showsDrafts || showsFuture || showsExpired }
}
