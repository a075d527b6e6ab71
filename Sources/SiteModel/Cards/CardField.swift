/// What a card holds, by slot: the order is the layout, so it is part of the journal's format.
///
/// A slot is the offset of the value in the record, or zero when the story has none.
package enum CardField: Int, CaseIterable, Sendable {
  // Texts.
  case path, title, shortTitle, summary, excerpt, kicker, dateline, section, slug, permalink, id
  case signoff, series, translationKey, language, robots, layout
  case imageSource, imageAlt, imageCaption, imageCredit, imageLicense
  // Timestamps: an instant and the offset it is printed with.
  case date, updated, embargo, expires, pinnedUntil, breakingUntil
  // Numbers.
  case seriesPart, wordCount, measured
  // Lists of a text with a place and a number.
  case tags, authors, aliases, related, bodyPictures
  // Packed values that are read on the story's own page only; most stories have none.
  case details
  /// Where values stand in the source.
  case places
}

/// A group of what a card says that changes together, read under one key.
///
/// The raw value is the place of its fingerprint in the record.
package enum CardGroup: UInt8, CaseIterable, Sendable {
  /// What a list shows of a story: words, picture, language, genre, and its `id`.
  case face
  /// When it was published, changed, and will be taken back.
  case times
  /// Excerpt and word count: what only the parsed body tells.
  case measure
  /// Everything else in the front matter, with its places, which diagnostics point at.
  case details
  /// The Markdown and where it begins.
  case body
}
