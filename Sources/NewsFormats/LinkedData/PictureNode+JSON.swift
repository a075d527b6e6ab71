internal import Bytes

extension PictureNode {
  /// Writes the members of the JSON object.
  func writeMembers(into out: inout ByteBuffer) {
    out.member("@type", literal: "ImageObject")
    out.member("contentUrl", uri: url)
    out.member("url", uri: url)
    out.member("width", number: width > 0 ? width : nil)
    out.member("height", number: height > 0 ? height : nil)
    out.member("caption", caption)
    out.member("creditText", credit)
    guard let license else { return }
    // The property takes an address; words about rights have a property of their own.
    if license.hasPrefix("https://") || license.hasPrefix("http://") {
      out.member("license", uri: license)
    } else {
      out.member("copyrightNotice", license)
    }
  }
}
