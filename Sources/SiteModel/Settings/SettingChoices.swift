/// What raw HTML in Markdown is.
package enum RawHTMLPolicy: String, CaseIterable, Hashable, Sendable {
  /// An error.
  case deny
  /// Passed through an allow-list of elements and attributes.
  case allow
}

/// What an unknown key of front matter is.
package enum UnknownKeyPolicy: String, CaseIterable, Hashable, Sendable {
  case error, warn
  /// A member of `extra`.
  case extra
}

/// What is written of each page.
package enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  case html, json
}

/// A kind of output that `disable_kinds` switches off.
package enum PageKind: String, CaseIterable, Hashable, Sendable {
  case front, section, tag, tags, author, authors, series, archive, corrections
  case feeds, sitemap, robots, redirects
  case notFound = "not_found"
}

/// A date format of the edition: its name (`long`) and its pattern (`%-d %B %Y`).
package struct NamedFormat: Hashable, Sendable {
  package var name: Located<String>
  package var pattern: Located<String>

  package init(name: Located<String>, pattern: Located<String>) {
    self.name = name
    self.pattern = pattern
  }
}
