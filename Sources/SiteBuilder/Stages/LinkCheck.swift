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
    var pages = PageSearch(snapshot.routes.table)
    return links.compactMap { check($0, &pages) }
  }

  private func check(_ link: PageLink, _ pages: inout PageSearch) -> Diagnostic? {
    let parts = split(link.url)
    guard let route = pages.route(at: parts.path) else {
      return RenderMessages.deadLink(
        parts.path, at: link.location, closest: pages.suggestion(for: parts.path))
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

/// Finds pages by their URLs.
private struct PageSearch {
  private let table: RouteTable
  private var routes: IdentityTable
  /// URLs by the one above them, for suggestions; made when the first is wanted.
  private var siblings: [Substring: [String]]?

  init(_ table: RouteTable) {
    self.table = table
    routes = IdentityTable(capacity: table.count)
    for id in 0..<RouteID(table.count) {
      routes.insert(Fingerprint.identity(of: table.url(of: id)), id)
    }
  }

  func route(at url: String) -> RouteID? { routes[Fingerprint.identity(of: url)] }

  /// The closest URL under the same one: a site has too many to compare with all.
  mutating func suggestion(for url: String) -> String? {
    let known = siblings ?? grouped
    siblings = known
    return Suggestion.closest(to: url, in: known[url.parent] ?? [])
  }

  private var grouped: [Substring: [String]] {
    var groups: [Substring: [String]] = [:]
    for id in 0..<RouteID(table.count) {
      let url = table.url(of: id).string
      groups[url.parent, default: []].append(url)
    }
    return groups.mapValues { $0.sorted() }
  }
}

extension String {
  /// The URL above: `/iran/2024/` for `/iran/2024/09/`.
  fileprivate var parent: Substring {
    let own = hasSuffix("/") ? dropLast() : self[...]
    return own.lastIndex(of: "/").map { own[...$0] } ?? "/"
  }

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
