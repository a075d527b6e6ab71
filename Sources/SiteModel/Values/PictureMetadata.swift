/// What is known about a picture besides its file: the words that stand with it.
package struct PictureMetadata: Hashable, Sendable {
  package var alt: String?
  package var caption: String?
  package var credit: String?
  package var license: String?
  /// The picture adds nothing to the text, so that a missing `alt` is meant.
  package var isDecorative = false

  package init() {}
}

/// A picture named in front matter, settings or a record: `{src, alt, caption, credit, license}`.
package struct ImageReference: Hashable, Sendable {
  /// The path as written, relative to the file or, with a leading `/`, to `static/`; or a URL.
  package var source: Located<String>
  package var metadata: PictureMetadata

  package init(source: Located<String>, metadata: PictureMetadata = .init()) {
    self.source = source
    self.metadata = metadata
  }
}

/// An entry of `pictures`: the words for one file, wherever the story shows it.
package struct PictureEntry: Hashable, Sendable {
  /// The file name as written.
  package var file: Located<String>
  package var metadata: PictureMetadata

  package init(file: Located<String>, metadata: PictureMetadata) {
    self.file = file
    self.metadata = metadata
  }
}
