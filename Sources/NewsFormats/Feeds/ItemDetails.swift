/// What a front end of somebody else's making needs beyond JSON Feed: the `_warta` object.
package struct ItemDetails: Sendable {
  package var kicker: String?
  package var shortTitle: String?
  package var dateline: String?
  package var genre: String
  package var section: Term?
  package var tags: [Term]
  package var series: Term?
  package var signoff: String?
  package var wordCount: Int?
  package var corrections: [Note]
  package var retraction: Note?

  package init(
    kicker: String? = nil, shortTitle: String? = nil, dateline: String? = nil,
    genre: String = "news", section: Term? = nil, tags: [Term] = [], series: Term? = nil,
    signoff: String? = nil, wordCount: Int? = nil, corrections: [Note] = [],
    retraction: Note? = nil
  ) {
    self.kicker = kicker
    self.shortTitle = shortTitle
    self.dateline = dateline
    self.genre = genre
    self.section = section
    self.tags = tags
    self.series = series
    self.signoff = signoff
    self.wordCount = wordCount
    self.corrections = corrections
    self.retraction = retraction
  }
}

extension ItemDetails {
  /// A section, tag or series.
  package struct Term: Hashable, Sendable {
    package var key: String
    package var name: String
    package var url: String

    package init(key: String, name: String, url: String) {
      self.key = key
      self.name = name
      self.url = url
    }
  }

  /// A dated note to readers.
  package struct Note: Hashable, Sendable {
    /// `correction`, `clarification`, `editors_note`, `update` or `retraction`.
    package var kind: String
    package var date: Timestamp
    package var text: String

    package init(kind: String, date: Timestamp, text: String) {
      self.kind = kind
      self.date = date
      self.text = text
    }
  }
}
