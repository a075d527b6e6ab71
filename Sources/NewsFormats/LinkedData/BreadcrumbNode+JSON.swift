internal import Bytes

extension BreadcrumbNode {
  /// Writes the list as a JSON object, if it is one that search engines take.
  func write(into out: inout ByteBuffer) {
    guard steps.count >= 2 else { return }
    out.object { out in
      out.member("@type", literal: "BreadcrumbList")
      out.key("itemListElement")
      out.append("[")
      for (index, step) in steps.enumerated() {
        out.object { step.writeMembers(position: index + 1, into: &$0) }
      }
      out.append("]")
    }
  }
}

extension BreadcrumbNode.Step {
  fileprivate func writeMembers(position: Int, into out: inout ByteBuffer) {
    out.member("@type", literal: "ListItem")
    out.member("position", number: position)
    out.member("name", name)
    out.member("item", uri: url)
  }
}
