/// The number of a term in a `SiteIndex`.
package typealias TermID = UInt32
/// The number of a list in a `SiteIndex`.
package typealias ListID = UInt32

/// A section, tag, author or series of one edition: a name, a URL and a list of stories.
package struct Term: Hashable, Sendable {
  package enum Kind: UInt8, CaseIterable, Sendable {
    case section, tag, author, series
  }

  package var kind: Kind
  package var edition: Int
  /// A hash of what makes two mentions the same, the same in every build.
  package var identity: UInt64
  /// The key in the records, else the folded name: what URLs and queries call it.
  package var key: String
  /// What readers see.
  package var name: String
  package var slug: String
  /// The number of its record in `authors.yaml`, `sections.yaml` or `tags.yaml`.
  package var record: Int?
  package var list: ListID

  package init(
    kind: Kind, edition: Int, identity: UInt64, key: String, name: String, slug: String,
    record: Int?, list: ListID
  ) {
    self.kind = kind
    self.edition = edition
    self.identity = identity
    self.key = key
    self.name = name
    self.slug = slug
    self.record = record
    self.list = list
  }
}

extension Term.Kind {
  /// What permanent names call the kind.
  package var name: String {
    switch self {
    case .section: "section"
    case .tag: "tag"
    case .author: "author"
    case .series: "series"
    }
  }
}

/// Which stories a list holds.
package enum ListSubject: Hashable, Sendable {
  /// All stories of an edition.
  case edition(Int)
  case term(TermID)
  /// The stories of a month, in the calendar of the edition.
  case month(edition: Int, year: Int, month: Int)
  /// The stories of an edition that have a correction.
  case corrections(edition: Int)
}

/// A list of stories, oldest first; of a series, in order of part.
package struct StoryList: Hashable, Sendable {
  package var subject: ListSubject
  package var edition: Int
  package var stories: [CardID]
  package var pageSize: Int

  package var paging: Paging { Paging(count: stories.count, pageSize: pageSize) }
}
