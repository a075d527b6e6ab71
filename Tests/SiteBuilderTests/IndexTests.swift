import FileTree
import Localization
import SiteBuilder
import SiteModel
import TestSupport
import Testing

/// Lists of a site of many stories, beside lists that are made in the most obvious way.
struct IndexTests {
  /// A story as the test knows it.
  private struct Story {
    var path: String
    var edition: Int
    var section: String
    var id: String?
    /// Counted in months of 28 days from the first of January.
    var day: Int
    var minute: Int
    var embargoDay: Int?
    var isDraft: Bool
    var isPinned: Bool
    var isInSitemap: Bool
    var tags: [String]
    var authors: [String]
    var series: String?

    var isLive: Bool { !isDraft && (embargoDay ?? 0) < Self.days }
    var month: Int { day / 28 }
    static let days = 9 * 28

    /// What decides the place in a list.
    var order: (Int, String) {
      let publication = max(day * 1440 + minute, (embargoDay ?? 0) * 1440)
      return (publication, id ?? path)
    }
  }

  private static let folders = ["", "en/"]
  private static let tags = ["Iran", "IRAN", "nuklir", "Selat Hormuz", "selat hormuz", "minyak"]

  private static func stories(_ random: inout SeededRandom) -> [Story] {
    (0..<400).map { number in
      let edition = number % 5 == 0 ? 1 : 0
      let section = ["iran", "dunia", "opini"].randomElement(using: &random) ?? "iran"
      let isHeld = Int.random(in: 0..<12, using: &random)
      return Story(
        path: "Content/\(folders[edition])\(section)/s\(number).md", edition: edition,
        section: section, id: number % 3 == 0 ? "id-\(number * 7919 % 1000)-\(number)" : nil,
        day: Int.random(in: 0..<Story.days, using: &random),
        minute: Int.random(in: 0..<2, using: &random),
        embargoDay: isHeld < 2 ? [120, Story.days][isHeld] : nil, isDraft: isHeld == 2,
        isPinned: isHeld == 3, isInSitemap: isHeld != 4,
        tags: Array(tags.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))),
        authors: ["Dewi", "Budi", "Sari"].filter { _ in Bool.random(using: &random) },
        series: isHeld > 9 ? ["Kronologi", "kronologi"][isHeld - 10] : nil)
    }
  }

  private static func text(_ story: Story) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    func day(_ number: Int) -> String { "2024-\(two(number / 28 + 1))-\(two(number % 28 + 1))" }
    var keys = "tags: [\(story.tags.joined(separator: ", "))]\n"
    keys += "authors: [\(story.authors.joined(separator: ", "))]\n"
    if let id = story.id { keys += "id: \(id)\n" }
    if story.isDraft { keys += "draft: true\n" }
    if !story.isInSitemap { keys += "sitemap: false\n" }
    if story.isPinned { keys += "pinned_until: 2025-01-01 00:00\n" }
    if let series = story.series { keys += "series: \(series)\n" }
    if let embargo = story.embargoDay {
      keys += "embargo: \(day(embargo)) 00:00\n"
    }
    return "---\ntitle: Berita\ndate: \(day(story.day)) 00:0\(story.minute)\n\(keys)---\n\nIsi.\n"
  }

  @Test(arguments: 0..<4)
  func `lists hold what they must in order`(_ seed: Int) async throws {
    var random = SeededRandom(seed: UInt64(seed))
    let stories = Self.stories(&random)
    let index = try await self.index(stories)
    let (cards, built) = (index.cards, index.index)
    func paths(_ ids: [CardID]) -> [String] { ids.map { cards[$0].string(.path) ?? "" } }
    for edition in 0..<2 {
      let live = stories.filter { $0.edition == edition && $0.isLive }
        .sorted { $0.order < $1.order }
      let own = built.editions[edition]
      #expect(paths(built.lists[Int(own.stories)].stories) == live.map(\.path))
      #expect(paths(own.pinned) == live.filter(\.isPinned).map(\.path).reversed())
      let listed = own.sitemap.flatMap { paths($0.stories) }
      let byMonth = (0..<9).flatMap { month in live.filter { $0.month == month } }
      #expect(listed == byMonth.filter(\.isInSitemap).map(\.path))
      let archived = own.months.flatMap { paths(built.lists[Int($0)].stories) }
      #expect(archived == live.map(\.path))
      for id in own.sections + own.tags + own.authors {
        let term = built.terms[Int(id)]
        let expected = live.filter { mentions($0, term) }.map(\.path)
        #expect(paths(built.lists[Int(term.list)].stories) == expected, "\(term.key)")
      }
      // A name is the spelling of the oldest story.
      let spellings = live.flatMap(\.tags).reduce(into: [String]()) { names, tag in
        if !names.contains(where: { $0.lowercased() == tag.lowercased() }) { names.append(tag) }
      }
      #expect(Set(own.tags.map { built.terms[Int($0)].name }) == Set(spellings))
      #expect(own.series.count <= 1)
    }
  }

  @Test func `the stories of a folder are those in the folder itself`() async throws {
    var random = SeededRandom(seed: 7)
    var stories = Self.stories(&random)
    for number in stories.indices where number % 4 == 1 {
      let name = "s\(number)"
      stories[number].path = stories[number].path.replacing(name, with: "s1/2024-\(number)/\(name)")
    }
    let cards = try await index(stories).cards
    #expect(cards.count == stories.count)
    let folders = Set(stories.map { $0.path.folder })
    for folder in folders.union(["Content/", "Content/en/", "Content/iran/s1/", "Content/x/"]) {
      let expected = stories.map(\.path).filter { $0.folder == folder }
      #expect(Set(cards.paths(inFolder: folder)) == Set(expected), "\(folder)")
      #expect(cards.paths(inFolder: folder).count == expected.count)
    }
    for story in stories { #expect(cards.story(atPath: story.path) != nil) }
    #expect(cards.story(atPath: "Content/iran/s") == nil)
  }

  private func mentions(_ story: Story, _ term: Term) -> Bool {
    switch term.kind {
    case .section: story.section == term.key
    case .tag: story.tags.contains { $0.lowercased() == term.key.lowercased() }
    case .author: story.authors.contains(term.key)
    case .series: story.series?.lowercased() == term.key.lowercased()
    }
  }

  private func index(_ stories: [Story]) async throws -> (cards: CardTable, index: SiteIndex) {
    var files = [
      "Content/site.yaml": """
      base_url: https://kabar.example
      timezone: Asia/Jakarta
      editions:
        id: {title: Kabar, lang: id}
        en: {title: News, lang: en}

      """
    ]
    for story in stories { files[story.path] = Self.text(story) }
    let site = try SampleSite(files)
    let disk = Disk()
    let tree = try SourceTree(
      root: site.folder.path, folders: ["Content", "Templates"], disk: disk)
    let loaded = try await LoadStage(
      root: site.folder.path, tree: tree, disk: disk, workers: Workers(count: 2)
    ).load()
    let contents = try #require(loaded.site).contents
    let now = try TimeText.parse("2024-09-30T00:00Z").resolve(in: .utc).instant
    return (contents.cards, IndexBuilder.build(contents, at: BuildMoment(now: now)).index)
  }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
