internal import Bytes
internal import SiteModel

/// The arguments of `articles(…)`: which stories, newest first.
struct StorySelection {
  var edition: Int
  var section: String?
  var tag: String?
  var author: String?
  var series: String?
  var genre: Genre?
  var isBreaking: Bool?
  /// Only stories published at this instant or later.
  var since: Int64?
  var excluded: Set<CardID> = []
  var limit = 20
  var offset = 0

  init(edition: Int) {
    self.edition = edition
  }

  /// The most stories that one query answers.
  static let largestLimit = 1_000
}

extension SiteReader {
  /// The stories that a selection chooses.
  func stories(_ selection: StorySelection) -> [CardID] {
    guard let lists = lists(of: selection) else { return [] }
    note(.init(.query, named: selection.name, selection.offset, selection.limit))
    // The shortest list decides; the others are asked story by story.
    guard let first = lists.min(by: { storyCount($0) < storyCount($1) }) else { return [] }
    let others = lists.filter { $0 != first }
    var found: [CardID] = []
    var skipped = 0
    for id in snapshot.index.lists[Int(first)].stories.reversed() {
      if let since = selection.since, snapshot.index.publications[Int(id)] < since { break }
      guard matches(id, selection, others) else { continue }
      skipped += 1
      if skipped <= selection.offset { continue }
      found.append(id)
      if found.count == selection.limit { break }
    }
    return found
  }

  private func storyCount(_ list: ListID) -> Int { snapshot.index.lists[Int(list)].stories.count }

  private func matches(_ id: CardID, _ selection: StorySelection, _ others: [ListID]) -> Bool {
    if selection.excluded.contains(id) { return false }
    let card = snapshot.cards[id]
    if let genre = selection.genre, card.flags.genre != genre { return false }
    if let breaking = selection.isBreaking, card.isBreaking(at: snapshot.moment) != breaking {
      return false
    }
    return others.allSatisfy { list in
      let stories = snapshot.index.lists[Int(list)].stories
      if snapshot.index.position(of: id, in: stories) != nil { return true }
      // A series is not ordered by publication.
      return stories.contains(id)
    }
  }

  /// The lists that a story must be in; nothing when one of them does not exist.
  private func lists(of selection: StorySelection) -> [ListID]? {
    let wanted: [(Term.Kind, String?)] = [
      (.section, selection.section), (.tag, selection.tag), (.author, selection.author),
      (.series, selection.series),
    ]
    var lists: [ListID] = []
    for case (let kind, let name?) in wanted {
      guard let term = term(kind, named: name, edition: selection.edition) else { return nil }
      lists.append(snapshot.index.terms[Int(term)].list)
    }
    return lists.isEmpty ? [snapshot.index.editions[selection.edition].stories] : lists
  }

  /// A term by its key or name.
  func term(_ kind: Term.Kind, named name: String, edition: Int) -> TermID? {
    note(.init(.terms, edition, Int(kind.rawValue)))
    let wanted = TagIdentity.of(name)
    return terms(kind, edition: edition).first { id in
      let term = snapshot.index.terms[Int(id)]
      return term.key == name || TagIdentity.of(term.key) == wanted
        || TagIdentity.of(term.name) == wanted
    }
  }

  /// A story by its id or by its path below `Content/`.
  func story(named name: String, edition: Int) -> CardID? {
    note(.init(.file, named: name))
    let hash = Fingerprint(of: name).low
    if let id = snapshot.index.identifiers[StoryKey(edition: edition, hash: hash)] { return id }
    for path in [name, name + ".md", name + "/index.md"] {
      if let id = snapshot.cards.story(atPath: "Content/" + path) { return id }
    }
    return nil
  }
}

extension StorySelection {
  /// A name that is the same for the same selection.
  fileprivate var name: String {
    let parts = [section, tag, author, series, genre?.rawValue].map { $0 ?? "" }
    let times = "\(isBreaking.map { $0 ? "1" : "0" } ?? "") \(since ?? 0)"
    let excluded = excluded.sorted().map(String.init).joined(separator: ",")
    return "\(edition) \(parts.joined(separator: "\u{0}")) \(times) \(excluded)"
  }
}
