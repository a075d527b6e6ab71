internal import Incremental
internal import SiteModel

/// What codes of questions in a journal are in a new snapshot.
struct CodeTranslation: Sendable {
  private let old: QuestionCodes
  private let new: QuestionCodes
  /// By number in the journal: the number in the snapshot; `gone` without one.
  private let stories: [UInt32]
  private let lists: [UInt32]

  private static let gone = UInt32.max

  init(from journal: SiteJournal, to snapshot: Snapshot) {
    (old, new) = (journal.codes, snapshot.codes)
    stories = Self.numbers(journal.stories, snapshot.storyIdentities, snapshot.story)
    lists = Self.numbers(journal.lists, snapshot.listIdentities, snapshot.list)
  }

  /// The numbers of some identities among `new` ones, which mostly are in the same order; others are
  /// looked for.
  private static func numbers(
    _ identities: IdentityRecords, _ new: [UInt64], _ find: (UInt64) -> UInt32?
  ) -> [UInt32] {
    var next = 0
    return (0..<identities.count).map { place in
      let identity = identities[place]
      if next == new.count || new[next] != identity {
        guard let found = find(identity) else { return gone }
        next = Int(found)
      }
      defer { next += 1 }
      return UInt32(next)
    }
  }

  /// The code in the snapshot; nothing when what it asks about is gone.
  subscript(code: UInt32) -> UInt32? {
    switch old[code] {
    case .story(let id, let question):
      let story = stories[Int(id)]
      return story == Self.gone ? nil : new.code(question, ofStory: story)
    case .list(let id, let question):
      let list = lists[Int(id)]
      return list == Self.gone ? nil : new.code(question, ofList: list)
    }
  }
}
