internal import Bytes
internal import Diagnostics
internal import Localization

/// Checks that no two routes claim one path, on a disk that folds case or normalises names too.
struct Claims {
  private let routes: SiteRoutes
  private let describer: RouteDescriber

  /// One diagnostic for each path that is claimed twice.
  static func check(
    _ routes: SiteRoutes, _ contents: SiteContents, _ index: SiteIndex
  ) -> [Diagnostic] {
    let claims = Claims(routes: routes, describer: RouteDescriber(routes, contents, index))
    return claims.pathConflicts() + claims.folderConflicts()
  }

  private func pathConflicts() -> [Diagnostic] {
    let table = routes.table
    var claims = IdentityTable(capacity: table.count)
    var diagnostics: [Diagnostic] = []
    for id in 0..<RouteID(table.count) {
      let path = table.path(of: id)
      guard let first = claims.insert(FoldedPath.hash(of: path), id) else { continue }
      // Two feeds collide only where the lists that they belong to do.
      if table.kind(of: id) == .feed, table.kind(of: first) == .feed { continue }
      guard FoldedPath.areEqual(path, table.path(of: first)) else { continue }
      diagnostics.append(describer.collision(of: id, with: first))
    }
    return diagnostics
  }

  /// A file without an ending may have the name of a folder that another route needs.
  private func folderConflicts() -> [Diagnostic] {
    let table = routes.table
    var bare = BareFiles()
    for id in 0..<RouteID(table.count) where BareFiles.isBare(table.path(of: id)) {
      bare.insert(id, path: table.path(of: id))
    }
    guard !bare.isEmpty else { return [] }
    var reported: Set<RouteID> = []
    var diagnostics: [Diagnostic] = []
    for id in 0..<RouteID(table.count) {
      bare.forEachAncestor(of: table.path(of: id)) { file in
        guard reported.insert(file).inserted else { return }
        diagnostics.append(describer.collision(of: id, with: file))
      }
    }
    return diagnostics
  }
}

/// Paths as they compare on a disk that folds case or normalises names.
private enum FoldedPath {
  static func hash(of path: ByteView) -> UInt64 {
    if Normalization.isFoldedPath(path) { return Fingerprint(of: path).low }
    return Fingerprint(of: Normalization.foldedPath(path.string)).low
  }

  static func areEqual(_ a: ByteView, _ b: ByteView) -> Bool {
    a == b || Normalization.foldedPath(a.string) == Normalization.foldedPath(b.string)
  }
}

/// The files whose names have no ending, found by the paths of folders.
private struct BareFiles {
  private var files = IdentityTable()
  /// Whether a file has a folded path of so many bytes; the last entry stands for all longer ones.
  private var lengths = [Bool](repeating: false, count: 256)

  var isEmpty: Bool { files.count == 0 }

  /// Whether the last name of a path has no dot.
  static func isBare(_ path: ByteView) -> Bool {
    var place = path.count
    while place > 0 {
      place -= 1
      if path[place] == UInt8(ascii: ".") { return false }
      if path[place] == UInt8(ascii: "/") { return true }
    }
    return true
  }

  mutating func insert(_ id: RouteID, path: ByteView) {
    let folded = FrozenBytes(folding: path)
    lengths[min(folded.count, lengths.count - 1)] = true
    files.insert(Fingerprint(of: folded.view).low, id)
  }

  /// Calls `body` with every file whose path is that of a folder above `path`.
  func forEachAncestor(of path: ByteView, _ body: (RouteID) -> Void) {
    if Normalization.isFoldedPath(path) { return search(path, body) }
    let folded = FrozenBytes(folding: path)
    search(folded.view, body)
  }

  private func search(_ path: ByteView, _ body: (RouteID) -> Void) {
    for place in 0..<path.count where path[place] == UInt8(ascii: "/") {
      guard lengths[min(place, lengths.count - 1)] else { continue }
      if let file = files[Fingerprint(of: path.slice(0..<place)).low] { body(file) }
    }
  }
}

extension FrozenBytes {
  /// The folded form of a path.
  fileprivate convenience init(folding path: ByteView) {
    self.init(joining: [Array(Normalization.foldedPath(path.string).utf8)])
  }
}
