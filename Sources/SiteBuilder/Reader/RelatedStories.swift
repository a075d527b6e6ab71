internal import Bytes
internal import SiteModel

/// Chooses what to read after a story.
///
/// First the stories it names, then the other parts of its series, then older stories that share
/// its tags: of the 32 before it in each tag, those with most shared tags, then the newest, then
/// by id. Only older ones, so that a new story changes no old page.
struct RelatedStories {
  private let snapshot: Snapshot
  private let story: CardID
  private(set) var stories: [CardID] = []

  /// How many older stories of each tag are looked at.
  static let window = 32
  /// How many stories are chosen.
  static let limit = 6

  init(_ snapshot: Snapshot, _ story: CardID) {
    self.snapshot = snapshot
    self.story = story
    addNamed()
    addSeries()
    addByTags()
  }

  private mutating func add(_ id: CardID) {
    guard stories.count < Self.limit, id != story, !stories.contains(id),
      snapshot.index.states[Int(id)] == .live
    else { return }
    stories.append(id)
  }

  private mutating func addNamed() {
    let card = snapshot.card(story)
    for reference in card.list(.related) {
      if let id = snapshot.story(reference.text.string, besides: card) { add(id) }
    }
  }

  private mutating func addSeries() {
    let series = snapshot.index.seriesOf[Int(story)]
    guard series != SiteIndex.noTerm else { return }
    for id in snapshot.index.lists[Int(snapshot.index.terms[Int(series)].list)].stories { add(id) }
  }

  private mutating func addByTags() {
    guard stories.count < Self.limit else { return }
    var shared: [CardID: Int] = [:]
    for tag in snapshot.index.tags[story] {
      let list = snapshot.index.lists[Int(snapshot.index.terms[Int(tag)].list)].stories
      guard let place = list.position(of: story, by: snapshot.index.publications) else { continue }
      for id in list[max(0, place - Self.window)..<place] { shared[id, default: 0] += 1 }
    }
    let order = shared.sorted { a, b in
      if a.value != b.value { return a.value > b.value }
      let (first, second) = (publication(a.key), publication(b.key))
      return first != second ? first > second : a.key < b.key
    }
    for (id, _) in order { add(id) }
  }

  private func publication(_ id: CardID) -> Int64 { snapshot.index.publications[Int(id)] }
}

extension Snapshot {
  /// The story that front matter names by id or content path.
  func story(_ reference: String, besides card: Card) -> CardID? {
    let hash = Fingerprint(of: reference).low
    if let id = index.identifiers[StoryKey(edition: card.edition, hash: hash)] { return id }
    for candidate in [reference, reference + ".md", reference + "/index.md"] {
      if let id = story(atPath: "Content/" + candidate) { return id }
      if let folder = card.string(.path)?.folder,
        let id = story(atPath: folder + candidate)
      {
        return id
      }
    }
    return nil
  }
}
