internal import Bytes
package import Diagnostics
internal import Localization

/// Decides who is shown where: makes a `SiteIndex` of what Load made.
///
/// The steps run once, in the order of `build()`; each reads what the ones before it made.
package struct IndexBuilder {
  private let contents: SiteContents
  private var index: SiteIndex
  private var diagnostics: [Diagnostic] = []
  private var termIDs: [TermIdentity: TermID] = [:]
  private var knownTags: [UInt64: Int] = [:]
  private var knownAuthors: [String: Int] = [:]
  private var spellings = TagSpellings()

  /// What makes two mentions of a term the same.
  private struct TermIdentity: Hashable {
    var kind: Term.Kind
    var edition: Int
    var identity: UInt64
  }

  /// The index of `contents` at `moment`, and what is wrong between the stories.
  package static func build(
    _ contents: SiteContents, at moment: BuildMoment
  ) -> (index: SiteIndex, diagnostics: [Diagnostic]) {
    var builder = IndexBuilder(contents, moment)
    builder.decideStates()
    builder.checkIdentifiers()
    builder.readRecords()
    builder.openEditions()
    builder.fillLists()
    builder.closeEditions()
    builder.linkTranslations()
    return (builder.index, builder.diagnostics)
  }

  private init(_ contents: SiteContents, _ moment: BuildMoment) {
    self.contents = contents
    index = SiteIndex(moment: moment, count: contents.cards.count)
  }

  private var cards: CardTable { contents.cards }
  private var editions: [EditionSettings] { contents.settings.editions }
}

// MARK: - Stories

extension IndexBuilder {
  private mutating func decideStates() {
    index.states.reserveCapacity(cards.count)
    index.publications.reserveCapacity(cards.count)
    for id in 0..<CardID(cards.count) {
      let card = cards[id]
      index.states.append(card.state(at: index.moment))
      // A draft without a date is shown as if it were published now.
      let hasDate = card.time(.date) != nil
      index.publications.append(hasDate ? card.publication : index.moment.now.seconds)
    }
  }

  private mutating func checkIdentifiers() {
    for id in 0..<CardID(cards.count) {
      let card = cards[id]
      guard let text = card.text(.id) else { continue }
      let key = StoryKey(edition: card.edition, hash: Fingerprint(of: text).low)
      if let first = index.identifiers.updateValue(id, forKey: key) {
        index.identifiers[key] = first
        diagnostics.append(
          IndexProblem.repeatedID(text.string, of: card, first: cards[first]).words)
      }
    }
  }

  /// The live stories of `edition`, oldest first.
  private func liveStories(of edition: Int) -> [CardID] {
    let live = (0..<CardID(cards.count)).filter {
      index.states[Int($0)] == .live && cards[$0].edition == edition
    }
    return live.sorted { precedes($0, $1) }
  }

  /// The order of lists: instant of publication, then id, then path.
  private func precedes(_ a: CardID, _ b: CardID) -> Bool {
    let (first, second) = (index.publications[Int(a)], index.publications[Int(b)])
    if first != second { return first < second }
    let (cardA, cardB) = (cards[a], cards[b])
    let (nameA, nameB) = (
      cardA.text(.id) ?? cardA.text(.path), cardB.text(.id) ?? cardB.text(.path)
    )
    guard let nameA, let nameB, !(nameA == nameB) else { return a < b }
    return nameA.lexicographicallyPrecedes(nameB)
  }
}

// MARK: - Records

extension IndexBuilder {
  private mutating func readRecords() {
    for (number, record) in contents.records.tags.enumerated() {
      for spelling in [record.key.value] + record.name.all + record.aliases.map(\.value) {
        knownTags[TagIdentity.of(spelling), default: number] = number
      }
    }
    for (number, record) in (contents.records.authors ?? []).enumerated() {
      knownAuthors[record.key.value] = number
      for code in record.codes { index.codes[code.value] = number }
    }
  }

  private mutating func openEditions() {
    for (number, settings) in editions.enumerated() {
      var edition = EditionIndex()
      edition.stories = addList(.edition(number), number)
      edition.corrections = addList(.corrections(edition: number), number)
      index.editions.append(edition)
      for section in settings.sections { openSection(section.value, edition: number) }
    }
  }

  private mutating func addList(_ subject: ListSubject, _ edition: Int) -> ListID {
    index.lists.append(
      StoryList(
        subject: subject, edition: edition, stories: [], pageSize: editions[edition].perPage))
    return ListID(index.lists.count - 1)
  }

  @discardableResult
  private mutating func openSection(_ key: String, edition: Int) -> TermID {
    let identity = TermIdentity(
      kind: .section, edition: edition, identity: Fingerprint.identity(of: key))
    if let known = termIDs[identity] { return known }
    let number = contents.records.sections.firstIndex { $0.key.value == key }
    let record = number.map { contents.records.sections[$0] }
    let editionKey = editions[edition].key.value
    let page = contents.sectionPages.first { $0.section == key && $0.edition == edition }
    let name = page?.metadata.title?.value ?? record?.name.text(in: editionKey) ?? key
    let slug = record?.slug?.text(in: editionKey) ?? key
    let id = addTerm(identity, key: key, name: name, slug: slug, record: number)
    index.editions[edition].sections.append(id)
    return id
  }

  private mutating func addTerm(
    _ identity: TermIdentity, key: String, name: String, slug: String?, record: Int?
  ) -> TermID {
    let id = TermID(index.terms.count)
    let list = addList(.term(id), identity.edition)
    let made = slug ?? slugged(name, key: key, edition: identity.edition)
    index.terms.append(
      Term(
        kind: identity.kind, edition: identity.edition, key: key, name: name, slug: made,
        record: record, list: list))
    termIDs[identity] = id
    return id
  }

  /// A slug of the name, else of the key, else the identity of the key in hexadecimal digits.
  private func slugged(_ name: String, key: String, edition: Int) -> String {
    let settings = editions[edition]
    let mode: Slug.Mode = settings.slugs == .ascii ? .ascii : .native
    return Slug.make(name, mode: mode, language: settings.language)
      ?? Slug.make(key, mode: mode, language: settings.language)
      ?? String(TagIdentity.of(key), radix: 16)
  }
}

// MARK: - Lists

extension IndexBuilder {
  private mutating func fillLists() {
    for edition in editions.indices {
      for id in liveStories(of: edition) { place(id, cards[id], edition) }
    }
    for id in 0..<CardID(cards.count) where index.states[Int(id)] == .unlisted {
      index.sections[Int(id)] = section(of: cards[id])
    }
    diagnostics += spellings.diagnostics
  }

  /// Puts a live story into every list that it belongs to.
  private mutating func place(_ id: CardID, _ card: Card, _ edition: Int) {
    append(id, to: index.editions[edition].stories)
    if card.flags.contains(.hasCorrections) { append(id, to: index.editions[edition].corrections) }
    let section = section(of: card)
    index.sections[Int(id)] = section
    if section != SiteIndex.noTerm { append(id, to: index.terms[Int(section)].list) }
    let tags = tags(of: card, edition)
    let authors = authors(of: card, edition)
    index.tags.set(tags, of: id)
    index.authors.set(authors, of: id)
    for term in tags + authors { append(id, to: index.terms[Int(term)].list) }
    if let series = card.string(.series) {
      let term = openSeries(series, edition)
      index.seriesOf[Int(id)] = term
      append(id, to: index.terms[Int(term)].list)
    }
    placeInArchive(id, edition)
    if card.isPinned(at: index.moment) { index.editions[edition].pinned.insert(id, at: 0) }
  }

  /// Somebody may be credited twice, as author and as photographer, say.
  private mutating func append(_ id: CardID, to list: ListID) {
    guard index.lists[Int(list)].stories.last != id else { return }
    index.lists[Int(list)].stories.append(id)
  }

  private mutating func section(of card: Card) -> TermID {
    guard let key = card.string(.section) else { return SiteIndex.noTerm }
    return openSection(key, edition: card.edition)
  }

  private mutating func tags(of card: Card, _ edition: Int) -> [TermID] {
    var terms: [TermID] = []
    for item in card.list(.tags) {
      let record = knownTags[item.number]
      // Two spellings of one record are one tag.
      let identity = record.map { TagIdentity.of(contents.records.tags[$0].key.value) }
      let key = TermIdentity(kind: .tag, edition: edition, identity: identity ?? item.number)
      let term = termIDs[key] ?? openTag(key, item.text.string, record, edition)
      if record == nil {
        spellings.note(item, of: card, term: term, name: index.terms[Int(term)].name)
      }
      if !terms.contains(term) { terms.append(term) }
    }
    return terms
  }

  private mutating func openTag(
    _ identity: TermIdentity, _ spelling: String, _ record: Int?, _ edition: Int
  ) -> TermID {
    guard let record else {
      return addTerm(identity, key: spelling, name: spelling, slug: nil, record: nil)
    }
    let known = contents.records.tags[record]
    let editionKey = editions[edition].key.value
    return addTerm(
      identity, key: known.key.value, name: known.name.text(in: editionKey) ?? known.key.value,
      slug: known.slug?.text(in: editionKey), record: record)
  }

  private mutating func authors(of card: Card, _ edition: Int) -> [TermID] {
    card.list(.authors).map { item in
      let name = item.text.string
      let record = knownAuthors[name]
      if contents.records.authors != nil, record == nil {
        diagnostics.append(
          IndexProblem.unknownAuthor(name, at: item.range, in: card, known: knownAuthors.keys).words
        )
      }
      let key = TermIdentity(
        kind: .author, edition: edition, identity: Fingerprint.identity(of: name))
      if let known = termIDs[key] { return known }
      let editionKey = editions[edition].key.value
      let known = record.flatMap { contents.records.authors?[$0] }
      let slug = known.map { $0.slug?.text(in: editionKey) ?? $0.key.value }
      return addTerm(
        key, key: name, name: known?.name.text(in: editionKey) ?? name, slug: slug, record: record)
    }
  }

  private mutating func openSeries(_ name: String, _ edition: Int) -> TermID {
    let key = TermIdentity(kind: .series, edition: edition, identity: TagIdentity.of(name))
    if let known = termIDs[key] { return known }
    guard let number = contents.records.series.firstIndex(where: { $0.key.value == name }) else {
      return addTerm(key, key: name, name: name, slug: nil, record: nil)
    }
    let record = contents.records.series[number]
    let editionKey = editions[edition].key.value
    return addTerm(
      key, key: name, name: record.name.text(in: editionKey) ?? name,
      slug: record.slug?.text(in: editionKey) ?? name, record: number)
  }

  private mutating func placeInArchive(_ id: CardID, _ edition: Int) {
    let instant = Instant(seconds: index.publications[Int(id)])
    let date = contents.zones[edition].local(at: instant).date
    let day = editions[edition].calendar.day(of: date)
    let subject = ListSubject.month(edition: edition, year: day.year, month: day.month)
    // Stories come oldest first, so a month is over when the next one begins.
    if let last = index.editions[edition].months.last, index.lists[Int(last)].subject == subject {
      return append(id, to: last)
    }
    let list = addList(subject, edition)
    index.editions[edition].months.append(list)
    append(id, to: list)
  }
}

// MARK: - Order

extension IndexBuilder {
  private mutating func closeEditions() {
    for (number, settings) in editions.enumerated() {
      let collation = Collation(language: settings.language)
      index.editions[number].tags = terms(.tag, number, collation)
      index.editions[number].authors = terms(.author, number, collation)
      index.editions[number].series = terms(.series, number, collation)
      for series in index.editions[number].series { orderParts(of: series) }
      if settings.sections.isEmpty {
        let opened = index.editions[number].sections
        index.editions[number].sections = sorted(opened, collation)
      }
    }
  }

  private func terms(_ kind: Term.Kind, _ edition: Int, _ collation: Collation) -> [TermID] {
    let all = index.terms.indices.filter { number in
      let term = index.terms[number]
      return term.kind == kind && term.edition == edition
    }
    return sorted(all.map { TermID($0) }, collation)
  }

  private func sorted(_ terms: [TermID], _ collation: Collation) -> [TermID] {
    let keyed = terms.map { (collation.key(of: index.terms[Int($0)].name), $0) }
    return keyed.sorted { a, b in
      a.0 == b.0 ? a.1 < b.1 : a.0.lexicographicallyPrecedes(b.0)
    }.map(\.1)
  }

  /// Numbered parts come first in their order, the others after them by date.
  private mutating func orderParts(of series: TermID) {
    let list = Int(index.terms[Int(series)].list)
    let stories = index.lists[list].stories
    let keyed = stories.enumerated().map { ($1, cards[$1].number(.seriesPart) ?? .max, $0) }
    index.lists[list].stories = keyed.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
  }

  /// Stories of one key, or of the same path in several editions, tell the same.
  private mutating func linkTranslations() {
    guard editions.count > 1 else { return }
    var named: [StoryKey: CardID] = [:]
    for id in 0..<CardID(cards.count) where index.states[Int(id)].hasPage {
      let card = cards[id]
      guard let key = card.string(.translationKey) else {
        let path = contents.settings.editionPath(of: card)
        index.translations.insert(id, key: Fingerprint.identity(of: path))
        continue
      }
      let hash = Fingerprint.identity(of: "key:" + key)
      index.translations.insert(id, key: hash)
      let name = StoryKey(edition: card.edition, hash: hash)
      if let first = named.updateValue(id, forKey: name) {
        diagnostics.append(
          IndexProblem.repeatedTranslation(key, of: card, first: cards[first]).words)
      }
    }
  }
}

extension SiteSettings {
  /// The source path of a story below the folder of its edition, without its ending: the same in
  /// two editions links the two.
  package func editionPath(of card: Card) -> String {
    var path = Substring(card.string(.path) ?? "").dropFirst("Content/".count)
    let folder = editions[card.edition].key.value + "/"
    if path.utf8.starts(with: folder.utf8) { path = path.dropFirst(folder.count) }
    for ending in ["/index.md", ".md"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return String(path)
  }
}
