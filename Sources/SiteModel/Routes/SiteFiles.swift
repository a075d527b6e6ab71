/// A file of the site that is published as it is, or under a hashed name.
package struct SiteFile: Hashable, Sendable {
  /// The source path, relative to the site.
  package var source: String
  /// The path below the output folder.
  package var output: String

  package init(source: String, output: String) {
    self.source = source
    self.output = output
  }
}

/// What is known of a picture without decoding it.
package struct PictureFile: Hashable, Sendable {
  /// The source path, relative to the site.
  package var path: String
  /// Pixels; nothing when the file's header is not understood.
  package var width: Int?
  package var height: Int?
  /// The media type (RFC 6838).
  package var mediaType: String?
  /// Bytes.
  package var size: Int

  package init(path: String, width: Int?, height: Int?, mediaType: String?, size: Int) {
    self.path = path
    self.width = width
    self.height = height
    self.mediaType = mediaType
    self.size = size
  }
}
