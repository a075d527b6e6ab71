package import FrontMatter

/// An entry of `sections.yaml`: the name, URL and words of a section in every edition.
package struct SectionRecord: Hashable, Sendable {
  package var key: Located<String>
  package var name: EditionText
  package var slug: EditionText?
  package var description: EditionText?
  package var image: ImageReference?
  package var layout: Located<String>?
  package var extra: DataValue = .emptyMap
  /// What the entry says, wherever it stands in the file.
  package var fingerprint: UInt64 = 0

  package init(key: Located<String>, name: EditionText) {
    self.key = key
    self.name = name
  }
}

/// An entry of `tags.yaml`: the name of a tag in every edition, and its other spellings.
package struct TagRecord: Hashable, Sendable {
  package var key: Located<String>
  package var name: EditionText
  package var slug: EditionText?
  /// Further spellings that front matter may use.
  package var aliases: [Located<String>] = []
  package var description: EditionText?
  package var image: ImageReference?
  package var sameAs: [String] = []
  package var extra: DataValue = .emptyMap
  /// What the entry says, wherever it stands in the file.
  package var fingerprint: UInt64 = 0

  package init(key: Located<String>, name: EditionText) {
    self.key = key
    self.name = name
  }
}
