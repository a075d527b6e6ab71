/// The form of an article's URL, below the edition's base path: `/{section}/{year}/{month}/{slug}/`.
package struct PermalinkPattern: Hashable, Sendable {
  /// The pattern as written.
  package var text: String
  /// The components between slashes; a component may mix text and tokens: `{day}-{slug}`.
  package var components: [[Piece]]
  /// Whether it ends with `/`, so that the file is an `index.html`; else the last component names it.
  package var endsWithSlash: Bool

  package init(text: String, components: [[Piece]], endsWithSlash: Bool) {
    self.text = text
    self.components = components
    self.endsWithSlash = endsWithSlash
  }

  /// A part of a component.
  package enum Piece: Hashable, Sendable {
    case text(String)
    case token(Token)
  }

  /// What stands for a property of the story; dates are Gregorian, in the edition's zone.
  package enum Token: String, CaseIterable, Hashable, Sendable {
    case section, year, month, day, slug, id
  }

  /// The pattern of a site that sets none.
  package static let standard = PermalinkPattern(
    text: "/{section}/{year}/{month}/{slug}/",
    components: [[.token(.section)], [.token(.year)], [.token(.month)], [.token(.slug)]],
    endsWithSlash: true)
}
