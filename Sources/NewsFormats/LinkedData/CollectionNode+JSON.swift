internal import Bytes

extension CollectionNode {
  /// Writes the members of the JSON object.
  func writeMembers(into out: inout ByteBuffer) {
    out.member("@type", literal: "CollectionPage")
    out.member("@id", uri: url)
    out.member("url", uri: url)
    out.member("name", name)
    out.member("description", summary)
    out.member("inLanguage", language)
    out.object("isPartOf") { $0.member("@id", uri: siteURL, fragment: "#site") }
    guard !items.isEmpty else { return }
    out.object("mainEntity") { writeList(into: &$0) }
  }

  private func writeList(into out: inout ByteBuffer) {
    out.member("@type", literal: "ItemList")
    out.key("itemListElement")
    out.append("[")
    for (index, item) in items.enumerated() {
      out.object { out in
        out.member("@type", literal: "ListItem")
        out.member("position", number: index + 1)
        out.member("url", uri: item.url)
        out.member("name", item.title)
      }
    }
    out.append("]")
  }
}
