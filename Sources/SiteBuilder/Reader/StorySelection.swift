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
  ///
  /// The terms are looked up, then the newest stories of one list are looked at until there are
  /// enough; so the answer follows from the names, from that beginning of the list, and from what
  /// was read of the stories in it. The list itself does not matter: any of them holds every story
  /// that can be chosen, in the same order.
  func stories(_ selection: StorySelection) -> [CardID] {
    guard selection.limit > 0, let terms = terms(of: selection) else { return [] }
    let all = snapshot.index.editions[selection.edition].stories
    let base = base(of: terms)
    let list = base.map { self.list(ofTerm: $0) } ?? all
    let others = terms.filter { $0 != base }
    let stories = snapshot.index.lists[Int(list)].stories
    var found: [CardID] = []
    var skipped = 0
    var scanned = 0
    for id in stories.reversed() {
      scanned += 1
      if let since = selection.since, publication(id) < since {
        // Only a series is not in order of publication.
        guard isSeries(base) else { break }
        continue
      }
      guard matches(id, selection, others) else { continue }
      skipped += 1
      if skipped <= selection.offset { continue }
      found.append(id)
      if found.count == selection.limit { break }
    }
    let isCut = scanned == stories.count && found.count < selection.limit
    note(.slice, ofList: list, 0, scanned + (isCut ? 1 : 0))
    return found
  }

  /// The term whose list is looked through: a series, which has an order of its own, else that with
  /// the fewest stories; nothing for all stories of the edition.
  private func base(of terms: [TermID]) -> TermID? {
    terms.first { isSeries($0) } ?? terms.min { storyCount($0) < storyCount($1) }
  }

  private func isSeries(_ term: TermID?) -> Bool {
    term.map { snapshot.index.terms[Int($0)].kind == .series } ?? false
  }

  private func storyCount(_ term: TermID) -> Int {
    snapshot.index.lists[Int(list(ofTerm: term))].stories.count
  }

  private func matches(_ id: CardID, _ selection: StorySelection, _ others: [TermID]) -> Bool {
    if selection.excluded.contains(id) { return false }
    if let genre = selection.genre, card(id, .face).flags.genre != genre { return false }
    if let breaking = selection.isBreaking, clock(id).isBreaking != breaking { return false }
    return others.allSatisfy { has(id, $0) }
  }

  /// Whether a story has a term.
  private func has(_ id: CardID, _ term: TermID) -> Bool {
    switch snapshot.index.terms[Int(term)].kind {
    case .section: section(id) == term
    case .tag: tags(id).contains(term)
    case .author: authors(id).contains { $0.term == term }
    case .series: parts(id)?.series == term
    }
  }

  /// The terms that a story must have; nothing when one of them does not exist.
  private func terms(of selection: StorySelection) -> [TermID]? {
    let wanted: [(Term.Kind, String?)] = [
      (.section, selection.section), (.tag, selection.tag), (.author, selection.author),
      (.series, selection.series),
    ]
    var terms: [TermID] = []
    for case (let kind, let name?) in wanted {
      guard let term = term(kind, named: name, edition: selection.edition) else { return nil }
      terms.append(term)
    }
    return terms
  }
}
