/// An author's page: schema.org's `ProfilePage`.
package struct ProfileNode: Hashable, Sendable {
  package var url: String
  package var name: String
  package var isOrganization: Bool
  package var jobTitle: String?
  package var biography: String?
  /// A real picture of the author, never a placeholder.
  package var picture: String?
  package var email: String?
  /// The author's profiles elsewhere.
  package var sameAs: [String]
  package var language: String
  /// The organisation's home page, if the author works for it.
  package var siteURL: String?

  package init(
    url: String, name: String, isOrganization: Bool = false, jobTitle: String? = nil,
    biography: String? = nil, picture: String? = nil, email: String? = nil,
    sameAs: [String] = [], language: String, siteURL: String? = nil
  ) {
    self.url = url
    self.name = name
    self.isOrganization = isOrganization
    self.jobTitle = jobTitle
    self.biography = biography
    self.picture = picture
    self.email = email
    self.sameAs = sameAs
    self.language = language
    self.siteURL = siteURL
  }
}
