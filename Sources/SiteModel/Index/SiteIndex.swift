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
  /// The story of an `id`, by edition and hash of the id.
  package internal(set) var identifiers: [StoryKey: CardID] = [:]
  /// What the sign-off codes of `authors.yaml` stand for.
  package internal(set) var codes: [String: Int] = [:]

  /// What stands for no term.
  package static let noTerm = TermID.max

  init(moment: BuildMoment, count: Int) {
    self.moment = moment
    states = []
    publications = []
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

  /// Gives a story its terms, once.
  mutating func set(_ ids: [TermID], of story: CardID) {
    starts[Int(story)] = UInt32(terms.count)
    counts[Int(story)] = UInt16(clamping: ids.count)
    terms.append(contentsOf: ids)
  }

  /// The terms of a story, in the order of its front matter.
  package subscript(story: CardID) -> ArraySlice<TermID> {
    let start = Int(starts[Int(story)])
    return terms[start..<(start + Int(counts[Int(story)]))]
  }
}

/// Which stories tell the same in other editions.
package struct TranslationTable: Sendable {
  private var groups: [UInt64: [CardID]] = [:]
  private var keys: [CardID: UInt64] = [:]

  package init() {}

  mutating func insert(_ id: CardID, key: UInt64) {
    groups[key, default: []].append(id)
    keys[id] = key
  }

  /// The stories of the group of `id`, itself among them, in order of edition; empty without one.
  package func group(of id: CardID) -> [CardID] {
    keys[id].flatMap { groups[$0] } ?? []
  }

  /// Every group.
  var all: some Collection<[CardID]> { groups.values }
}
