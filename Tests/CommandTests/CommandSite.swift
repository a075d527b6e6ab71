import Foundation
import TestSupport

/// Sites that the tests of the command line work on.
enum CommandSite {
  static let settings = "base_url: https://kabar.example\ntitle: Kabar\ntimezone: Asia/Jakarta\n"

  static func article(
    _ title: String, date: String = "2024-09-19 10:41", _ keys: String = "", body: String = "Isi."
  ) -> String {
    "---\ntitle: \(title)\ndate: \(date)\n\(keys.isEmpty ? "" : keys + "\n")---\n\n\(body)\n"
  }

  /// A site that builds without a word.
  static func good() throws -> TemporaryFolder {
    try TemporaryFolder([
      "Content/site.yaml": settings, "Content/iran/a.md": article("A"),
      "Content/iran/b.md": article("B", date: "2024-09-20"),
    ])
  }

  /// A site with one error and one warning.
  static func bad() throws -> TemporaryFolder {
    try TemporaryFolder([
      "Content/site.yaml": settings, "Content/iran/a.md": article("A", "tagz: [x]"),
      "Content/iran/b.md": article("B", "updated: 2024-09-18"),
    ])
  }

  /// A site with one warning.
  static func doubtful() throws -> TemporaryFolder {
    try TemporaryFolder([
      "Content/site.yaml": settings, "Content/iran/a.md": article("A", body: "[x](/tidak/)"),
    ])
  }

  /// The bytes of every file of a folder, by path.
  static func contents(_ folder: TemporaryFolder, below prefix: String = "Public/") throws
    -> [String: Data]
  {
    var contents: [String: Data] = [:]
    for path in try folder.files() where path.hasPrefix(prefix) {
      contents[path] = try Data(contentsOf: folder.url.appendingPathComponent(path))
    }
    return contents
  }
}
