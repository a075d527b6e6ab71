internal import Bytes
internal import Diagnostics
internal import Incremental
internal import SiteModel

extension SiteReader {
  /// What a link to a Markdown file means.
  enum LinkTarget {
    case story(CardID, url: ByteView?)
    case page(url: ByteView)
    /// A story whose file has errors of its own.
    case broken
    case none
  }

  /// The target of a link to the Markdown file at `path`, written in the file `source`.
  func target(of path: String, from source: String) -> LinkTarget {
    guard let file = resolved(path, from: source) else { return .none }
    note(.init(.target, named: file))
    if let id = snapshot.story(atPath: file) { return .story(id, url: url(ofStory: id)) }
    let contents = snapshot.site.contents
    if let number = contents.standing.firstIndex(where: { $0.path == file }),
      let url = url(ofStanding: number)
    {
      return .page(url: url)
    }
    if let page = contents.sectionPages.first(where: { $0.path == file }),
      let term = snapshot.section(of: page), let url = url(ofTerm: term)
    {
      return .page(url: url)
    }
    return snapshot.site.brokenStories.contains(file) ? .broken : .none
  }

  /// A story by its id or by its path below `Content/`.
  func story(named name: String, edition: Int) -> CardID? {
    let key = StoryKey(edition: edition, hash: Fingerprint(of: name).low)
    note(.init(.identifier, subject: snapshot.identity(ofIdentifier: key)))
    if let id = snapshot.index.identifiers[key] { return id }
    for path in [name, name + ".md", name + "/index.md"] {
      note(.init(.target, named: "Content/" + path))
      if let id = snapshot.story(atPath: "Content/" + path) { return id }
    }
    return nil
  }

  /// A path as it could be written, for a link that leads nowhere.
  func suggestion(for path: String, from source: String) -> String? {
    let name = path.lastComponent
    let folder = (resolved(path, from: source) ?? source).folder
    let siblings = snapshot.site.contents.cards.paths(inFolder: folder).map(\.lastComponent)
    return Suggestion.closest(to: name, in: siblings).map { path.folder + $0 }
  }

  /// The source path that a relative path in `source` names; nothing when it leaves `Content/`.
  private func resolved(_ path: String, from source: String) -> String? {
    if path.hasPrefix("/") { return "Content" + path }
    var components = source.folder.split(separator: "/")
    for component in path.split(separator: "/") {
      switch component {
      case ".": continue
      case "..":
        guard components.count > 1 else { return nil }
        components.removeLast()
      default: components.append(component)
      }
    }
    return components.joined(separator: "/")
  }
}

extension Snapshot {
  /// The subject of the question for the story of an `id`.
  func identity(ofIdentifier key: StoryKey) -> UInt64 {
    var hash = NumberHash(editionIdentities[key.edition])
    hash.add(key.hash)
    return hash.value
  }

  /// The section whose own page a file is; nothing when no page shows it.
  func section(of page: SectionPage) -> TermID? {
    index.editions[page.edition].sections.first { index.terms[Int($0)].key == page.section }
  }
}
