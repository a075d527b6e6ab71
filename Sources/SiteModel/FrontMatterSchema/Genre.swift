/// What kind of story it is.
package enum Genre: String, CaseIterable, Hashable, Sendable {
  case news, opinion, editorial, column, analysis, feature, interview, explainer, factcheck
  case review, obituary, brief, photo, video, audio, sponsored
}

/// What becomes of a story after `expires`.
package enum ExpiryAction: String, CaseIterable, Hashable, Sendable {
  /// The page stays, out of every list.
  case unlist
  /// The page becomes a tombstone (410).
  case gone
}
