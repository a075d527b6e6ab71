/// A picture with its rights: schema.org's `ImageObject`.
package struct PictureNode: Hashable, Sendable {
  /// The absolute address of the file.
  package var url: String
  /// Pixels; 0 when not known.
  package var width: Int
  package var height: Int
  package var caption: String?
  package var credit: String?
  /// The address of the licence, or its words.
  package var license: String?

  package init(
    url: String, width: Int = 0, height: Int = 0, caption: String? = nil, credit: String? = nil,
    license: String? = nil
  ) {
    self.url = url
    self.width = width
    self.height = height
    self.caption = caption
    self.credit = credit
    self.license = license
  }
}
