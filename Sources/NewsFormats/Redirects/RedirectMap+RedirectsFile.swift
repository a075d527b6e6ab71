package import Bytes

/// `_redirects`, the file that Netlify, Cloudflare Pages and others read.
///
/// Netlify has no limit, Cloudflare takes the first 2,000 rules of 1,000 characters each. Neither
/// can answer 410: a withdrawn story is its tombstone page there.
extension RedirectMap {
  /// Writes `_redirects` as Netlify and Cloudflare Pages read it.
  package func writeRedirectsFile(into out: inout ByteBuffer) {
    for redirect in redirects {
      out.append(uri: redirect.from, for: .redirectSource)
      out.append(" ")
      out.append(uri: redirect.to, for: .redirectTarget)
      out.append(" 301\n")
    }
  }
}
