package import Bytes

/// Rewrites rendered HTML for readers that see it elsewhere: feeds and newsletters.
package enum FeedHTML {
  /// Appends `html` to `output` with every URL absolute and only what feed readers accept.
  ///
  /// `href`, `src`, `srcset`, `poster` and `cite` are resolved against `page`, the full address of
  /// the page that holds the HTML. Elements beyond the feed's allow-list lose their tags (scripts,
  /// styles, forms and frames their content too); ids, classes and loading hints go, and so do
  /// attributes with an address that is not http, https, mailto or tel.
  package static func rewrite(
    _ html: Span<UInt8>, page: String, into output: inout ByteBuffer
  ) {
    var rewriter = HTMLRewriter(page: page, allowList: .feeds)
    rewriter.rewrite(html, into: &output)
  }

  /// Appends `html` to `output` with every URL absolute and everything else untouched.
  package static func makeURLsAbsolute(
    _ html: Span<UInt8>, page: String, into output: inout ByteBuffer
  ) {
    var rewriter = HTMLRewriter(page: page, allowList: nil)
    rewriter.rewrite(html, into: &output)
  }
}
