internal import Bytes

extension OrganizationNode {
  /// Writes the members of the JSON object.
  func writeMembers(into out: inout ByteBuffer) {
    out.member("@type", literal: "NewsMediaOrganization")
    out.member("@id", uri: siteURL, fragment: "#org")
    out.member("name", name)
    out.member("legalName", legalName)
    out.member("url", uri: siteURL)
    if let logo { out.object("logo") { logo.writeMembers(into: &$0) } }
    out.member("address", address)
    out.member("email", email)
    out.array("sameAs", uris: sameAs)
    out.member("correctionsPolicy", uri: correctionsPolicy)
    out.member("publishingPrinciples", uri: publishingPrinciples)
    out.member("masthead", uri: masthead)
    out.member("ownershipFundingInfo", uri: ownershipFundingInfo)
  }
}
