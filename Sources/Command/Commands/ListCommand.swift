internal import ArgumentParser
internal import SiteBuilder
internal import SiteModel

/// `warta list`.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the articles and their state, newest first.",
    discussion: "States: \(StoryState.allCases.map { "\($0)" }.joined(separator: ", ")).")

  @Argument(help: "The folder of the site. (default: .)")
  var site: String?

  @Option(help: "Only stories in this state.")
  var state: String?

  @Option(help: "Only stories of this edition.")
  var edition: String?

  @Option(help: "Only stories of this section.")
  var section: String?

  @Option(help: "Only stories with this tag.")
  var tag: String?

  @Option(help: "Only stories of this author, by key.")
  var author: String?

  @Flag(help: "Print JSON: an array of objects.")
  var json = false

  @OptionGroup var options: SiteOptions

  func run() async throws {
    let build = try options.buildOptions(site: site)
    let (site, filter) = (try await Build(build).inspect(), try filter())
    let rows = site.stories(filter)
    if rows.isEmpty {
      let misses = filter.misses(among: site.stories(StoryFilter()))
      for miss in misses { Terminal.write(miss + "\n", toErrors: true) }
    }
    let table = StoryTable(rows)
    let text = json ? table.json : Terminal.showsResults ? table.aligned : table.text
    Terminal.write(text, toErrors: false)
  }

  private func filter() throws -> StoryFilter {
    var filter = StoryFilter()
    if let state {
      guard let known = StoryState.allCases.first(where: { "\($0)" == state }) else {
        throw ValidationError(
          "'\(state)' is no state; there are \(StoryState.allCases.map { "\($0)" }.joined(separator: ", "))."
        )
      }
      filter.state = known
    }
    filter.edition = edition
    filter.section = section
    filter.tag = tag
    filter.author = author
    return filter
  }
}
