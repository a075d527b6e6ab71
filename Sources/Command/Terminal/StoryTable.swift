internal import Bytes
internal import Diagnostics
internal import SiteBuilder

/// Stories as they are printed.
struct StoryTable {
  private let rows: [StoryRow]

  init(_ rows: [StoryRow]) {
    self.rows = rows
  }

  private static let titles = ["STATE", "DATE", "SECTION", "URL", "TITLE"]

  private func fields(_ row: StoryRow) -> [String] {
    [
      "\(row.state)", row.date ?? "-", row.section ?? "-", row.url ?? row.path, row.title,
    ].map { TerminalText.printable($0) }
  }

  /// One line a story: state, date, section, URL or file, and title, separated by tabs so that
  /// other programs can cut them.
  var text: String {
    rows.map { fields($0).joined(separator: "\t") + "\n" }.joined()
  }

  /// The same for people at a terminal: columns with titles.
  var aligned: String {
    let lines = [Self.titles] + rows.map { fields($0) }
    let widths = Self.titles.indices.map { column in
      lines.reduce(0) { max($0, TerminalText.columns(of: $1[column].unicodeScalars)) }
    }
    var text = ""
    for line in lines {
      for (column, field) in line.enumerated() {
        text += field
        guard column + 1 < line.count else { continue }
        let columns = TerminalText.columns(of: field.unicodeScalars)
        text += String(repeating: " ", count: widths[column] - columns + 2)
      }
      text += "\n"
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
