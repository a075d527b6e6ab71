internal import Bytes
internal import Diagnostics
package import SiteModel

/// Every URL of a site that answers, to find what a link leads to.
package struct URLTable {
  private let routes: RouteTable
  private let numbers: IdentityTable
  /// For suggestions; made when the first link leads nowhere.
  private var neighbours: URLNeighbours?
  /// A site with more dead links than this has another trouble than typing errors.
  private var suggestionsLeft = 500

  package init(_ routes: RouteTable) {
    self.routes = routes
    var numbers = IdentityTable(capacity: routes.count)
    for id in 0..<RouteID(routes.count) {
      numbers.insert(Fingerprint(of: routes.url(of: id)).low, id)
    }
    self.numbers = numbers
  }

  /// The route at `url`, which is not percent-encoded; nothing when there is none.
  func route(at url: String) -> RouteID? {
    guard let id = numbers[Fingerprint(of: url).low],
      routes.url(of: id).elementsEqual(url.utf8)
    else { return nil }
    return id
  }

  /// The URL that was probably meant by `url`, where nothing is.
  mutating func closest(to url: String) -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    let known = neighbours ?? URLNeighbours(routes)
    neighbours = known
    return Suggestion.closest(to: url, in: known.candidates(for: url).map(\.string).sorted())
  }
}

/// Which URLs resemble another: those in the same folder and those that end in the same name.
///
/// One wrong letter is in one of the components, so all but one component are right. Looking at
/// these only keeps a site of many dead links from comparing each of them with every URL.
private struct URLNeighbours {
  private let routes: RouteTable
  private var folders: [UInt64: [RouteID]] = [:]
  private var names: [UInt64: [RouteID]] = [:]

  /// So many URLs of a folder are compared; more of them say little about which was meant.
  private static let largestFolder = 1_000

  init(_ routes: RouteTable) {
    self.routes = routes
    for id in 0..<RouteID(routes.count) {
      let parts = Self.parts(of: routes.url(of: id))
      folders[parts.folder, default: []].append(id)
      names[parts.name, default: []].append(id)
    }
  }

  func candidates(for url: String) -> [ByteView] {
    let bytes = FrozenBytes(joining: [Array(url.utf8)])
    let parts = Self.parts(of: bytes.view)
    let folder = folders[parts.folder, default: []].prefix(Self.largestFolder)
    return (folder + names[parts.name, default: []].prefix(Self.largestFolder))
      .map { routes.url(of: $0) }
  }

  /// The identities of what stands before the last component and of that component.
  private static func parts(of url: ByteView) -> (folder: UInt64, name: UInt64) {
    let slash = UInt8(ascii: "/")
    var end = url.count
    while end > 0, url[end - 1] == slash { end -= 1 }
    var start = end
    while start > 0, url[start - 1] != slash { start -= 1 }
    return (
      Fingerprint(of: url.slice(0..<start)).low, Fingerprint(of: url.slice(start..<end)).low
    )
  }
}
