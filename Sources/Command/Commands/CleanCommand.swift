internal import ArgumentParser
internal import FileTree
internal import SiteBuilder

/// `warta clean`.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove what Warta wrote.",
    discussion: "Files that Warta did not write stay, unless --all is given.")

  @Argument(help: "The folder of the site. (default: .)")
  var site: String?

  @OptionGroup var options: SiteOptions

  @Flag(help: "Empty the whole output folder, whoever wrote what is in it.")
  var all = false

  func run() throws {
    let build = try options.buildOptions(site: site)
    let terminal = options.terminal(root: build.source)
    let removed = try OutputFolder.clean(build.output, all: all, disk: Disk())
    try Disk().removeTree(build.source + "/.warta")
    terminal.print("removed \(count(removed, "file"))")
  }
}
