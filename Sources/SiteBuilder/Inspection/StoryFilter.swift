internal import Diagnostics
package import SiteModel

/// Which stories `warta list` shows.
package struct StoryFilter: Sendable {
  package var state: StoryState?
  package var edition: String?
  package var section: String?
  /// A tag as it is written, whatever its case and letter forms.
  package var tag: String?
  package var author: String?

  package init() {}

  func matches(_ row: StoryRow) -> Bool {
    (state == nil || row.state == state) && (edition == nil || row.edition == edition)
      && (section == nil || row.section == section)
      && (author.map { row.authors.contains($0) } ?? true)
      && (tag.map { tag in row.tags.contains { TagIdentity.of($0) == TagIdentity.of(tag) } } ?? true)
  }
}

extension StoryFilter {
  /// What it asks for that none of `rows` has, each in a sentence with what was probably meant.
  package func misses(among rows: [StoryRow]) -> [String] {
    [
      miss("of the edition", edition, rows.map(\.edition)),
      miss("of the section", section, rows.compactMap(\.section)),
      miss("with the tag", tag, rows.flatMap(\.tags)) { TagIdentity.of($0) == TagIdentity.of($1) },
      miss("of the author", author, rows.flatMap(\.authors)),
    ].compactMap { $0 }
  }

  private func miss(
    _ relation: String, _ wanted: String?, _ known: [String],
    isSame: (String, String) -> Bool = { $0 == $1 }
  ) -> String? {
    guard let wanted, !known.contains(where: { isSame($0, wanted) }) else { return nil }
    let close = Suggestion.closest(to: wanted, in: Set(known).sorted())
    return "there is no story \(relation) '\(wanted)'"
      + (close.map { "; did you mean '\($0)'?" } ?? "")
  }
}
