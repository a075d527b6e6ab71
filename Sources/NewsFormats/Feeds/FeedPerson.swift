/// Somebody, or an organisation, that a feed names.
package struct FeedPerson: Hashable, Sendable {
  package var name: String
  /// The page about them.
  package var url: String?
  /// A picture of them.
  package var avatar: String?

  package init(name: String, url: String? = nil, avatar: String? = nil) {
    self.name = name
    self.url = url
    self.avatar = avatar
  }
}
