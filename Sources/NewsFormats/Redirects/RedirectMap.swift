package import Bytes
/// All redirects and withdrawn addresses of a site, in the forms that servers read.
///
/// The order is kept: whoever fills it sorts it.
package struct RedirectMap: Sendable {
  package var redirects: [Redirect]
  /// Paths of stories that were withdrawn (410).
  package var gone: [String]

  package init(redirects: [Redirect] = [], gone: [String] = []) {
    self.redirects = redirects
    self.gone = gone
  }

  /// Writes `_redirects` as Netlify and Cloudflare Pages read it.
  package func writeRedirectsFile(into out: inout ByteBuffer) {
  }

  /// Writes entries for an nginx `map $uri $target`, to be included.
  package func writeNginxRedirects(into out: inout ByteBuffer) {
  }

  /// Writes entries for an nginx `map $uri $gone`, to be included.
  package func writeNginxGone(into out: inout ByteBuffer) {
  }
}
