internal import Localization

// MARK: - Lists

extension IndexBuilder {
  /// Lists lie in this order: those of the editions, those of the terms, those of the months.
  mutating func openLists() {
    for edition in editions.indices {
      var own = EditionIndex()
      own.stories = addList(.edition(edition), edition)
      own.corrections = addList(.corrections(edition: edition), edition)
      own.sections = terms.sections[edition]
      index.editions.append(own)
    }
    index.terms = terms.terms
    for term in index.terms.indices {
      let list = addList(.term(TermID(term)), index.terms[term].edition)
      index.terms[term].list = list
      index.lists[Int(list)].stories.reserveCapacity(terms.mentions[term].count)
    }
  }

  private mutating func addList(_ subject: ListSubject, _ edition: Int) -> ListID {
    index.lists.append(
      StoryList(
        subject: subject, edition: edition, stories: [], pageSize: editions[edition].perPage))
    return ListID(index.lists.count - 1)
  }

  /// Puts every live story into the lists that it belongs to, oldest first.
  mutating func fillLists() {
    for edition in editions.indices {
      facts.live[edition].sort(contents.cards)
      let stories = facts.live[edition].map(\.id)
      var archive = ArchiveCalendar(editions[edition].calendar)
      for id in stories {
        placeInTerms(id)
        placeInArchive(id, edition, archive.month(of: facts.days[Int(id)]))
        index.editions[edition].newestChange.advance(to: facts.changes[Int(id)])
        placeInSitemap(id, edition)
        let marks = facts.marks[Int(id)]
        if marks.contains(.pinned) { index.editions[edition].pinned.append(id) }
        if marks.contains(.hasCorrections) { append(id, to: index.editions[edition].corrections) }
      }
      index.editions[edition].pinned.reverse()
      index.lists[Int(index.editions[edition].stories)].stories = stories
    }
  }

  private mutating func placeInTerms(_ id: CardID) {
    let section = index.sections[Int(id)]
    if section != SiteIndex.noTerm { append(id, to: index.terms[Int(section)].list) }
    for term in index.tags[id] { append(id, to: index.terms[Int(term)].list) }
    for term in index.authors[id] { append(id, to: index.terms[Int(term)].list) }
    let series = index.seriesOf[Int(id)]
    if series != SiteIndex.noTerm { append(id, to: index.terms[Int(series)].list) }
  }

  /// Somebody may be credited twice, as author and as photographer, say.
  private mutating func append(_ id: CardID, to list: ListID) {
    guard index.lists[Int(list)].stories.last != id else { return }
    index.lists[Int(list)].stories.append(id)
  }

  private mutating func placeInArchive(
    _ id: CardID, _ edition: Int, _ month: ArchiveCalendar.Month
  ) {
    let subject = ListSubject.month(edition: edition, year: month.year, month: month.month)
    // Stories come oldest first, so a month is over when the next one begins.
    if let last = index.editions[edition].months.last, index.lists[Int(last)].subject == subject {
      return append(id, to: last)
    }
    let list = addList(subject, edition)
    index.editions[edition].months.append(list)
    append(id, to: list)
  }

  private mutating func placeInSitemap(_ id: CardID, _ edition: Int) {
    let month = Int(facts.sitemapMonths[Int(id)])
    guard month > 0 else { return }
    let place = index.editions[edition].sitemap.open(month)
    index.editions[edition].sitemap[place].stories.append(id)
    index.editions[edition].sitemap[place].newestChange.advance(to: facts.changes[Int(id)])
  }
}

extension [SitemapMonth] {
  /// The place of a month among those that are sorted by number; it is made where it is missing.
  fileprivate mutating func open(_ month: Int) -> Int {
    // An embargo may end months after the date, so the month need not be the last one.
    var place = endIndex
    while place > 0, self[place - 1].month > month { place -= 1 }
    if place > 0, self[place - 1].month == month { return place - 1 }
    insert(SitemapMonth(month: month, stories: []), at: place)
    return place
  }
}

extension Timestamp? {
  /// Takes over a later time; of equal ones the first stays.
  fileprivate mutating func advance(to other: Timestamp?) {
    guard let other else { return }
    if let own = self, own.seconds >= other.seconds { return }
    self = other
  }
}

/// Tells which month of the archive a day belongs to.
struct ArchiveCalendar {
  /// A month in the calendar of the edition.
  struct Month {
    var year: Int
    var month: Int
  }

  private let calendar: CalendarSystem
  /// The day that was asked for last: stories come in order, so the next one asks for it again.
  private var day: UInt32 = 0
  private var answer = Month(year: 0, month: 0)

  init(_ calendar: CalendarSystem) {
    self.calendar = calendar
  }

  /// The month of a Gregorian day, which is year × 10,000 + month × 100 + day.
  mutating func month(of day: UInt32) -> Month {
    if day == self.day { return answer }
    self.day = day
    let (year, month) = (Int(day) / 10_000, Int(day) / 100 % 100)
    let date = CivilDate(year: year, month: month, day: Int(day) % 100)
    let own = date.map { calendar.day(of: $0) }
    answer = Month(year: own?.year ?? year, month: own?.month ?? month)
    return answer
  }
}
