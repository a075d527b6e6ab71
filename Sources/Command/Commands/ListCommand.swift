internal import ArgumentParser
internal import Bytes
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
    let rows = try await Build(build).inspect().stories(try filter())
    Terminal.write(json ? StoryTable(rows).json : StoryTable(rows).text, toErrors: false)
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

/// Stories as they are printed.
struct StoryTable {
  private let rows: [StoryRow]

  init(_ rows: [StoryRow]) {
    self.rows = rows
  }

  /// One line a story: state, date, section, URL or file, and title, separated by tabs so that
  /// other programs can cut them.
  var text: String {
    var text = ""
    for row in rows {
      let fields = [
        "\(row.state)", row.date ?? "-", row.section ?? "-", row.url ?? row.path, row.title,
      ]
      text += fields.joined(separator: "\t") + "\n"
    }
    return text
  }

  /// An array of objects, an object a line.
  var json: String {
    var buffer = ByteBuffer(capacity: 1 << 12)
    buffer.append("[")
    for (number, row) in rows.enumerated() {
      buffer.append(number == 0 ? "\n" : ",\n")
      append(row, to: &buffer)
    }
    buffer.append("\n]\n")
    return buffer.string()
  }

  private func append(_ row: StoryRow, to buffer: inout ByteBuffer) {
    let members: [(String, String?)] = [
      ("path", row.path), ("title", row.title), ("state", "\(row.state)"), ("date", row.date),
      ("edition", row.edition), ("section", row.section), ("url", row.url),
    ]
    buffer.append("{")
    for case (let name, let value?) in members {
      buffer.append(jsonString: name)
      buffer.append(": ")
      buffer.append(jsonString: value)
      buffer.append(", ")
    }
    append("tags", row.tags, to: &buffer)
    buffer.append(", ")
    append("authors", row.authors, to: &buffer)
    buffer.append("}")
  }

  private func append(_ name: String, _ values: [String], to buffer: inout ByteBuffer) {
    buffer.append(jsonString: name)
    buffer.append(": [")
    for (number, value) in values.enumerated() {
      if number > 0 { buffer.append(", ") }
      buffer.append(jsonString: value)
    }
    buffer.append("]")
  }
}
