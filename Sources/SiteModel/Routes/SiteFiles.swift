internal import Bytes

/// A file of the site that is published as it is, or under a hashed name.
package struct SiteFile: Hashable, Sendable {
  /// The source path, relative to the site.
  package var source: String
  /// The path below the output folder.
  package var output: String

  package init(source: String, output: String) {
    self.source = source
    self.output = output
  }
}

/// What is known of a picture without decoding it.
package struct PictureFile: Hashable, Sendable {
  /// The source path, relative to the site.
  package var path: String
  /// Pixels; nothing when the file's header is not understood.
  package var width: Int?
  package var height: Int?
  /// The media type (RFC 6838).
  package var mediaType: String?
  /// Bytes.
  package var size: Int

  package init(path: String, width: Int?, height: Int?, mediaType: String?, size: Int) {
    self.path = path
    self.width = width
    self.height = height
    self.mediaType = mediaType
    self.size = size
  }
}

/// Every picture below `Content/`, found by its path.
package struct PictureTable: Sendable {
  private let pictures: [String: PictureFile]
  private var identities: IdentityTable

  package init(_ pictures: [PictureFile] = []) {
    identities = IdentityTable(capacity: pictures.count)
    for picture in pictures { identities.insert(Fingerprint.identity(of: picture.path), 0) }
    self.pictures = Dictionary(
      pictures.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(path: String) -> PictureFile? { pictures[path] }

  /// Every picture, in no order.
  package var all: some Collection<PictureFile> { pictures.values }

  /// Whether there is a picture at a path with this hash.
  package func contains(_ identity: UInt64) -> Bool { identities[identity] != nil }

  /// The source path of the picture that a file names: beside the file, or with a leading `/`, in
  /// `static/`.
  ///
  /// Nothing when there is no such file.
  package func find(_ name: String, besides file: String) -> PictureFile? {
    paths(of: name, besides: file).lazy.compactMap { pictures[$0] }.first
  }

  /// The source paths that are tried for the picture that a file names, in order.
  package func paths(of name: String, besides file: String) -> [String] {
    if name.hasPrefix("/") { return ["Content/static" + name] }
    guard let slash = file.lastIndex(of: "/"), let path = resolved(name, in: file[..<slash]) else {
      return []
    }
    return [path, "Content/static/" + name]
  }

  /// The names of the pictures in the folder of `file`, sorted: for suggestions.
  package func names(besides file: String) -> [String] {
    let folder = file.folder
    return pictures.keys.filter { $0.folder == folder }.map(\.lastComponent).sorted()
  }

  /// `name` below `folder` with `.` and `..` taken out; nothing when it leaves `Content/`.
  private func resolved(_ name: String, in folder: Substring) -> String? {
    var components = folder.split(separator: "/")
    for component in name.split(separator: "/") {
      switch component {
      case ".": continue
      case "..":
        guard components.count > 1 else { return nil }
        components.removeLast()
      default: components.append(component)
      }
    }
    return components.joined(separator: "/")
  }
}
