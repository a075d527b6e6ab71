internal import Bytes

extension FeedItem {
  /// The body, fit for feeds; nothing when only the summary is published.
  func feedBody() -> ByteBuffer? {
    guard let body else { return nil }
    var html = ByteBuffer(capacity: body.count + body.count / 4)
    FeedBody(pageURL: url).write(body.span, into: &html)
    return html
  }
}
