internal import Bytes

extension SiteNode {
  /// Writes the members of the JSON object.
  func writeMembers(into out: inout ByteBuffer) {
    out.member("@type", literal: "WebSite")
    out.member("@id", uri: url, fragment: "#site")
    out.member("url", uri: url)
    out.member("name", name)
    out.member("alternateName", alternateName)
    out.array("inLanguage", texts: languages)
    out.object("publisher") { $0.member("@id", uri: url, fragment: "#org") }
  }
}
