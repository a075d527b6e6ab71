package import Localization

/// A standing page as it was loaded: `pages/about.md`.
package struct StandingPage: Hashable, Sendable {
  package var path: String
  package var edition: Int
  /// The path below `pages/` with slugs for names: `legal/imprint`.
  package var slugPath: String
  package var metadata: StandingMetadata
  package var bodyStart: Int
  /// The pictures that the body shows, as written.
  package var bodyPictures: [Located<String>] = []

  package init(
    path: String, edition: Int, slugPath: String, metadata: StandingMetadata, bodyStart: Int
  ) {
    self.path = path
    self.edition = edition
    self.slugPath = slugPath
    self.metadata = metadata
    self.bodyStart = bodyStart
  }
}

/// A section's own page as it was loaded: `<section>/_index.md`.
package struct SectionPage: Hashable, Sendable {
  package var path: String
  package var edition: Int
  package var section: String
  package var metadata: SectionMetadata
  package var bodyStart: Int
  /// The pictures that the body shows, as written.
  package var bodyPictures: [Located<String>] = []

  package init(
    path: String, edition: Int, section: String, metadata: SectionMetadata, bodyStart: Int
  ) {
    self.path = path
    self.edition = edition
    self.section = section
    self.metadata = metadata
    self.bodyStart = bodyStart
  }
}

/// The records behind the keys of front matter; a file that does not exist is nothing.
package struct SiteRecords: Hashable, Sendable {
  package var authors: [AuthorRecord]?
  package var sections: [SectionRecord] = []
  package var tags: [TagRecord] = []
  /// The names of series, in the form of `sections.yaml`.
  package var series: [SectionRecord] = []

  package init() {}
}

/// Everything that Load made and Index decides upon.
package struct SiteContents: Sendable {
  package var settings: SiteSettings
  package var records: SiteRecords
  package var cards: CardTable
  package var standing: [StandingPage]
  package var sectionPages: [SectionPage]
  /// The zone of each edition.
  package var zones: [Zone]

  package init(
    settings: SiteSettings, records: SiteRecords, cards: CardTable, standing: [StandingPage],
    sectionPages: [SectionPage], zones: [Zone]
  ) {
    self.settings = settings
    self.records = records
    self.cards = cards
    self.standing = standing
    self.sectionPages = sectionPages
    self.zones = zones
  }
}
