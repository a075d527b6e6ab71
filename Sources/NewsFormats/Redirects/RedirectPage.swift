package import Bytes
package import Localization

/// The page at an address that has moved, for hosts that cannot redirect.
package struct RedirectPage: Sendable {
  /// The absolute new address.
  package var target: String
  /// The title of the page there, shown as the text of the link.
  package var title: String
  package var language: String
  package var direction: TextDirection

  package init(
    target: String, title: String, language: String, direction: TextDirection = .leftToRight
  ) {
    self.target = target
    self.title = title
    self.language = language
    self.direction = direction
  }

  /// Writes the page to the end of `out`.
  package func write(into out: inout ByteBuffer) {
  }
}
