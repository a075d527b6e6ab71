/// Who publishes the site, told on its home page: schema.org's `NewsMediaOrganization`.
package struct OrganizationNode: Hashable, Sendable {
  /// The address of the site's home page, which identifies the organisation.
  package var siteURL: String
  package var name: String
  package var legalName: String?
  package var logo: PictureNode?
  package var address: String?
  package var email: String?
  /// The organisation's profiles elsewhere.
  package var sameAs: [String]
  package var correctionsPolicy: String?
  package var publishingPrinciples: String?
  package var masthead: String?
  package var ownershipFundingInfo: String?

  package init(
    siteURL: String, name: String, legalName: String? = nil, logo: PictureNode? = nil,
    address: String? = nil, email: String? = nil, sameAs: [String] = [],
    correctionsPolicy: String? = nil, publishingPrinciples: String? = nil,
    masthead: String? = nil, ownershipFundingInfo: String? = nil
  ) {
    self.siteURL = siteURL
    self.name = name
    self.legalName = legalName
    self.logo = logo
    self.address = address
    self.email = email
    self.sameAs = sameAs
    self.correctionsPolicy = correctionsPolicy
    self.publishingPrinciples = publishingPrinciples
    self.masthead = masthead
    self.ownershipFundingInfo = ownershipFundingInfo
  }
}
