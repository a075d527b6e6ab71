internal import Bytes
package import Incremental
internal import Localization
internal import SiteModel

/// The one door to site data.
///
/// Templates, the Markdown resolver, feeds, sitemaps, linked data and maps ask here and have no
/// other way to the index; every question is noted in `log`. Contract:
/// 1. A method notes what its answer depends on before it answers, also when the answer is nothing.
/// 2. It answers from the snapshot alone, and `Answers` makes the fingerprint of a question of the
///    same answer.
/// 3. What a caller may do without asking is what follows from the page's own meaning (see
///    `Snapshot.meaning(of:)`), from the settings of its edition, which every render reads, or from
///    answers it has.
/// 4. Hints in errors ("did you mean …") are made from anything: a page with an error is rendered
///    again by every build.
///
/// A class, because during one render the template host and the Markdown resolver share its log.
package final class SiteReader {
  package let snapshot: Snapshot
  package private(set) var log: ReadLog

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    log = ReadLog(dense: snapshot.codes.count)
  }

  /// Starts the log of another render; a page of an edition reads the settings of the site and of
  /// the edition whatever it shows.
  package func startRender(edition: Int?) {
    log.begin()
    guard let edition else { return }
    note(ReadKey(.site))
    note(ReadKey(.edition, subject: snapshot.editionIdentities[edition]))
  }

  func note(_ key: ReadKey) {
    log.note(key)
  }

  func note(_ question: Question, ofList list: ListID, _ first: Int = 0, _ second: Int = 0) {
    if first == 0, second == 0, QuestionCodes.isCoded(question) {
      log.note(snapshot.codes.code(question.rawValue, ofList: list))
    } else {
      note(ReadKey(question, subject: snapshot.identity(ofList: list), first, second))
    }
  }

  func note(_ question: Question, ofEdition edition: Int, _ first: Int = 0, _ second: Int = 0) {
    note(ReadKey(question, subject: snapshot.editionIdentities[edition], first, second))
  }

  func note(_ question: Question, ofStory id: CardID) {
    log.note(snapshot.codes.code(question.rawValue, ofStory: id))
  }
}

// MARK: - Settings

extension SiteReader {
  /// All settings of an edition.
  func edition(_ number: Int) -> EditionInfo {
    note(.edition, ofEdition: number)
    return snapshot.editions[number]
  }

  /// An edition, to read its key, title, language and direction.
  func language(ofEdition number: Int) -> EditionInfo {
    note(.language, ofEdition: number)
    return snapshot.editions[number]
  }

  /// The settings of the site; its editions by number only.
  var settings: Shared<SiteSettings> {
    note(ReadKey(.site))
    return snapshot.sharedSettings
  }

  /// A UI string of an edition.
  func string(_ key: String, edition: Int) -> StringTable.Entry? {
    let own = snapshot.editions[edition]
    note(ReadKey(.string, subject: own.identity(ofString: key)))
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
  func card(_ id: CardID, _ group: CardGroup) -> Card {
    note(group.question, ofStory: id)
    return snapshot.card(id)
  }

  /// The state of a story.
  func state(_ id: CardID) -> StoryState {
    note(.state, ofStory: id)
    return snapshot.index.states[Int(id)]
  }

  /// The instant from which on the story may be read; of a draft without a date, now.
  func publication(_ id: CardID) -> Int64 {
    if card(id, .times).time(.date) == nil { note(ReadKey(.now)) }
    return snapshot.index.publications[Int(id)]
  }

  /// The date of a story; of a draft that has none yet, the moment of the build.
  func date(_ id: CardID) -> SiteModel.Timestamp {
    if let date = card(id, .times).time(.date) { return date }
    note(ReadKey(.now))
    return SiteModel.Timestamp(seconds: snapshot.moment.now.seconds, offsetMinutes: 0)
  }

  /// Whether a story is pinned and whether it is breaking news now.
  func clock(_ id: CardID) -> (isPinned: Bool, isBreaking: Bool) {
    note(.clock, ofStory: id)
    let card = snapshot.card(id)
    return (card.isPinned(at: snapshot.moment), card.isBreaking(at: snapshot.moment))
  }

  /// The URL of a story's page; nothing when it has none.
  func url(ofStory id: CardID) -> ByteView? {
    note(.url, ofStory: id)
    return snapshot.url(ofArticle: id)
  }

  /// Older and newer story of the section, by publication.
  func neighbours(_ id: CardID) -> (older: CardID?, newer: CardID?) {
    note(.neighbours, ofStory: id)
    let section = snapshot.index.sections[Int(id)]
    let list =
      section == SiteIndex.noTerm
      ? snapshot.index.editions[snapshot.card(id).edition].stories
      : snapshot.index.terms[Int(section)].list
    // Only the two arrays are touched: a method of the index would copy all of it, a reference
    // count for each of its members.
    return snapshot.index.lists[Int(list)].stories
      .neighbours(of: id, by: snapshot.index.publications)
  }

  /// Previous and next part of the story's series; nothing without one.
  func parts(_ id: CardID) -> (series: TermID, previous: CardID?, next: CardID?)? {
    note(.part, ofStory: id)
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
    note(.translations, ofStory: id)
    return snapshot.translations(id)
  }

  /// The section of a story; nothing without one.
  func section(_ id: CardID) -> TermID? {
    note(.section, ofStory: id)
    let term = snapshot.index.sections[Int(id)]
    return term == SiteIndex.noTerm ? nil : term
  }

  /// The tags of a story.
  func tags(_ id: CardID) -> ArraySlice<TermID> {
    note(.tags, ofStory: id)
    return snapshot.index.tags[id]
  }

  /// The authors of a story with their roles.
  func authors(_ id: CardID) -> [(term: TermID, role: Int)] {
    note(.authors, ofStory: id)
    return zip(snapshot.index.authors[id], snapshot.card(id).list(.authors)).map { term, credit in
      (term, Int(credit.number))
    }
  }

  /// Further stories to read: those the story names, then its series, then by shared tags.
  func related(_ id: CardID) -> [CardID] {
    note(.related, ofStory: id)
    return RelatedStories(snapshot, id).stories
  }
}

extension Snapshot {
  /// The same story in other editions that are shown, in order of edition.
  func translations(_ id: CardID) -> [CardID] {
    guard settings.editions.count > 1 else { return [] }
    return index.translations.group(of: id).filter {
      $0 != id && index.states[Int($0)] == .live
    }
  }
}
