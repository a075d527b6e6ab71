/// The same page in another language.
package struct Alternate: Hashable, Sendable {
  /// What `hreflang` says: a BCP 47 tag or `x-default`.
  package var language: String
  /// The absolute address.
  package var url: String

  package init(language: String, url: String) {
    self.language = language
    self.url = url
  }
}
