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
  // Packed values that are read on the story's own page only.
  case details
}

/// A group of fields that change together, each read under one key.
package enum CardGroup: UInt8, CaseIterable, Sendable {
  /// What a list shows of a story.
  case face
  /// When it was published and changed.
  case times
  /// Excerpt and word count: what only the parsed body tells.
  case measure
  /// Everything else in the front matter.
  case details

  /// The fields of the group.
  package var fields: [CardField] {
    switch self {
    case .face:
      [
        .title, .shortTitle, .summary, .kicker, .dateline, .section, .tags, .authors, .language,
        .imageSource, .imageAlt, .imageCaption, .imageCredit, .imageLicense, .date,
      ]
    case .times: [.date, .updated]
    case .measure: [.excerpt, .wordCount]
    case .details: [.details, .signoff, .series, .seriesPart, .id, .robots, .layout]
    }
  }
}
