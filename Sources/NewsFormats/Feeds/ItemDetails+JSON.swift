internal import Bytes
internal import Localization

/// The `_warta` object: names are those that templates use.
extension FeedItem {
  /// Writes the members of the `_warta` object.
  func writeDetails(into out: inout ByteBuffer) {
    out.member("dir", direction.rawValue)
    details?.writeMembers(into: &out)
    if let picture { out.object("image") { picture.writeMembers(into: &$0) } }
    out.array("translations", of: alternates) { $1.writeMembers(into: &$0) }
  }
}

extension ItemDetails {
  fileprivate func writeMembers(into out: inout ByteBuffer) {
    out.member("genre", genre)
    out.member("kicker", kicker)
    out.member("short_title", shortTitle)
    out.member("dateline", dateline)
    out.member("signoff", signoff)
    out.member("word_count", number: wordCount)
    if let section { out.object("section") { section.writeMembers(into: &$0) } }
    if let series { out.object("series") { series.writeMembers(into: &$0) } }
    out.array("tags", of: tags) { $1.writeMembers(into: &$0) }
    out.array("corrections", of: corrections) { $1.writeMembers(into: &$0) }
    if let retraction { out.object("retracted") { retraction.writeMembers(into: &$0) } }
  }
}

extension ItemDetails.Term {
  fileprivate func writeMembers(into out: inout ByteBuffer) {
    out.member("key", key)
    out.member("name", name)
    out.member("url", uri: url)
  }
}

extension ItemDetails.Note {
  fileprivate func writeMembers(into out: inout ByteBuffer) {
    out.member("kind", kind)
    out.member("at", date)
    out.member("text", text)
  }
}

extension FeedPicture {
  fileprivate func writeMembers(into out: inout ByteBuffer) {
    out.member("url", uri: url)
    out.member("mime_type", mimeType)
    out.member("width", number: width > 0 ? width : nil)
    out.member("height", number: height > 0 ? height : nil)
    out.member("alt", alternative)
    out.member("caption", caption)
    out.member("credit", credit)
  }
}

extension Alternate {
  /// Writes the members of the JSON object.
  func writeMembers(into out: inout ByteBuffer) {
    out.member("lang", language)
    out.member("url", uri: url)
  }
}
