internal import Bytes

/// Every picture below `Content/`, found by its path.
package struct PictureTable: Sendable {
  private let pictures: [PictureFile]
  /// The place of a picture by the identity of its path.
  private let numbers: IdentityTable
  /// The identity of the folder of every picture.
  private let folders: [UInt64]

  /// A table of `pictures`, each path once.
  package init(_ pictures: [PictureFile] = []) {
    self.pictures = pictures
    var numbers = IdentityTable(capacity: pictures.count)
    for (number, picture) in pictures.enumerated() {
      numbers.insert(Fingerprint.identity(of: picture.path), UInt32(number))
    }
    self.numbers = numbers
    folders = pictures.map { Fingerprint.identity(of: $0.path.folder) }
  }

  package var isEmpty: Bool { pictures.isEmpty }

  /// Every picture, in the order of the files.
  package var all: some Collection<PictureFile> { pictures }

  package subscript(path: String) -> PictureFile? {
    guard let number = numbers[Fingerprint.identity(of: path)] else { return nil }
    let picture = pictures[Int(number)]
    return picture.path == path ? picture : nil
  }

  /// Whether there is a picture at a path with this hash.
  package func contains(_ identity: UInt64) -> Bool { numbers[identity] != nil }

  /// The source path of the picture that a file names: beside the file, or with a leading `/`, in
  /// `static/`.
  ///
  /// Nothing when there is no such file.
  package func find(_ name: String, besides file: String) -> PictureFile? {
    paths(of: name, besides: file).lazy.compactMap { self[$0] }.first
  }

  /// The source paths that are tried for the picture that a file names, in order.
  package func paths(of name: String, besides file: String) -> [String] {
    if name.utf8.first == UInt8(ascii: "/") { return ["Content/static" + name] }
    let folder = file.folder
    guard !folder.isEmpty, let path = resolved(name, in: folder) else { return [] }
    return [path, "Content/static/" + name]
  }

  /// The names of the pictures in the folder of `file`, sorted: for suggestions.
  package func names(besides file: String) -> [String] {
    let folder = Fingerprint.identity(of: file.folder)
    return folders.indices.filter { folders[$0] == folder }.map { pictures[$0].path.lastComponent }
      .sorted()
  }

  /// `name` below `folder` with `.` and `..` taken out; nothing when it leaves `Content/`.
  private func resolved(_ name: String, in folder: String) -> String? {
    let isPlain = !name.utf8.contains(UInt8(ascii: "/")) && name != "." && name != ".."
    if isPlain { return folder + name }
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
