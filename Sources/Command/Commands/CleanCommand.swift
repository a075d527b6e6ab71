internal import ArgumentParser
internal import FileTree
internal import SiteBuilder

/// `warta clean`.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove what Warta wrote, and what it remembers of it.",
    discussion: "Files that Warta did not write stay, unless --all is given.")

  @Argument(help: "The folder of the site. (default: .)")
  var site: String?

  @OptionGroup var options: SiteOptions

  @Flag(help: "Empty the whole output folder, whoever wrote what is in it.")
  var all = false

  func run() throws {
    let build = try options.buildOptions(site: site)
    let terminal = options.terminal(root: build.source)
    let disk = Disk()
    let path = CacheFolder.path(
      root: build.source, output: build.output, base: build.cache, disk: disk)
    let hasCache = try disk.kind(of: path) == .folder
    let cache = hasCache ? try CacheFolder(at: path, disk: disk, waiting: Terminal.sayWaiting) : nil
    let removed = try OutputFolder.clean(build.output, all: all, disk: disk)
    try disk.removeTree(build.cache == nil ? build.source + "/.warta" : path)
    // The folder is held until it is gone.
    _ = consume cache
    terminal.print("removed \(count(removed, "file"))")
  }
}
