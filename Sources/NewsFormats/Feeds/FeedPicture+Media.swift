internal import Bytes

extension FeedPicture {
  /// Writes `media:content` (Media RSS 1.5).
  func writeMedia(into out: inout ByteBuffer) {
    out.append("<media:content")
    out.attribute("url", uri: url)
    out.append(" medium=\"image\"")
    if !mimeType.isEmpty { out.attribute("type", text: mimeType) }
    out.attribute("width", number: width)
    out.attribute("height", number: height)
    let description = caption.isEmpty ? alternative : caption
    guard !description.isEmpty || !credit.isEmpty else { return out.append("/>\n") }
    out.append(">\n")
    if !description.isEmpty { out.element("media:description", text: description) }
    if !credit.isEmpty { out.element("media:credit", text: credit) }
    out.close("media:content")
  }
}
