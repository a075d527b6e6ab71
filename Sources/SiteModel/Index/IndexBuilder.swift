internal import Bytes
package import Diagnostics
internal import Localization

/// Decides who is shown where: makes a `SiteIndex` of what Load made.
///
/// Every build does this in full, so the cards are read once, in the order in which they lie in
/// memory, and everything after that works on columns of numbers. The steps run once, in the order
/// of `build`; each reads what the ones before it made.
package struct IndexBuilder {
  let contents: SiteContents
  var index: SiteIndex
  var terms: TermTable
  var facts: StoryFacts
  var diagnostics: [Diagnostic] = []

  /// The index of `contents` at `moment`, and what is wrong between the stories.
  package static func build(
    _ contents: SiteContents, at moment: BuildMoment
  ) -> (index: SiteIndex, diagnostics: [Diagnostic]) {
    var builder = IndexBuilder(contents, moment)
    builder.readCodes()
    builder.openSections()
    builder.readCards()
    builder.openLists()
    builder.fillLists()
    builder.nameTerms()
    builder.closeEditions()
    builder.linkTranslations()
    return (builder.index, builder.diagnostics)
  }

  private init(_ contents: SiteContents, _ moment: BuildMoment) {
    self.contents = contents
    index = SiteIndex(moment: moment, count: contents.cards.count)
    terms = TermTable(contents)
    facts = StoryFacts(
      count: contents.cards.count, editions: contents.settings.editions.count)
  }

  var editions: [EditionSettings] { contents.settings.editions }
}

/// What the builder remembers of stories while it works: columns beside those of the index.
struct StoryFacts {
  /// The live stories of every edition, to be put into order.
  var live: [[OrderedStory]]
  /// The day of publication in the edition's zone: year × 10,000 + month × 100 + day, Gregorian.
  var days: [UInt32]
  /// The month whose sitemap lists the story: year × 100 + month, Gregorian; 0 for none.
  var sitemapMonths: [UInt32]
  var changes: [Timestamp?]
  var marks: [Marks]

  struct Marks: OptionSet {
    let rawValue: UInt8

    static let pinned = Marks(rawValue: 1)
    static let hasCorrections = Marks(rawValue: 2)
  }

  init(count: Int, editions: Int) {
    live = Array(repeating: [], count: editions)
    days = Array(repeating: 0, count: count)
    sitemapMonths = Array(repeating: 0, count: count)
    changes = Array(repeating: nil, count: count)
    marks = Array(repeating: [], count: count)
  }
}

// MARK: - Records and cards

extension IndexBuilder {
  private mutating func readCodes() {
    for (number, record) in (contents.records.authors ?? []).enumerated() {
      for code in record.codes { index.codes[code.value] = number }
    }
  }

  /// The sections of the settings exist whether or not they have a story.
  private mutating func openSections() {
    for (number, settings) in editions.enumerated() {
      for section in settings.sections { terms.openSection(section.value, edition: number) }
    }
  }

  private mutating func readCards() {
    let cards = contents.cards
    index.identifiers.reserve(cards.count)
    for id in 0..<CardID(cards.count) { read(cards[id], id) }
  }

  private mutating func read(_ card: Card, _ id: CardID) {
    let state = card.state(at: index.moment)
    index.states.append(state)
    // A draft without a date is shown as if it were published now.
    let hasDate = card.time(.date) != nil
    let publication = hasDate ? card.publication : index.moment.now.seconds
    index.publications.append(publication)
    if let text = card.text(.id) { identify(card, id, text) }
    guard state == .live || state == .unlisted else { return }
    let edition = card.edition
    if let key = card.text(.section) {
      index.sections[Int(id)] = terms.section(key, edition: edition)
    }
    guard state == .live else { return }
    facts.live[edition].append(OrderedStory(publication: publication, id: id))
    readTerms(card, id, edition)
    readDays(card, id, publication)
    facts.changes[Int(id)] = card.lastChange
    if card.isPinned(at: index.moment) { facts.marks[Int(id)].insert(.pinned) }
    if card.flags.contains(.hasCorrections) { facts.marks[Int(id)].insert(.hasCorrections) }
  }

  private mutating func identify(_ card: Card, _ id: CardID, _ text: ByteView) {
    let key = StoryKey(edition: card.edition, hash: Fingerprint(of: text).low)
    guard let first = index.identifiers.insert(id, for: key) else { return }
    diagnostics.append(
      IndexProblem.repeatedID(text.string, of: card, first: contents.cards[first]).words)
  }

  private mutating func readTerms(_ card: Card, _ id: CardID, _ edition: Int) {
    for item in card.list(.tags) {
      let term = terms.tag(item, edition: edition)
      if !index.tags[id].contains(term) { index.tags.append(term, to: id) }
    }
    for item in card.list(.authors) {
      let term = terms.author(item.text, edition: edition)
      index.authors.append(term, to: id)
      if let problem = terms.unknownAuthor(term, at: item.range, in: card) {
        diagnostics.append(problem.words)
      }
    }
    if let series = card.text(.series) {
      index.seriesOf[Int(id)] = terms.series(series, edition: edition)
    }
  }

  private mutating func readDays(_ card: Card, _ id: CardID, _ publication: Int64) {
    let written = UInt32(clamping: card.civilDay)
    // Only an embargo, or no date at all, puts the publication on another day.
    let isOnDate = written > 0 && card.time(.embargo) == nil
    let day = isOnDate ? written : civilDay(of: publication, card.edition)
    facts.days[Int(id)] = day
    if card.isInSitemap { facts.sitemapMonths[Int(id)] = (written > 0 ? written : day) / 100 }
  }

  private func civilDay(of instant: Int64, _ edition: Int) -> UInt32 {
    let date = contents.zones[edition].local(at: Instant(seconds: instant)).date
    return UInt32(clamping: date.year * 10_000 + date.month * 100 + date.day)
  }
}
