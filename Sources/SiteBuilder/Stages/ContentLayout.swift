internal import Bytes
internal import FileTree
package import SiteModel

/// What a file below `Content/` is, by its path.
package enum ContentRole: Hashable, Sendable {
  /// `section` is the folder that names it; nothing at the top of the edition.
  case article(edition: Int, section: String?, name: String)
  /// `path` is the path below `pages/` without its ending.
  case standing(edition: Int, path: String)
  case sectionPage(edition: Int, section: String)
  case staticFile
  case data(name: String)
  case front(edition: String)
  case ledger
  /// `site.yaml` and the records.
  case settings
  /// Anything else: a picture or a document beside the stories.
  case attachment
  case ignored
}

/// Tells the role of every path, from the settings.
package struct ContentLayout: Sendable {
  private let editions: [String: Int]
  private let ignored: [Glob]
  private let ignoresByDefault: Bool

  package init(_ settings: SiteSettings) {
    editions = Dictionary(
      settings.editions.enumerated().map { ($1.key.value, $0) },
      uniquingKeysWith: { first, _ in first })
    let own = settings.ignore.map(\.value)
    ignoresByDefault = own.isEmpty
    ignored = (own.isEmpty ? Self.defaultIgnored : own).map { Glob($0) }
  }

  /// The patterns of a site that sets none; names that begin with a dot are always ignored.
  static let defaultIgnored = ["_*", "*~", "README.md"]

  static let settingsFiles: Set<String> = [
    "site.yaml", "authors.yaml", "sections.yaml", "series.yaml", "tags.yaml",
  ]

  /// The role of the file at `path`, relative to the site.
  package func role(of path: String) -> ContentRole {
    let below = Array(path.split(separator: "/").dropFirst())
    guard let first = below.first, let name = below.last else { return .ignored }
    if first == "static", below.count > 1 { return .staticFile }
    if below.contains(where: { $0.hasPrefix(".") }) { return .ignored }
    if below.count == 1, Self.settingsFiles.contains(String(first)) { return .settings }
    if first == "data", below.count > 1 { return .data(name: withoutEnding(below.dropFirst())) }
    if first == "urls", name.hasSuffix(".tsv") { return .ledger }
    if first == "fronts", below.count == 2, name.hasSuffix(".yaml") {
      return .front(edition: String(name.dropLast(".yaml".count)))
    }
    let edition = below.count > 1 ? editions[String(first)] : nil
    return role(of: below.dropFirst(edition == nil ? 0 : 1), edition: edition ?? 0)
  }

  /// What the path of a story says of it.
  struct StoryPlace: Sendable {
    var edition: Int
    var section: String?
    var name: String
  }

  /// What `path` says of the story there; nothing where it is no story's.
  func storyPlace(_ path: String) -> StoryPlace? {
    guard case .article(let edition, let section, let name) = role(of: path) else { return nil }
    return StoryPlace(edition: edition, section: section, name: name)
  }

  /// Whether a file of this name is a story because its folder takes such files: true only for what
  /// needs no further look.
  func isPlainStory(_ name: ByteView, bundles: Bool, stories: Bool) -> Bool {
    guard ignoresByDefault, let first = name.first, first != UInt8(ascii: "_"),
      first != UInt8(ascii: "."), name.count > 3,
      name.slice((name.count - 3)..<name.count).elementsEqual(".md".utf8)
    else { return false }
    if name.elementsEqual("index.md".utf8) { return bundles }
    return stories && !name.elementsEqual("README.md".utf8)
  }

  private func role(of below: ArraySlice<Substring>, edition: Int) -> ContentRole {
    guard let name = below.last else { return .ignored }
    let path = below.joined(separator: "/")
    if name == "_index.md", below.count == 2, let section = below.first {
      return .sectionPage(edition: edition, section: String(section))
    }
    if ignored.contains(where: { $0.matches(path) }) { return .ignored }
    guard name.hasSuffix(".md") else { return .attachment }
    if below.first == "pages", below.count > 1 {
      return .standing(edition: edition, path: withoutEnding(below.dropFirst()))
    }
    return article(below, edition)
  }

  /// A bundle is named by its folder; folders of digits are years and months, not sections.
  private func article(_ below: ArraySlice<Substring>, _ edition: Int) -> ContentRole {
    var folders = below.dropLast()
    var name = below.last.map { String($0.dropLast(".md".count)) } ?? ""
    if name == "index", let folder = folders.popLast() { name = String(folder) }
    let section = folders.first { !$0.allSatisfy(\.isASCIIDigit) }
    return .article(edition: edition, section: section.map(String.init), name: name)
  }

  private func withoutEnding(_ components: ArraySlice<Substring>) -> String {
    let path = components.joined(separator: "/")
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    return path[slash...].lastIndex(of: ".").map { String(path[..<$0]) } ?? path
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
