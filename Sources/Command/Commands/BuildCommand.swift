internal import ArgumentParser
internal import Diagnostics
internal import SiteBuilder

/// `warta build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site.",
    discussion: """
      Writes only files that changed, deletes only files that Warta wrote, and changes nothing
      when there is an error.
      """)

  @Argument(help: "The folder of the site. (default: .)")
  var site: String?

  @OptionGroup var options: SiteOptions

  @Flag(help: "Take over an output folder or file that Warta did not write.")
  var adopt = false

  @Flag(help: "Publish the rest although some files have errors.")
  var keepGoing = false

  @Option(
    help: ArgumentHelp(
      "Write what this build added, changed and removed against the last one, as JSON.",
      valueName: "file"))
  var changes: String?

  @Flag(help: "Build once more from nothing and compare all files.")
  var verify = false

  func run() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    var build = try options.buildOptions(site: site)
    build.adopts = adopt
    build.keepsGoing = keepGoing
    build.changes = changes
    build.waiting = Terminal.sayWaiting
    let terminal = options.terminal(root: build.source)
    if !options.quiet { build.progress = Progress.reporter(since: start) }
    let report = try await Build(build).run()
    Progress.clear()
    terminal.report(report.diagnostics)
    if options.verbose { PageLog(report).print(to: terminal) }
    let isDone = report.errors == 0
    if isDone, verify, let difference = try await CleanBuildCheck(build).run() {
      terminal.report([difference])
      throw CommandFailure(.content)
    }
    if isDone || keepGoing {
      let seconds = Double((clock.now - start) / .milliseconds(1)) / 1_000
      terminal.print(BuildSummary(report, seconds: seconds, isVerbose: options.verbose).text)
    }
    if !isDone {
      Terminal.write(ErrorSummary(report, isPublished: keepGoing).text + "\n", toErrors: true)
      throw CommandFailure(report.hasBrokenSettings ? .usage : .content)
    }
    // The system takes the memory of a large site back at once; giving it back piece by piece takes
    // longer than a build that has nothing to do.
    Terminal.leave()
  }
}
