package import FrontMatter

/// `site.yaml`, typed, with every default resolved.
///
/// What a site and an edition may both set is resolved into the edition: its own value, else the
/// site's, else the default.
package struct SiteSettings: Hashable, Sendable {
  package var baseURL: BaseURL
  /// The site's own title; with one edition, that edition's.
  package var title: String
  /// At least one; the first is the default edition.
  package var editions: [EditionSettings]
  package var theme: ThemeChoice = .builtin
  package var ignore: [Located<String>] = []
  /// The name that identifies stories in feeds for ever: a host, without scheme or path.
  package var idAuthority: String
  /// The publisher as the site gives it; editions carry their own copy.
  package var organization = Organization()
  /// The `publish` mapping, which the publisher reads.
  package var publish: DataValue = .emptyMap
  package var extra: DataValue = .emptyMap
  /// What the file says besides its editions, wherever it says it.
  package var fingerprint: UInt64 = 0

  package init(baseURL: BaseURL, title: String, editions: [EditionSettings], idAuthority: String) {
    self.baseURL = baseURL
    self.title = title
    self.editions = editions
    self.idAuthority = idAuthority
  }
}

/// Where templates come from that the site does not have.
package enum ThemeChoice: String, CaseIterable, Hashable, Sendable {
  case builtin, none
}

/// Where the site is served: an `http` or `https` URL without query and fragment.
package struct BaseURL: Hashable, Sendable {
  /// Scheme and authority: `https://kabar.example`.
  package var origin: String
  /// The host in lower case, without port: `kabar.example`.
  package var host: String
  /// What every root-relative URL starts with: empty, or `/news` without a slash at its end.
  package var path: String

  package init(origin: String, host: String, path: String) {
    self.origin = origin
    self.host = host
    self.path = path
  }

  /// The whole URL without a slash at its end.
  package var text: String { origin + path }
}
