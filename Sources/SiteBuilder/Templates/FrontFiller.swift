internal import Diagnostics
internal import SiteModel

/// Fills the containers of a curated front: chosen stories first, then the newest that fit.
///
/// No story stands twice; one that is held, expired or gone leaves its place to the next.
struct FrontFiller {
  private let host: SiteHost
  private let edition: Int
  private var shown: Set<CardID> = []
  private(set) var containers: [(container: FrontContainer, stories: [CardID])] = []

  /// How many stories a container shows that does not say.
  private static let usualLimit = 4

  init(_ front: FrontRecord, edition: Int, _ host: SiteHost) {
    self.host = host
    self.edition = edition
    for container in front.containers { fill(container) }
  }

  private mutating func fill(_ container: FrontContainer) {
    var stories: [CardID] = []
    for reference in container.items {
      guard let id = host.reader.story(named: reference.value, edition: edition) else {
        report(.missing, reference)
        continue
      }
      guard host.reader.state(id) == .live else {
        report(.held, reference)
        continue
      }
      if shown.insert(id).inserted { stories.append(id) }
    }
    let limit = container.limit ?? max(stories.count, Self.usualLimit)
    if let query = container.backfill {
      for id in backfill(query, upTo: limit + shown.count) where stories.count < limit {
        if shown.insert(id).inserted { stories.append(id) }
      }
    }
    containers.append((container, Array(stories.prefix(limit))))
  }

  private func backfill(_ query: StoryQuery, upTo limit: Int) -> [CardID] {
    var stories = StorySelection(edition: edition)
    stories.section = query.section?.value
    stories.tag = query.tag?.value
    stories.author = query.author?.value
    stories.series = query.series?.value
    stories.genre = query.genre
    stories.limit = limit
    return host.reader.stories(stories)
  }

  private enum Trouble { case missing, held }

  private func report(_ trouble: Trouble, _ reference: Located<String>) {
    let location = reference.location(in: host.reader.snapshot.frontPath(edition: edition))
    switch trouble {
    case .missing:
      host.diagnostics.append(
        Diagnostic(
          .error, id: "front.unknown-story", "no story '\(reference.value)'", at: location,
          help: "name a story by its id, or by its path below Content"))
    case .held:
      host.diagnostics.append(
        Diagnostic(
          .warning, id: "front.held-story", "'\(reference.value)' is not shown now", at: location,
          help: "the next story takes its place"))
    }
  }
}
