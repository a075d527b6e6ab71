internal import Bytes
package import Diagnostics
internal import SiteModel

/// Checks the stories that front matter names under `related`.
package enum RelatedCheck {
  /// An error for each name that is no story, and a warning where a shown story names a held one.
  package static func diagnostics(_ snapshot: Snapshot) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for id in 0..<CardID(snapshot.cards.count) {
      let card = snapshot.card(id)
      for reference in card.list(.related) {
        let name = reference.text.string
        let location = card.location(reference.range)
        guard let other = snapshot.story(name, besides: card) else {
          let known = snapshot.cards.paths(inFolder: card.string(.path)?.folder ?? "")
          diagnostics.append(
            ContentMessages.unknownRelated(
              name, at: location, known: known.map(\.lastComponent)))
          continue
        }
        let states = snapshot.index.states
        if states[Int(id)].hasPage, states[Int(other)] != .live {
          diagnostics.append(ContentMessages.heldRelated(name, at: location))
        }
      }
    }
    return diagnostics
  }
}
