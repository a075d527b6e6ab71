package import FrontMatter

/// An entry of `authors.yaml`: somebody whose key may stand in `authors`.
package struct AuthorRecord: Hashable, Sendable {
  package var key: Located<String>
  package var name: EditionText
  package var slug: EditionText?
  /// Sign-off codes that stand for this author: `sl`.
  package var codes: [Located<String>] = []
  package var jobTitle: EditionText?
  package var bio: EditionText?
  package var email: String?
  package var links: [NamedLink] = []
  package var image: ImageReference?
  package var description: EditionText?
  /// URLs of the same author elsewhere.
  package var sameAs: [String] = []
  /// A desk or agency rather than a person.
  package var isOrganization = false
  package var extra: DataValue = .emptyMap
  /// What the entry says, wherever it stands in the file.
  package var fingerprint: UInt64 = 0

  package init(key: Located<String>, name: EditionText) {
    self.key = key
    self.name = name
  }
}

/// A link with its text: an entry of a menu or of an author's `links`.
package struct NamedLink: Hashable, Sendable {
  package var title: String
  package var url: Located<String>

  package init(title: String, url: Located<String>) {
    self.title = title
    self.url = url
  }
}
