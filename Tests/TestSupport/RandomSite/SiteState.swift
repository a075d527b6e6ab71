/// What a random site consists of; its files are made of this and nothing else, so that an edit is
/// a change of one value and reverting it brings back the same bytes.
struct SiteState {
  /// Hours after the beginning of 2024, UTC.
  var hour = 24 * 200
  /// Whether builds show drafts.
  var showsDrafts = false
  var settings: [String: String] = [:]
  /// Own settings of editions, by edition.
  var editionSettings: [String: [String: String]] = [:]
  var editions = ["id"]
  var stories: [SiteStory] = []
  /// How often a file of the theme was changed, by path.
  var theme: [String: Int] = [:]
  var usesBuiltinTheme = false
  /// The names of authors by key; nothing without an `authors.yaml`.
  var authors: [String: String]?
  /// The names of tags by key, and their further spellings.
  var tags: [String: (name: String, alias: String?)] = [:]
  var sections: [String: String] = [:]
  var series: [String: String] = [:]
  /// Standing pages: path below `Content/` without its ending.
  var pages: [String: (title: String, body: String)] = [:]
  /// The words of sections' own pages, by path of the section.
  var sectionPages: [String: String] = [:]
  /// Curated fronts by edition.
  var fronts: [String: String] = [:]
  var data: [String: String] = [:]
  /// UI strings laid over those of the theme, by language and key.
  var strings: [String: [String: String]] = [:]
  /// Widths of pictures by path below `Content/`.
  var pictures: [String: Int] = [:]
  var staticFiles: [String: String] = [:]
  /// Rows of the ledger: path and story.
  var ledger: [String: String] = [:]
}

/// A story of a random site.
struct SiteStory {
  /// Makes file names unique.
  var number: Int
  var edition: String
  var section: String?
  var name: String
  var isBundle = false
  var title: String
  /// Hours after the beginning of 2024.
  var hour: Int
  var isDraft = false
  /// Whether it has no date while it is a draft.
  var isUndated = false
  var tags: [String] = []
  var authors: [String] = []
  var body: String
  /// All other lines of front matter, by key.
  var keys: [String: String] = [:]

  /// The path of the file.
  var path: String {
    let folder = ["Content", edition == "id" ? nil : edition, section].compactMap(\.self)
    return folder.joined(separator: "/") + "/" + name + (isBundle ? "/index.md" : ".md")
  }

  /// The folder that its pictures lie in.
  var folder: String {
    String(path.prefix(path.count - (path.split(separator: "/").last?.count ?? 0)))
  }
}
