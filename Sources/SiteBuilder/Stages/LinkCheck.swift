internal import Bytes
internal import Diagnostics
internal import SiteModel

/// Checks the links between pages once all of them are known: part of Gather.
struct LinkCheck {
  private let snapshot: Snapshot
  /// By route: what its page said.
  private let notes: [ByteView]

  init(_ snapshot: Snapshot, _ notes: [ByteView]) {
    self.snapshot = snapshot
    self.notes = notes
  }

  /// A warning for each link that leads nowhere.
  func diagnostics() -> [Diagnostic] {
    var links: [PageLink] = []
    for route in notes.indices where !notes[route].isEmpty {
      for var link in RenderNotes(notes[route]).links {
        if link.url.hasPrefix("#") {
          link.url = snapshot.routes.table.url(of: RouteID(route)).string + link.url
        }
        links.append(link)
      }
    }
    guard !links.isEmpty else { return [] }
    var pages = URLTable(snapshot.routes.table)
    return links.compactMap { check($0, &pages) }
  }

  private func check(_ link: PageLink, _ pages: inout URLTable) -> Diagnostic? {
    let parts = split(link.url)
    guard let route = pages.route(at: parts.path) else {
      return RenderMessages.deadLink(
        parts.path, at: link.location, closest: pages.closest(to: parts.path))
    }
    let kind = snapshot.routes.table.kind(of: route)
    guard let fragment = parts.fragment, !fragment.isEmpty, kind == .article || kind == .standing,
      !RenderNotes(notes[Int(route)]).hasAnchor(RenderNotes.hash(ofAnchor: fragment))
    else { return nil }
    return RenderMessages.deadAnchor(fragment, parts.path, at: link.location)
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
