internal import Bytes
internal import Localization
package import SiteModel

/// What `warta list` says of a story.
package struct StoryRow: Hashable, Sendable {
  package var path: String
  package var title: String
  package var state: StoryState
  /// RFC 3339, with the offset that the story gives; nothing for a draft without a date.
  package var date: String?
  package var edition: String
  package var section: String?
  package var tags: [String]
  package var authors: [String]
  /// Root-relative; of a story that is held, nothing.
  package var url: String?

  init(_ id: CardID, _ snapshot: Snapshot) {
    let card = snapshot.card(id)
    path = card.string(.path) ?? ""
    title = card.string(.title) ?? ""
    state = snapshot.index.states[Int(id)]
    date = card.time(.date).map { time in
      var text = ByteBuffer(capacity: 32)
      text.append(
        rfc3339: Instant(seconds: time.seconds), offset: Int(time.offsetMinutes) * 60)
      return text.string()
    }
    edition = snapshot.settings.editions[card.edition].key.value
    section = card.string(.section)
    tags = card.list(.tags).map(\.text.string)
    authors = card.list(.authors).map(\.text.string)
    url = snapshot.url(ofArticle: id)?.string
  }
}

extension InspectedSite {
  /// The stories that `filter` lets through, newest first; those without a date come first of all.
  package func stories(_ filter: StoryFilter) -> [StoryRow] {
    let index = snapshot.index
    let order = (0..<CardID(snapshot.cards.count)).sorted { a, b in
      let (first, second) = (index.publications[Int(a)], index.publications[Int(b)])
      return first != second ? first > second : a < b
    }
    return order.lazy.map { StoryRow($0, snapshot) }.filter { filter.matches($0) }
  }
}
