/// Makes references absolute (RFC 3986, section 5.2).
struct AbsoluteURL {
  private let scheme: Substring
  /// Scheme and host: `https://kabar.example`.
  private let origin: String
  /// From the first `/` up to the query.
  private let path: String
  /// The whole address without its fragment.
  private let page: String

  /// Makes references absolute against the address of a page.
  init(page address: String) {
    page = String(address.prefix { $0 != "#" })
    let bare = page.prefix { $0 != "?" }
    guard let colon = bare.firstIndex(of: ":"), bare[colon...].hasPrefix("://") else {
      scheme = ""
      origin = ""
      path = String(bare)
      return
    }
    scheme = page[..<colon]
    let host = bare.index(colon, offsetBy: 3)
    let slash = bare[host...].firstIndex(of: "/") ?? bare.endIndex
    origin = String(bare[..<slash])
    path = slash == bare.endIndex ? "/" : String(bare[slash...])
  }

  /// The absolute form of `reference`.
  func resolve(_ reference: String) -> String {
    if hasScheme(reference) { return reference }
    if reference.hasPrefix("//") { return scheme.isEmpty ? reference : "\(scheme):\(reference)" }
    if reference.isEmpty { return page }
    if reference.hasPrefix("#") { return page + reference }
    if reference.hasPrefix("?") { return origin + path + reference }
    let end = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    let relative = reference[..<end]
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    let joined = relative.hasPrefix("/") ? String(relative) : "\(folder)/\(relative)"
    return origin + withoutDots(joined) + reference[end...]
  }

  private func hasScheme(_ reference: String) -> Bool {
    guard let first = reference.utf8.first, isLetter(first) else { return false }
    let head = reference.utf8.prefix { byte in
      isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    return reference.utf8.dropFirst(head.count).first == UInt8(ascii: ":")
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private func withoutDots(_ path: String) -> String {
    var segments: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { segments.append("") }
      case "..":
        _ = segments.popLast()
        if isLast { segments.append("") }
      default: segments.append(part)
      }
    }
    return "/" + segments.joined(separator: "/")
  }
}
