import Foundation
import Testing

/// A table of `Sources/Localization/Tables`, made by a test from its source and kept as code.
///
/// Set `WARTA_UPDATE_TABLES=1` to write what the source says today; then read the difference.
struct TableFile {
  let name: String
  /// The source of the data, in words, for the first line.
  let source: String
  let version: String
  /// The doc comment of the table.
  let summary: String

  /// Checks that the file holds `rows`, or writes them.
  func check(_ rows: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Localization/Tables/\(name).swift")
    let text = """
      // A generated table: \(source). Made by \(name)Tests with WARTA_UPDATE_TABLES=1.
      // swift-format-ignore-file

      /// \(summary)
      package enum \(name) {
        package static let version = "\(version)"
        package static let rows = #\"""
      \(rows.joined(separator: "\n"))

      \"""#
      }

      """
    if Self.isUpdating { try Data(text.utf8).write(to: file) }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept.utf8.elementsEqual(text.utf8), "differs", sourceLocation: sourceLocation)
  }

  static var isUpdating: Bool {
    ProcessInfo.processInfo.environment["WARTA_UPDATE_TABLES"] == "1"
  }
}
