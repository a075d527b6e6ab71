internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import SiteBuilder

/// `warta check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Build nothing and report everything that is wrong.",
    discussion: "Loads and renders the whole site; with files named, reports only on those.")

  @Argument(help: "Report only on these files.")
  var files: [String] = []

  @OptionGroup var options: SiteOptions

  @Flag(help: "Write the repairs that are certain, such as quotes around a headline.")
  var fix = false

  func run() async throws {
    let build = try options.buildOptions(site: nil)
    for file in files where try Disk().stamp(of: file) == nil {
      throw ValidationError("There is no file '\(file)'.")
    }
    let terminal = options.terminal(root: build.source)
    var report = try await Build(build).check()
    if fix, try Repair(report.diagnostics, root: build.source).apply(terminal) {
      report = try await Build(build).check()
    }
    if !files.isEmpty {
      let named = Set(files.map { relative($0, to: build.source) })
      report.diagnostics = report.diagnostics.filter { named.contains($0.location?.file ?? "") }
    }
    terminal.report(report.diagnostics)
    if report.errors > 0 {
      Terminal.write(ErrorSummary(report, isPublished: false).text + "\n", toErrors: true)
      throw CommandFailure(report.hasBrokenSettings ? .usage : .content)
    }
    terminal.print(
      "checked \(count(report.articles, "article")), \(count(report.pages, "page")): "
        + "\(count(report.warnings, "warning"))")
  }

  /// The path as diagnostics name it: relative to the site.
  private func relative(_ path: String, to root: String) -> String {
    let disk = Disk()
    guard let file = disk.realPath(path), let folder = disk.realPath(root),
      file.hasPrefix(folder + "/")
    else { return path }
    return String(file.dropFirst(folder.count + 1))
  }
}

/// Writes the repairs that diagnostics carry.
struct Repair {
  private let byFile: [String: [Diagnostic.Fix]]
  private let root: String

  init(_ diagnostics: [Diagnostic], root: String) {
    self.root = root
    var byFile: [String: [Diagnostic.Fix]] = [:]
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fix, let file = diagnostic.location?.file,
        file.hasPrefix("Content/")
      else { continue }
      byFile[file, default: []].append(fix)
    }
    self.byFile = byFile
  }

  /// Repairs every file and says which; answers whether there was anything to do.
  func apply(_ terminal: Terminal) throws -> Bool {
    let disk = Disk()
    for (file, fixes) in byFile.sorted(by: { $0.key < $1.key }) {
      var bytes = try disk.read(root + "/" + file)
      // From the end, so that earlier ranges stay where they are.
      var end = Int.max
      for fix in fixes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
      where fix.range.upperBound <= min(end, bytes.count) {
        bytes.replaceSubrange(fix.range, with: Array(fix.replacement.utf8))
        end = fix.range.lowerBound
      }
      try disk.replace(root + "/" + file, with: bytes)
      terminal.print("repaired \(file)")
    }
    return !byFile.isEmpty
  }
}
