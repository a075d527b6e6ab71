internal import Diagnostics
internal import FileTree

/// Checks that the way to a file of the output leads through folders of the output alone.
///
/// A file of somebody else's may stand where a folder must be, and a link would lead a write or a
/// deletion out of the folder. Both are found before a commit changes anything.
struct OutputWay {
  private let root: String
  private let owned: Set<String>
  private let adopts: Bool
  private let disk: Disk
  /// Folders that are folders.
  private var folders: Set<String> = []
  /// Folders that are to be made: nothing below them can be in the way.
  private var absent: Set<String> = []

  init(_ root: String, owned: Set<String>, adopts: Bool, disk: Disk) {
    self.root = root
    self.owned = owned
    self.adopts = adopts
    self.disk = disk
  }

  /// Throws `DiagnosticError` for what keeps a file from being written to `path`.
  mutating func checkFile(_ path: String) throws {
    guard try checkFolders(above: path) else { return }
    if try disk.kind(of: root + "/" + path) == .folder { try checkContents(of: path) }
  }

  /// Throws `DiagnosticError` for what stands in the way to the file at `path`.
  ///
  /// What the build may take over goes. Answers whether the folders are all there.
  @discardableResult
  mutating func checkFolders(above path: String) throws -> Bool {
    for slash in path.indices where path[slash] == "/" {
      let folder = String(path[..<slash])
      if folders.contains(folder) { continue }
      if absent.contains(folder) { return false }
      guard try disk.kind(of: root + "/" + folder) == .folder else {
        try clear(folder)
        absent.insert(folder)
        return false
      }
      folders.insert(folder)
    }
    return true
  }

  /// A folder gives way to a file when all that is in it is ours.
  private func checkContents(of path: String) throws {
    for entry in try FolderListing(of: root + "/" + path, disk: disk).entries {
      let inner = path + "/" + entry.name
      if try disk.kind(of: root + "/" + inner) == .folder {
        try checkContents(of: inner)
      } else if !owned.contains(inner) {
        throw DiagnosticError(OutputMessages.foreignFile(inner))
      }
    }
  }

  private func clear(_ path: String) throws {
    guard let kind = try disk.kind(of: root + "/" + path) else { return }
    if kind == .file, owned.contains(path) { return }
    guard adopts else { throw DiagnosticError(OutputMessages.foreignFile(path)) }
    try disk.removeFile(root + "/" + path)
  }
}
