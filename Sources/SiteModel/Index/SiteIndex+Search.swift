extension SiteIndex {
  /// The place of a story in a list that is ordered by publication; nothing when it is not there.
  package func position(of id: CardID, in stories: [CardID]) -> Int? {
    let wanted = publications[Int(id)]
    var low = 0
    var high = stories.count
    while low < high {
      let middle = (low + high) / 2
      if publications[Int(stories[middle])] < wanted { low = middle + 1 } else { high = middle }
    }
    while low < stories.count, publications[Int(stories[low])] == wanted {
      if stories[low] == id { return low }
      low += 1
    }
    return nil
  }

  /// The stories before and after a story in a list by publication.
  package func neighbours(of id: CardID, in list: ListID) -> (older: CardID?, newer: CardID?) {
    let stories = lists[Int(list)].stories
    guard let place = position(of: id, in: stories) else { return (nil, nil) }
    return (
      place > 0 ? stories[place - 1] : nil, place + 1 < stories.count ? stories[place + 1] : nil
    )
  }

  /// What the sitemap of a month lists; `month` is year × 100 + month, Gregorian.
  package func sitemap(ofEdition edition: Int, inMonth month: Int) -> SitemapMonth? {
    editions[edition].sitemap.first { $0.month == month }
  }
}
