internal import Bytes

extension ProfileNode {
  /// Writes the members of the JSON object.
  func writeMembers(into out: inout ByteBuffer) {
    out.member("@type", literal: "ProfilePage")
    out.member("@id", uri: url)
    out.member("url", uri: url)
    out.member("name", name)
    out.member("inLanguage", language)
    out.object("mainEntity") { writePerson(into: &$0) }
  }

  private func writePerson(into out: inout ByteBuffer) {
    out.member("@type", literal: isOrganization ? "Organization" : "Person")
    out.member("@id", uri: url, fragment: "#person")
    out.member("name", name)
    out.member("url", uri: url)
    out.member("description", biography)
    out.member("image", uri: picture)
    out.member("email", email)
    out.array("sameAs", uris: sameAs)
    guard !isOrganization else { return }
    out.member("jobTitle", jobTitle)
    guard let siteURL else { return }
    out.object("worksFor") { $0.member("@id", uri: siteURL, fragment: "#org") }
  }
}
