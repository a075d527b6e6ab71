internal import Bytes
internal import Diagnostics
internal import FileTree

/// Checks that the way to files of the output leads through folders of the output alone.
///
/// A file of somebody else's may stand where a folder must be, and a link would lead a write or a
/// deletion out of the folder. Both are found before a commit changes anything. Paths come sorted,
/// so that each folder is looked at once: those that a path shares with the one before are known.
struct OutputWay {
  private let output: OutputFolder
  /// The path that was checked last.
  private var last = ByteView.empty
  /// How many bytes of `last`, up to and with a slash, name folders that are folders.
  private var known = 0
  /// How many bytes of `last` name the first folder that is not there; nothing below it can be in
  /// the way.
  private var absent: Int?
  /// Files that stand where a folder must be, and that the build may remove.
  private(set) var blockers: [ByteView] = []

  init(_ output: OutputFolder) {
    self.output = output
  }

  /// Throws `DiagnosticError` for what stands in the way to the file at `path`.
  ///
  /// Answers whether the folders are all there.
  @discardableResult
  mutating func checkFolders(above path: ByteView) throws -> Bool {
    let shared = last.sharedPrefix(with: path)
    if let absent, shared > absent { return false }
    last = path
    absent = nil
    known = path.slice(0..<min(known, shared)).folder.count
    if known > 0 { known += 1 }
    while let slash = path.slice(known..<path.count).firstIndex(of: UInt8(ascii: "/")) {
      let end = known + slash
      guard try isFolder(path.slice(0..<end)) else {
        absent = end
        return false
      }
      known = end + 1
    }
    return true
  }

  /// Whether there is a folder at `path`; what stands there instead must be ours to remove.
  private mutating func isFolder(_ path: ByteView) throws -> Bool {
    guard let kind = try output.folder.kind(of: path) else { return false }
    if kind == .folder { return true }
    guard kind == .file && output.owns(path) || output.adopts else {
      throw DiagnosticError(OutputMessages.foreignFile(path.string))
    }
    blockers.append(path)
    return false
  }

  /// A folder gives way to a file when all that is in it is ours; answers whether there is one.
  func isOurFolder(_ path: ByteView) throws -> Bool {
    guard try output.folder.kind(of: path) == .folder else { return false }
    try checkContents(of: path.string)
    return true
  }

  private func checkContents(of path: String) throws {
    let disk = output.disk
    for entry in try FolderListing(of: output.path + "/" + path, disk: disk).entries {
      let inner = path + "/" + entry.name
      if entry.kind == .folder, !entry.isLink {
        try checkContents(of: inner)
      } else if !ByteBuffer.holding(inner).withView({ output.owns($0) }) {
        throw DiagnosticError(OutputMessages.foreignFile(inner))
      }
    }
  }
}

extension ByteView {
  /// How many bytes at the beginning are the same in both.
  fileprivate func sharedPrefix(with other: ByteView) -> Int {
    let shorter = Swift.min(count, other.count)
    var length = 0
    while length < shorter, self[length] == other[length] { length += 1 }
    return length
  }
}

extension ByteBuffer {
  /// A buffer that holds `text`.
  fileprivate static func holding(_ text: String) -> ByteBuffer {
    var buffer = ByteBuffer(capacity: text.utf8.count)
    buffer.append(text)
    return buffer
  }
}
