public import Foundation

/// A folder that a test fills with files and that is removed with the last reference to it.
///
/// A class, because its `deinit` removes the folder.
public final class TemporaryFolder: Sendable {
  public let url: URL
  public var path: String { url.path }

  /// Makes a folder that holds `files`, by path and text.
  public init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("warta-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      print("warning: could not remove \(url.path): \(error)")
    }
  }

  /// Writes `text` to `path`, making the folders on the way.
  public func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  /// Writes `bytes` to `path`, making the folders on the way.
  public func write(_ bytes: Data, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// The text of the file at `path`.
  public func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(path)), as: UTF8.self)
  }

  /// Whether there is something at `path`.
  public func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(path).path)
  }

  /// Removes what is at `path`.
  public func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appendingPathComponent(path))
  }

  /// The paths of all files below the folder, sorted by their bytes.
  public func files() throws -> [String] {
    let root = url.resolvingSymlinksInPath().path + "/"
    guard
      let walker = FileManager.default.enumerator(
        at: url.resolvingSymlinksInPath(), includingPropertiesForKeys: [.isRegularFileKey])
    else { return [] }
    var paths: [String] = []
    for case let file as URL in walker
    where try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      paths.append(String(file.path.dropFirst(root.count)))
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
