/// A picture that a feed points to.
package struct FeedPicture: Hashable, Sendable {
  package var url: String
  /// Such as `image/jpeg`; left out when empty.
  package var mimeType: String
  /// Pixels; 0 when not known.
  package var width: Int
  package var height: Int
  /// The alternative text.
  package var alternative: String
  package var caption: String
  package var credit: String

  package init(
    url: String, mimeType: String = "", width: Int = 0, height: Int = 0,
    alternative: String = "", caption: String = "", credit: String = ""
  ) {
    self.url = url
    self.mimeType = mimeType
    self.width = width
    self.height = height
    self.alternative = alternative
    self.caption = caption
    self.credit = credit
  }
}
