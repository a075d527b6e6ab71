internal import SiteModel

/// The stories of an edition that sitemaps list, month by month, and when they last changed: made
/// in one pass, because every sitemap asks.
struct SitemapMonths: Sendable {
  /// One month.
  struct Month: Sendable {
    /// Gregorian year × 100 + month of the day of publication in the edition's zone.
    var number: Int
    /// In order of publication.
    var stories: [CardID] = []
    var newest: Timestamp?
  }

  /// Sorted by number.
  private(set) var months: [Month] = []
  /// The newest change of any shown story of the edition, listed or not.
  private(set) var newest: Timestamp?

  /// The months of the stories in a list.
  init(_ stories: [CardID], _ cards: CardTable) {
    for id in stories {
      let card = cards[id]
      let change = card.lastChange
      newest = Self.later(newest, change)
      guard card.isInSitemap else { continue }
      let place = place(of: card.civilDay / 100)
      months[place].stories.append(id)
      months[place].newest = Self.later(months[place].newest, change)
    }
  }

  /// The month of a number; nothing when no story is in it.
  func month(_ number: Int) -> Month? {
    let place = firstPlace(notBefore: number)
    return place < months.count && months[place].number == number ? months[place] : nil
  }

  private mutating func place(of number: Int) -> Int {
    // Stories come in order, so their month is nearly always the last.
    if let last = months.last, last.number == number { return months.count - 1 }
    let place = firstPlace(notBefore: number)
    if place == months.count || months[place].number != number {
      months.insert(Month(number: number), at: place)
    }
    return place
  }

  private func firstPlace(notBefore number: Int) -> Int {
    var low = 0
    var high = months.count
    while low < high {
      let middle = (low + high) / 2
      if months[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The later of two times; of equal ones the first.
  private static func later(_ a: Timestamp?, _ b: Timestamp?) -> Timestamp? {
    guard let a, let b else { return a ?? b }
    return b.seconds > a.seconds ? b : a
  }
}
