internal import Bytes
package import Incremental
internal import Localization
internal import SiteModel

/// The one door to site data.
///
/// Templates, the Markdown resolver, feeds, sitemaps, linked data and maps ask here and have no
/// other way to the index; every question is noted in `log`. Contract: a method notes what its
/// answer depends on before it answers, and answers from the snapshot alone.
///
/// A class, because during one render the template host and the Markdown resolver share its log.
package final class SiteReader {
  package let snapshot: Snapshot
  package private(set) var log = ReadLog()

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// Starts the log of another render.
  package func startRender() {
    log.removeAll()
  }

  func note(_ key: ReadKey) {
    log.note(key)
  }

}

// MARK: - Settings

extension SiteReader {
  /// The settings of an edition; `name` says which of them is read.
  func edition(_ number: Int, _ name: String) -> EditionInfo {
    note(ReadKey(.setting, named: name, number))
    return snapshot.editions[number]
  }

  /// The settings of the site; `name` says which of them is read.
  func settings(_ name: String) -> Shared<SiteSettings> {
    note(ReadKey(.setting, named: name, Int(UInt16.max)))
    return snapshot.sharedSettings
  }

  /// A UI string of an edition.
  func string(_ key: String, edition: Int) -> StringTable.Entry? {
    let own = snapshot.editions[edition]
    note(ReadKey(.string, subject: Fingerprint.identity(of: key) &+ own.languageIdentity))
    return own.strings[key]
  }

  /// An asset by its name.
  func asset(_ name: String) -> AssetTable.Asset? {
    note(ReadKey(.asset, named: name))
    return snapshot.site.assets[name]
  }

  /// A file of `Content/data/`.
  func data(_ name: String) -> DataFile? {
    note(ReadKey(.data, named: name))
    return snapshot.site.data.first { $0.name == name }
  }

  /// Whether search engines must not see this build.
  var isPreview: Bool {
    note(ReadKey(.preview))
    return snapshot.moment.isPreview
  }
}

// MARK: - Stories

extension SiteReader {
  /// The card of a story, to read the fields of one group.
  func card(_ id: CardID, _ group: Question) -> Card {
    let card = snapshot.cards[id]
    note(ReadKey(group, subject: card.identity))
    return card
  }

  /// The state of a story.
  func state(_ id: CardID) -> StoryState {
    note(ReadKey(.state, subject: snapshot.cards[id].identity))
    return snapshot.index.states[Int(id)]
  }

  /// Whether a story is pinned and whether it is breaking news now.
  func clock(_ id: CardID) -> (isPinned: Bool, isBreaking: Bool) {
    let card = card(id, .clock)
    return (card.isPinned(at: snapshot.moment), card.isBreaking(at: snapshot.moment))
  }

  /// The URL of a story's page; nothing when it has none.
  func url(ofStory id: CardID) -> ByteView? {
    note(ReadKey(.url, subject: snapshot.cards[id].identity))
    return snapshot.url(ofArticle: id)
  }

  /// Older and newer story of the section, by publication.
  func neighbours(_ id: CardID) -> (older: CardID?, newer: CardID?) {
    let card = card(id, .neighbours)
    let section = snapshot.index.sections[Int(id)]
    let list =
      section == SiteIndex.noTerm
      ? snapshot.index.editions[card.edition].stories : snapshot.index.terms[Int(section)].list
    return snapshot.index.neighbours(of: id, in: list)
  }

  /// Previous and next part of the story's series; nothing without one.
  func parts(_ id: CardID) -> (series: TermID, previous: CardID?, next: CardID?)? {
    _ = card(id, .part)
    let series = snapshot.index.seriesOf[Int(id)]
    guard series != SiteIndex.noTerm else { return nil }
    let stories = snapshot.index.lists[Int(snapshot.index.terms[Int(series)].list)].stories
    guard let place = stories.firstIndex(of: id) else { return nil }
    return (
      series, place > 0 ? stories[place - 1] : nil,
      place + 1 < stories.count ? stories[place + 1] : nil
    )
  }

  /// The same story in other editions that are shown, in order of edition.
  func translations(_ id: CardID) -> [CardID] {
    _ = card(id, .translations)
    return snapshot.index.translations.group(of: id).filter {
      $0 != id && snapshot.index.states[Int($0)] == .live
    }
  }

  /// The section of a story; nothing without one.
  func section(_ id: CardID) -> TermID? {
    _ = card(id, .face)
    let term = snapshot.index.sections[Int(id)]
    return term == SiteIndex.noTerm ? nil : term
  }

  /// The tags of a story.
  func tags(_ id: CardID) -> ArraySlice<TermID> {
    _ = card(id, .face)
    return snapshot.index.tags[id]
  }

  /// The authors of a story with their roles.
  func authors(_ id: CardID) -> [(term: TermID, role: Int)] {
    let card = card(id, .face)
    let roles = card.list(.authors).map { Int($0.number) }
    return Array(zip(snapshot.index.authors[id], roles)).map { ($0, $1) }
  }

  /// Further stories to read: those the story names, then its series, then by shared tags.
  func related(_ id: CardID, limit: Int = 6) -> [CardID] {
    _ = card(id, .related)
    return RelatedStories(snapshot, id, limit: limit).stories
  }
}

// MARK: - Terms and lists

extension SiteReader {
  /// A section, tag, author or series, to read its name.
  func term(_ id: TermID) -> Term {
    let term = snapshot.index.terms[Int(id)]
    note(ReadKey(.name, subject: snapshot.listIdentities[Int(term.list)]))
    return term
  }

  /// The URL of a term's page; nothing when it has none.
  func url(ofTerm id: TermID) -> ByteView? {
    note(ReadKey(.url, subject: snapshot.listIdentities[Int(snapshot.index.terms[Int(id)].list)]))
    return snapshot.url(ofTerm: id)
  }

  /// The URL of a page that an edition has once, by its kind.
  func url(ofEdition number: Int, _ kind: RouteKind) -> ByteView? {
    note(ReadKey(.url, named: "edition", number, Int(kind.rawValue)))
    let own = snapshot.routes.editions[number]
    switch kind {
    case .front: return snapshot.url(ofRoute: own.front)
    case .tags: return snapshot.url(ofRoute: own.tags)
    case .authors: return snapshot.url(ofRoute: own.authors)
    case .archive: return snapshot.url(ofRoute: own.archive)
    case .corrections: return snapshot.url(ofRoute: own.corrections)
    default: return nil
    }
  }

  /// The terms of a kind in an edition, in the order of the navigation or the language.
  func terms(_ kind: Term.Kind, edition: Int) -> [TermID] {
    note(ReadKey(.terms, edition, Int(kind.rawValue)))
    let own = snapshot.index.editions[edition]
    switch kind {
    case .section: return own.sections
    case .tag: return own.tags
    case .author: return own.authors
    case .series: return own.series
    }
  }

  /// The lists of the months of an edition that have stories, oldest first.
  func months(edition: Int) -> [ListID] {
    note(ReadKey(.months, edition))
    return snapshot.index.editions[edition].months
  }

  /// Stories of a list from the newest on.
  func slice(_ list: ListID, offset: Int = 0, limit: Int) -> [CardID] {
    note(ReadKey(.slice, subject: snapshot.listIdentities[Int(list)], offset, limit))
    return Array(snapshot.index.lists[Int(list)].stories.reversed().dropFirst(offset).prefix(limit))
  }

  /// All stories of a list in its own order; a series has one that is not by date.
  func stories(_ list: ListID) -> [CardID] {
    note(ReadKey(.slice, subject: snapshot.listIdentities[Int(list)], 0, Int(UInt32.max)))
    return snapshot.index.lists[Int(list)].stories
  }

  /// The stories of a page of a list, newest first: 0 is the front.
  func page(_ number: Int, of list: ListID) -> [CardID] {
    note(ReadKey(.page, subject: snapshot.listIdentities[Int(list)], number))
    let own = snapshot.index.lists[Int(list)]
    let range = number == 0 ? own.paging.front : own.paging.page(number)
    return own.stories[range].reversed()
  }

  /// Whether a numbered page is the last, whose newer neighbour is the front.
  func isLastPage(_ number: Int, of list: ListID) -> Bool {
    note(ReadKey(.page, subject: snapshot.listIdentities[Int(list)], number))
    return number == snapshot.index.lists[Int(list)].paging.numberedPages
  }

  /// The number of stories in a list.
  func count(_ list: ListID) -> Int {
    note(ReadKey(.count, subject: snapshot.listIdentities[Int(list)]))
    return snapshot.index.lists[Int(list)].stories.count
  }

  /// The number of numbered pages of a list.
  func numberedPages(_ list: ListID) -> Int {
    note(ReadKey(.pages, subject: snapshot.listIdentities[Int(list)]))
    return snapshot.index.lists[Int(list)].paging.numberedPages
  }

  /// The pinned stories of an edition or of one of its sections, newest first.
  func pinned(edition: Int, section: TermID? = nil) -> [CardID] {
    let list =
      section.map { snapshot.index.terms[Int($0)].list } ?? snapshot.index.editions[edition].stories
    note(ReadKey(.pinned, subject: snapshot.listIdentities[Int(list)]))
    let all = snapshot.index.editions[edition].pinned
    guard let section else { return all }
    return all.filter { snapshot.index.sections[Int($0)] == section }
  }

  /// What a list is about.
  func subject(_ list: ListID) -> ListSubject { snapshot.index.lists[Int(list)].subject }
}
