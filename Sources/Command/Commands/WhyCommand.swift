internal import ArgumentParser
internal import Diagnostics
internal import SiteBuilder

/// `warta why`.
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say why a story is published or not, and why a page was rendered.",
    discussion: """
      Names a story by its file, a page by its URL or its path in the output:
        warta why Content/iran/sama.md
        warta why /iran/2024/09/sama/
      """)

  @Argument(help: "A file of Content/, a URL of the site, or a path of the output.")
  var subject: String

  @OptionGroup var options: SiteOptions

  func run() async throws {
    let build = try options.buildOptions(site: nil)
    let terminal = options.terminal(root: build.source)
    let site = try await Build(build).inspect()
    guard let report = WhyReport(subject, in: site) else {
      let close = Suggestion.closest(to: subject, in: WhyReport.candidates(in: site))
      throw ValidationError(
        "The site has no '\(subject)'." + (close.map { " Did you mean '\($0)'?" } ?? ""))
    }
    for line in report.lines { terminal.print(line) }
  }
}
