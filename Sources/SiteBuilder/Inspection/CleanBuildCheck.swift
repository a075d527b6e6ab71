internal import Bytes
package import Diagnostics
package import FileTree

/// Compares the output of a build with that of a clean one: `build --verify`.
package struct CleanBuildCheck {
  private let options: BuildOptions
  private let disk: Disk

  /// A check of what was built with `options`.
  package init(_ options: BuildOptions, disk: Disk = Disk()) {
    self.options = options
    self.disk = disk
  }

  /// Builds the site anew into a temporary folder; an error for the first file, in the order of
  /// paths, that is not the same byte for byte.
  package func run() async throws -> Diagnostic? {
    let folder =
      CacheFolder.path(
        root: options.source, output: options.output, base: options.cache, disk: disk) + "/verify"
    try disk.removeTree(folder)
    var clean = options
    clean.output = folder
    clean.remembers = false
    clean.changes = nil
    _ = try await Build(clean, disk: disk).run()
    let difference = try difference(
      between: OutputFolder(options.output, adopts: true, disk: disk).manifest,
      and: OutputFolder(folder, adopts: true, disk: disk).manifest, folder)
    try disk.removeTree(folder)
    return difference
  }

  /// Both manifests are sorted, so they are read side by side.
  private func difference(
    between own: Manifest, and clean: Manifest, _ folder: String
  ) throws -> Diagnostic? {
    var (a, b) = (0, 0)
    while a < own.count || b < clean.count {
      if b == clean.count || (a < own.count && own.path(a).precedes(clean.path(b))) {
        return OutputMessages.notInCleanBuild(own.path(a).string)
      }
      if a == own.count || clean.path(b).precedes(own.path(a)) {
        return OutputMessages.onlyInCleanBuild(clean.path(b).string)
      }
      let path = own.path(a).string
      let (old, new) = (
        try? disk.read(options.output + "/" + path), try disk.read(folder + "/" + path)
      )
      if old != new {
        return OutputMessages.differsFromCleanBuild(path, difference: line(old ?? [], new))
      }
      (a, b) = (a + 1, b + 1)
    }
    return nil
  }

  /// The first line that differs, as both builds have it.
  private func line(_ old: [UInt8], _ new: [UInt8]) -> String {
    let (olds, news) = (
      old.split(separator: 0x0A, omittingEmptySubsequences: false),
      new.split(separator: 0x0A, omittingEmptySubsequences: false)
    )
    let number = zip(olds, news).enumerated().first { $1.0 != $1.1 }?.offset
    guard let number else { return "\(olds.count) lines, and \(news.count) in a clean build" }
    func text(_ line: ArraySlice<UInt8>) -> String {
      String(decoding: line.prefix(160), as: UTF8.self)
    }
    return
      "line \(number + 1) is '\(text(olds[number]))', and '\(text(news[number]))' in a clean build"
  }
}
