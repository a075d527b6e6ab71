internal import Bytes
internal import SiteModel

/// Answers about every story that are found together in one pass over the lists.
struct StoryColumns: Sendable {
  /// Older and newer story of the section, by number of the story.
  private(set) var neighbours: [UInt64]
  /// Series, previous and next part; 0 without a series.
  private(set) var parts: [UInt64]
  /// The stories before each in the lists of its tags, and the first of its series.
  private(set) var related: [UInt64]

  init(_ snapshot: Snapshot) {
    let count = snapshot.cards.count
    neighbours = Array(repeating: 0, count: count)
    parts = Array(repeating: 0, count: count)
    related = Array(repeating: 0, count: count)
    addNeighbours(snapshot)
    addParts(snapshot)
    addTags(snapshot)
  }

  private mutating func addNeighbours(_ snapshot: Snapshot) {
    let index = snapshot.index
    for list in index.lists {
      let isEdition: Bool
      switch list.subject {
      case .edition: isEdition = true
      case .term(let id) where index.terms[Int(id)].kind == .section: isEdition = false
      default: continue
      }
      for (place, id) in list.stories.enumerated() {
        // A story without a section has its neighbours in the whole edition.
        if isEdition, index.sections[Int(id)] != SiteIndex.noTerm { continue }
        neighbours[Int(id)] = Self.pair(around: place, in: list.stories, snapshot)
      }
    }
  }

  private static func pair(
    around place: Int, in stories: [CardID], _ snapshot: Snapshot, seed: UInt64 = 0
  ) -> UInt64 {
    var hash = NumberHash(seed)
    hash.add(place > 0 ? snapshot.identity(ofStory: stories[place - 1]) : 0)
    hash.add(
      place + 1 < stories.count ? snapshot.identity(ofStory: stories[place + 1]) : 0)
    return hash.value
  }

  private mutating func addParts(_ snapshot: Snapshot) {
    for (number, list) in snapshot.index.lists.enumerated() {
      guard case .term(let id) = list.subject, snapshot.index.terms[Int(id)].kind == .series
      else { continue }
      let identity = snapshot.identity(ofList: ListID(number))
      // A story is never related to itself, so one more than is chosen decides.
      var first = NumberHash(1)
      for id in list.stories.prefix(RelatedStories.limit + 1) {
        first.add(snapshot.identity(ofStory: id))
      }
      for (place, id) in list.stories.enumerated() {
        parts[Int(id)] = Self.pair(around: place, in: list.stories, snapshot, seed: identity)
        related[Int(id)] &+= first.value
      }
    }
  }

  /// Adds a hash of the window before each story in each of its tags: a polynomial over the
  /// stories' identities and instants that rolls along the list.
  ///
  /// Instants are in it because they order stories of different tags that are shared as often.
  private mutating func addTags(_ snapshot: Snapshot) {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    let oldest = (0..<RelatedStories.window).reduce(1 as UInt64) { power, _ in power &* factor }
    let elements = Self.elements(snapshot)
    for list in snapshot.index.lists {
      guard case .term(let id) = list.subject, snapshot.index.terms[Int(id)].kind == .tag else {
        continue
      }
      var window: UInt64 = 0
      for (place, id) in list.stories.enumerated() {
        var hash = NumberHash(2)
        hash.add(window)
        related[Int(id)] &+= hash.value
        window = window &* factor &+ elements[Int(id)]
        if place >= RelatedStories.window {
          window &-= elements[Int(list.stories[place - RelatedStories.window])] &* oldest
        }
      }
    }
  }

  private static func elements(_ snapshot: Snapshot) -> [UInt64] {
    snapshot.index.publications.indices.map { number in
      var hash = NumberHash(snapshot.storyIdentities[number])
      hash.add(Int(snapshot.index.publications[number]))
      return hash.value
    }
  }
}
