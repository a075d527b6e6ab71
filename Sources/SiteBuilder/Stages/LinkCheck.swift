internal import Bytes
internal import Diagnostics
internal import SiteModel

/// Checks the links between pages once all of them have been rendered: part of Gather.
struct LinkCheck {
  private let snapshot: Snapshot
  private var links: Set<PageLink> = []
  private var anchors: Set<UInt64> = []
  private var order: [PageLink] = []

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// Adds what the page at `url` links to and can be linked at.
  mutating func add(_ file: RenderedFile, url: ByteView) {
    if file.links.isEmpty && file.anchors.isEmpty { return }
    let page = url.string
    for link in file.links {
      var link = link
      if link.url.hasPrefix("#") { link.url = page + link.url }
      if links.insert(link).inserted { order.append(link) }
    }
    for anchor in file.anchors { anchors.insert(Self.hash(page, anchor)) }
  }

  private static func hash(_ page: String, _ anchor: String) -> UInt64 {
    Fingerprint.identity(of: page + "#" + anchor)
  }

  /// A warning for each link that leads nowhere.
  func diagnostics() -> [Diagnostic] {
    guard !order.isEmpty else { return [] }
    var pages = URLTable(snapshot.routes.table)
    return order.compactMap { link in
      let parts = split(link.url)
      guard let route = pages.route(at: parts.path) else {
        return RenderMessages.deadLink(
          parts.path, at: link.location, closest: pages.closest(to: parts.path))
      }
      let kind = snapshot.routes.table.kind(of: route)
      guard let fragment = parts.fragment, !fragment.isEmpty, kind == .article || kind == .standing,
        !anchors.contains(Self.hash(parts.path, fragment))
      else { return nil }
      return RenderMessages.deadAnchor(fragment, parts.path, at: link.location)
    }
  }

  /// Path and fragment of a URL of the site; an absolute one loses its origin.
  private func split(_ url: String) -> (path: String, fragment: String?) {
    var text = Substring(url)
    let origin = snapshot.settings.baseURL.origin
    if text.hasPrefix(origin) { text = text.dropFirst(origin.count) }
    let hash = text.firstIndex(of: "#")
    let fragment = hash.map { String(text[text.index(after: $0)...]) }
    let path = text[..<(hash ?? text.endIndex)]
    let query = path.firstIndex(of: "?") ?? path.endIndex
    let decoded = String(path[..<query]).removingPercentEncoding
    return (decoded.isEmpty ? "/" : decoded, fragment?.removingPercentEncoding)
  }
}

extension String {
  /// The text with percent-encoded bytes decoded (RFC 3986, section 2.1).
  fileprivate var removingPercentEncoding: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
