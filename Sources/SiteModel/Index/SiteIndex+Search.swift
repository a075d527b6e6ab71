extension [CardID] {
  /// The place of a story in a list that is ordered by publication; nothing when it is not there.
  ///
  /// `publications` are the instants of publication of all stories, by number.
  package func position(of id: CardID, by publications: [Int64]) -> Int? {
    let wanted = publications[Int(id)]
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if publications[Int(self[middle])] < wanted { low = middle + 1 } else { high = middle }
    }
    while low < count, publications[Int(self[low])] == wanted {
      if self[low] == id { return low }
      low += 1
    }
    return nil
  }

  /// The stories before and after a story in a list that is ordered by publication.
  package func neighbours(
    of id: CardID, by publications: [Int64]
  ) -> (older: CardID?, newer: CardID?) {
    guard let place = position(of: id, by: publications) else { return (nil, nil) }
    return (place > 0 ? self[place - 1] : nil, place + 1 < count ? self[place + 1] : nil)
  }
}

extension SiteIndex {
  /// What the sitemap of a month lists; `month` is year × 100 + month, Gregorian.
  package func sitemap(ofEdition edition: Int, inMonth month: Int) -> SitemapMonth? {
    editions[edition].sitemap.first { $0.month == month }
  }
}
