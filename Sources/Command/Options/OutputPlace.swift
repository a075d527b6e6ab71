internal import FileTree

/// Where the output of a site goes.
struct OutputPlace {
  /// The path as it is used: as given, or below the site.
  let path: String
  private let site: String

  init(_ output: String, of site: String) {
    path = output.hasPrefix("/") ? output : site + "/" + output
    self.site = site
  }

  /// Whether output and sources cannot be taken for each other: a build would read its own pages
  /// as content, and `clean --all` would delete the stories.
  var isApartFromSources: Bool {
    let output = Self.resolved(path)
    return ["Content", "Templates"].allSatisfy { name in
      let source = Self.resolved(site + "/" + name)
      return !source.starts(with: output) && !output.starts(with: source)
    }
  }

  /// The components of a path with links followed as far as the folders exist.
  private static func resolved(_ path: String) -> [Substring] {
    Disk().resolvedPath(path).split(separator: "/")
  }
}
