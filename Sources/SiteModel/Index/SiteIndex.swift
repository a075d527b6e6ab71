internal import Bytes

/// Who is shown where: states, lists, terms and links between stories, at one moment.
///
/// It is recomputed by every build, holds numbers only but for the names of terms, and is never
/// asked directly: renders go through the reader that notes their questions.
package struct SiteIndex: Sendable {
  package let moment: BuildMoment
  /// The state of every story, by its number.
  package internal(set) var states: [StoryState]
  /// The instant of publication of every story, in seconds since 1970.
  package internal(set) var publications: [Int64]
  package internal(set) var lists: [StoryList] = []
  package internal(set) var terms: [Term] = []
  package internal(set) var editions: [EditionIndex] = []
  /// The section of every story; nothing is `noTerm`.
  package internal(set) var sections: [TermID]
  /// The series of every story; nothing is `noTerm`.
  package internal(set) var seriesOf: [TermID]
  package internal(set) var tags: TermColumn
  package internal(set) var authors: TermColumn
  package internal(set) var translations = TranslationTable()
  /// The story of an `id`.
  package internal(set) var identifiers = IdentifierTable()
  /// What the sign-off codes of `authors.yaml` stand for.
  package internal(set) var codes: [String: Int] = [:]

  /// What stands for no term.
  package static let noTerm = TermID.max

  init(moment: BuildMoment, count: Int) {
    self.moment = moment
    states = []
    states.reserveCapacity(count)
    publications = []
    publications.reserveCapacity(count)
    sections = Array(repeating: Self.noTerm, count: count)
    seriesOf = Array(repeating: Self.noTerm, count: count)
    tags = TermColumn(count: count)
    authors = TermColumn(count: count)
  }
}

/// The lists and terms of one edition.
package struct EditionIndex: Hashable, Sendable {
  /// All stories.
  package var stories: ListID = 0
  package var corrections: ListID = 0
  /// Sections in the order of the navigation, with or without stories.
  package var sections: [TermID] = []
  /// Terms that have stories, in the order of the language.
  package var tags: [TermID] = []
  package var authors: [TermID] = []
  package var series: [TermID] = []
  /// Months with stories, oldest first.
  package var months: [ListID] = []
  /// Pinned stories, newest first.
  package var pinned: [CardID] = []
  /// What sitemaps list, oldest month first.
  package var sitemap: [SitemapMonth] = []
  /// The latest change of a shown story.
  package var newestChange: Timestamp?
}

/// The stories of one month of an edition that its sitemap lists.
package struct SitemapMonth: Hashable, Sendable {
  /// The month of the date in the edition's zone: year × 100 + month, Gregorian.
  package var month: Int
  /// Oldest first.
  package var stories: [CardID]
  /// The latest change of one of them.
  package var newestChange: Timestamp?
}

/// A name of a story that is unique in an edition.
package struct StoryKey: Hashable, Sendable {
  package var edition: Int
  package var hash: UInt64

  package init(edition: Int, hash: UInt64) {
    self.edition = edition
    self.hash = hash
  }
}

/// The terms of every story: runs of one array.
package struct TermColumn: Sendable {
  private var starts: [UInt32]
  private var counts: [UInt16]
  private var terms: [TermID] = []

  /// A column of `count` stories without terms.
  init(count: Int) {
    starts = Array(repeating: 0, count: count)
    counts = Array(repeating: 0, count: count)
  }

  /// Gives a story another term; all of one story come before those of the next.
  mutating func append(_ term: TermID, to story: CardID) {
    guard counts[Int(story)] < .max else { return }
    if counts[Int(story)] == 0 { starts[Int(story)] = UInt32(terms.count) }
    counts[Int(story)] += 1
    terms.append(term)
  }

  /// The terms of a story, in the order of its front matter.
  package subscript(story: CardID) -> ArraySlice<TermID> {
    let start = Int(starts[Int(story)])
    return terms[start..<(start + Int(counts[Int(story)]))]
  }
}

/// The stories that have an `id`, by edition and hash of the id.
package struct IdentifierTable: Sendable {
  /// An id with the story that has it.
  package struct Entry: Sendable {
    package var key: StoryKey
    package var story: CardID
  }

  private var stories = IdentityTable()
  /// Every id, in the order of the stories.
  package private(set) var entries: [Entry] = []

  init() {}

  /// Makes room for `count` ids.
  mutating func reserve(_ count: Int) {
    stories = IdentityTable(capacity: count)
  }

  /// The story of an id.
  package subscript(key: StoryKey) -> CardID? { stories[Self.mixed(key)] }

  /// Notes the id of a story; answers the story that has it already.
  mutating func insert(_ story: CardID, for key: StoryKey) -> CardID? {
    if let first = stories.insert(Self.mixed(key), story) { return first }
    entries.append(Entry(key: key, story: story))
    return nil
  }

  private static func mixed(_ key: StoryKey) -> UInt64 {
    key.hash ^ UInt64(key.edition) &* 0x9E37_79B9_7F4A_7C15
  }
}
