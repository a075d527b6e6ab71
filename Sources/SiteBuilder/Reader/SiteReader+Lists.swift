internal import Bytes
internal import Incremental
internal import SiteModel

/// Sections, tags, authors and series, and lists of stories.
extension SiteReader {
  /// A section, tag, author or series, to read its key and name.
  func term(_ id: TermID) -> Term {
    note(.term, ofList: list(ofTerm: id))
    return snapshot.index.terms[Int(id)]
  }

  /// What readers see of a term.
  func name(ofTerm id: TermID) -> ByteView {
    note(.term, ofList: list(ofTerm: id))
    return snapshot.labels[id]
  }

  /// The list of a term, which follows from the term.
  func list(ofTerm id: TermID) -> ListID { snapshot.index.terms[Int(id)].list }

  /// The URL of a term's page; nothing when it has none.
  func url(ofTerm id: TermID) -> ByteView? {
    note(.term, ofList: list(ofTerm: id))
    return snapshot.url(ofTerm: id)
  }

  /// The URL of a page of a list, 0 for its front or only page; nothing when there is none.
  func url(ofList list: ListID, page: Int = 0) -> ByteView? {
    if page == 0, case .term(let term) = subject(list) { return url(ofTerm: term) }
    note(.listURL, ofList: list, page)
    return snapshot.url(ofList: list, page: page)
  }

  /// The URL of a page that an edition has once, by its kind.
  func url(ofEdition number: Int, _ kind: RouteKind) -> ByteView? {
    note(.editionURL, ofEdition: number, Int(kind.rawValue))
    return snapshot.url(ofEdition: number, kind)
  }

  /// The URL of the page of a year.
  func url(ofYear year: Int, edition: Int) -> ByteView? {
    note(.yearURL, ofEdition: edition, year)
    return snapshot.url(ofYear: year, edition: edition)
  }

  /// The terms of a kind in an edition, in the order of the navigation or the language.
  ///
  /// Only those with at least `minimum` stories; a section is there without any.
  func terms(_ kind: Term.Kind, edition: Int, minimum: Int = 0) -> [TermID] {
    note(.terms, ofEdition: edition, Int(kind.rawValue), minimum)
    return snapshot.terms(kind, edition: edition, minimum: minimum)
  }

  /// The sections of an edition that have a page, in the order of the navigation.
  func menu(edition: Int) -> [(section: TermID, name: String, url: ByteView)] {
    note(.menu, ofEdition: edition)
    return snapshot.menu(edition: edition)
  }

  /// The tags of an edition that have at least `minimum` stories, those with most stories first.
  func commonTags(edition: Int, minimum: Int, limit: Int) -> [TermID] {
    note(.commonTags, ofEdition: edition, minimum, limit)
    return snapshot.commonTags(edition: edition, minimum: minimum, limit: limit)
  }

  /// A term by its key or name.
  func term(_ kind: Term.Kind, named name: String, edition: Int) -> TermID? {
    let subject = TermNames.subject(
      kind, named: name, edition: snapshot.editionIdentities[edition])
    note(ReadKey(.lookup, subject: subject))
    return snapshot.termNames.term(subject)
  }

  /// The lists of the months of an edition that have stories, oldest first.
  func months(edition: Int) -> [ListID] {
    note(.months, ofEdition: edition)
    return snapshot.index.editions[edition].months
  }

  /// The months with stories before and after a month of the archive.
  func months(besides list: ListID) -> (previous: ListID?, next: ListID?) {
    note(.besideMonths, ofList: list)
    return snapshot.months(besides: list)
  }

  /// The years with stories before and after a year of the archive.
  func years(besides year: Int, edition: Int) -> (previous: Int?, next: Int?) {
    note(.besideYears, ofEdition: edition, year)
    return snapshot.years(besides: year, edition: edition)
  }

  /// Stories of a list from the newest on.
  func slice(_ list: ListID, offset: Int = 0, limit: Int) -> [CardID] {
    note(.slice, ofList: list, offset, limit)
    return Array(snapshot.index.lists[Int(list)].stories.reversed().dropFirst(offset).prefix(limit))
  }

  /// All stories of a list in its own order; a series has one that is not by date.
  func stories(_ list: ListID) -> [CardID] {
    note(.slice, ofList: list, 0, Int(UInt32.max))
    return snapshot.index.lists[Int(list)].stories
  }

  /// The stories of a page of a list, newest first: 0 is the front.
  func page(_ number: Int, of list: ListID) -> [CardID] {
    note(.page, ofList: list, number)
    return snapshot.index.lists[Int(list)].page(number).reversed()
  }

  /// Whether a numbered page is the last, whose newer neighbour is the front.
  func isLastPage(_ number: Int, of list: ListID) -> Bool {
    note(.page, ofList: list, number)
    return number == snapshot.index.lists[Int(list)].paging.numberedPages
  }

  /// The number of stories in a list.
  func count(_ list: ListID) -> Int {
    note(.count, ofList: list)
    return snapshot.index.lists[Int(list)].stories.count
  }

  /// The number of numbered pages of a list.
  func numberedPages(_ list: ListID) -> Int {
    note(.pages, ofList: list)
    return snapshot.index.lists[Int(list)].paging.numberedPages
  }

  /// Whether a tag has too few stories to be worth finding.
  func isThin(_ term: TermID) -> Bool {
    note(.isThin, ofList: list(ofTerm: term))
    return snapshot.index.lists[Int(list(ofTerm: term))].isThin
  }

  /// The tags that stories of a tag have most often besides it.
  func tags(besides id: TermID) -> [TermID] {
    note(.besides, ofList: list(ofTerm: id))
    return snapshot.tags(besides: id)
  }

  /// The pinned stories of an edition or of one of its sections, newest first.
  func pinned(edition: Int, section: TermID? = nil) -> [CardID] {
    let list = section.map { self.list(ofTerm: $0) } ?? snapshot.index.editions[edition].stories
    note(.pinned, ofList: list)
    return snapshot.pinned(list)
  }

  /// The feeds of a list, in the order of formats.
  func feeds(of list: ListID) -> [(format: FeedFormat, url: ByteView)] {
    note(.feeds, ofList: list)
    return snapshot.feeds(of: list)
  }

  /// The feeds of an edition's front.
  func feeds(ofEdition edition: Int) -> [(format: FeedFormat, url: ByteView)] {
    feeds(of: snapshot.index.editions[edition].stories)
  }

  /// What a list is about, which follows from the list.
  func subject(_ list: ListID) -> ListSubject { snapshot.index.lists[Int(list)].subject }
}

// MARK: - Answers

extension EditionIndex {
  /// The terms of a kind in their order.
  func terms(_ kind: Term.Kind) -> [TermID] {
    switch kind {
    case .section: sections
    case .tag: tags
    case .author: authors
    case .series: series
    }
  }
}

extension StoryList {
  /// The stories of a page, oldest first: 0 is the front.
  func page(_ number: Int) -> ArraySlice<CardID> {
    stories[number == 0 ? paging.front : paging.page(number)]
  }

  /// Whether a tag of these stories is not worth finding.
  var isThin: Bool { stories.count < 3 }
}

extension Snapshot {
  func url(ofEdition number: Int, _ kind: RouteKind) -> ByteView? {
    let own = routes.editions[number]
    switch kind {
    case .front: return url(ofRoute: own.front)
    case .tags: return url(ofRoute: own.tags)
    case .authors: return url(ofRoute: own.authors)
    case .archive: return url(ofRoute: own.archive)
    case .corrections: return url(ofRoute: own.corrections)
    default: return nil
    }
  }

  func url(ofYear year: Int, edition: Int) -> ByteView? {
    routes.years[YearKey(edition: edition, year: year)].flatMap { url(ofRoute: $0) }
  }

  func months(besides list: ListID) -> (previous: ListID?, next: ListID?) {
    index.editions[index.lists[Int(list)].edition].months.neighbours(of: list)
  }

  func years(besides year: Int, edition: Int) -> (previous: Int?, next: Int?) {
    var years: [Int] = []
    for list in index.editions[edition].months {
      guard case .month(_, let year, _) = index.lists[Int(list)].subject else { continue }
      if years.last != year { years.append(year) }
    }
    return years.neighbours(of: year)
  }

  func feeds(of list: ListID) -> [(format: FeedFormat, url: ByteView)] {
    FeedFormat.allCases.compactMap { format in
      guard let route = routes.feeds[FeedKey(list: list, format: format)],
        let url = url(ofRoute: route)
      else { return nil }
      return (format, url)
    }
  }

  func pinned(_ list: ListID) -> [CardID] {
    let own = index.lists[Int(list)]
    let all = index.editions[own.edition].pinned
    guard case .term(let section) = own.subject else { return all }
    return all.filter { index.sections[Int($0)] == section }
  }

  func terms(_ kind: Term.Kind, edition: Int, minimum: Int) -> [TermID] {
    let all = index.editions[edition].terms(kind)
    return minimum <= 0 ? all : all.filter { storyCount($0) >= minimum }
  }

  func menu(edition: Int) -> [(section: TermID, name: String, url: ByteView)] {
    index.editions[edition].sections.compactMap { section in
      url(ofTerm: section).map { (section, index.terms[Int(section)].name, $0) }
    }
  }

  private func storyCount(_ term: TermID) -> Int {
    index.lists[Int(index.terms[Int(term)].list)].stories.count
  }

  func commonTags(edition: Int, minimum: Int, limit: Int) -> [TermID] {
    let counted = index.editions[edition].tags.enumerated().map { place, term in
      (term: term, place: place, count: storyCount(term))
    }
    // The order by name stays among equal counts.
    return counted.filter { $0.count >= minimum }
      .sorted { a, b in a.count != b.count ? a.count > b.count : a.place < b.place }
      .prefix(limit).map(\.term)
  }

  /// At most eight tags: more often beside `id` first, then by name.
  func tags(besides id: TermID) -> [TermID] {
    var counts = [UInt32](repeating: 0, count: index.terms.count)
    var seen: [TermID] = []
    for story in index.lists[Int(index.terms[Int(id)].list)].stories {
      for tag in index.tags[story] where tag != id {
        if counts[Int(tag)] == 0 { seen.append(tag) }
        counts[Int(tag)] += 1
      }
    }
    // Most tags stand beside once: only those that can be among the first are put in order.
    let limit = 8
    var floor: UInt32 = 0
    if seen.count > limit {
      floor = seen.map { counts[Int($0)] }.sorted(by: >)[limit - 1]
    }
    let order = seen.filter { counts[Int($0)] >= floor }.sorted { a, b in
      let (first, second) = (counts[Int(a)], counts[Int(b)])
      if first != second { return first > second }
      let (nameA, nameB) = (index.terms[Int(a)].name, index.terms[Int(b)].name)
      return nameA != nameB ? nameA < nameB : identity(ofTerm: a) < identity(ofTerm: b)
    }
    return Array(order.prefix(limit))
  }
}

extension Array where Element: Equatable {
  /// The elements before and after the first that equals `element`.
  fileprivate func neighbours(of element: Element) -> (previous: Element?, next: Element?) {
    guard let place = firstIndex(of: element) else { return (nil, nil) }
    return (place > 0 ? self[place - 1] : nil, place + 1 < count ? self[place + 1] : nil)
  }
}
