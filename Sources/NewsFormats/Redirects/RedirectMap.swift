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
}
