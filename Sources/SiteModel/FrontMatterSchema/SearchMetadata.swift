/// What search engines are told instead of the story's own words.
package struct SearchMetadata: Hashable, Sendable {
  package var title: String?
  package var description: String?
  /// An absolute URL: the original of a story that was taken from elsewhere.
  package var canonical: Located<String>?

  package init() {}
}

/// What a social card shows instead of the story's own title and picture.
package struct SocialMetadata: Hashable, Sendable {
  package var title: String?
  package var image: Located<String>?

  package init() {}
}
