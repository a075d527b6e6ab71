internal import Bytes
package import Incremental
internal import Localization
internal import SiteModel

/// Says in words what a key asks: for `why` and `build -v`.
///
/// Keys hold hashes, so names are found by hashing what the site has; what it has no more is named
/// by what kind of thing it was.
package struct KeyWords {
  private let snapshot: Snapshot
  private var names: [UInt64: String] = [:]

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    addPaths()
    addNames()
  }

  /// What a key asks: `the title, deck or tags of Content/iran/a.md`.
  package func words(for key: ReadKey) -> String {
    guard let question = Question(rawValue: key.question) else { return "something" }
    let subject = subject(question, key.subject)
    return switch question {
    case .file: "the file \(subject)"
    case .site: "the settings of the site"
    case .edition: "the settings of edition \(subject)"
    case .language: "the title or language of edition \(subject)"
    case .string: "the text \(subject) of Templates/strings"
    case .template: "the template \(subject) or one that it names"
    case .asset: "the asset \(subject)"
    case .picture: "the picture \(subject)"
    case .record: "the record of \(subject)"
    case .sectionPage: "the own page of \(subject)"
    case .standingPages: "the standing pages of edition \(subject)"
    case .standingTranslations: "the translations of \(subject)"
    case .data: "the data file \(subject)"
    case .face: "what cards show of \(subject): title, deck, kicker, picture, genre"
    case .times: "the times of \(subject)"
    case .measure: "the excerpt or word count of \(subject)"
    case .details: "the front matter of \(subject)"
    case .body: "the text of \(subject)"
    case .clock: "whether \(subject) is pinned or breaking"
    case .state: "whether \(subject) is shown"
    case .url: "the URL of \(subject)"
    case .section: "the section of \(subject)"
    case .tags: "the tags of \(subject)"
    case .authors: "the authors of \(subject)"
    case .neighbours: "the older or newer story beside \(subject)"
    case .related: "the stories related to \(subject)"
    case .translations: "the translations of \(subject)"
    case .part: "the series of \(subject)"
    case .target: "what is at \(subject)"
    case .identifier: "the story of an id"
    case .lookup: "the section, tag, author or series of a name"
    case .standingURL: "the URL of \(subject)"
    case .redirects: "the redirects"
    case .redirect: "where a former path leads"
    case .sitemaps: "the list of sitemaps"
    case .now: "the time of the build"
    case .preview: "whether drafts, scheduled or expired stories are shown"
    default: listWords(question, key, subject)
    }
  }

  private func listWords(_ question: Question, _ key: ReadKey, _ subject: String) -> String {
    switch question {
    case .term: "the name or URL of \(subject)"
    case .listURL: "the URL of \(subject)"
    case .feeds: "the feeds of \(subject)"
    case .slice: "the newest stories of \(subject)"
    case .page:
      key.first == 0
        ? "the stories on the first page of \(subject)"
        : "the stories on page \(key.first) of \(subject)"
    case .count: "the number of stories of \(subject)"
    case .pages: "the number of pages of \(subject)"
    case .isThin: "whether \(subject) has few stories"
    case .besides: "the tags beside \(subject)"
    case .pinned: "the pinned stories of \(subject)"
    case .editionURL: "the URL of a page of edition \(subject)"
    case .yearURL: "the URL of the archive of \(key.first)"
    case .terms:
      "the \(Term.Kind(rawValue: UInt8(clamping: key.first))?.plural ?? "terms") of \(subject)"
    case .menu: "the names or URLs of the sections of \(subject)"
    case .commonTags: "the most common tags of \(subject)"
    case .months: "the months of the archive of \(subject)"
    case .shard, .shardChange: "the stories of \(key.first / 100)-\(key.first % 100) of \(subject)"
    case .newsWindow: "the stories of the last two days of \(subject)"
    case .today: "the day that it is in \(subject)"
    case .updated, .newestChange: "the newest change in \(subject)"
    case .besideMonths: "the months before and after \(subject)"
    case .besideYears: "the years of the archive before and after \(key.first)"
    default: "something of \(subject)"
    }
  }

  private func subject(_ question: Question, _ identity: UInt64) -> String {
    if let id = snapshot.story(identity) {
      return snapshot.card(id).string(.path) ?? "a story"
    }
    if let list = snapshot.list(identity) { return words(forList: list) }
    if let name = names[identity] { return name }
    return "something that is not there"
  }

  private func words(forList list: ListID) -> String {
    let own = snapshot.index.lists[Int(list)]
    let edition = snapshot.settings.editions[own.edition].key.value
    switch own.subject {
    case .edition: return "edition \(edition)"
    case .corrections: return "the corrections of edition \(edition)"
    case .month(_, let year, let month): return "\(year)-\(month) in edition \(edition)"
    case .term(let id):
      let term = snapshot.index.terms[Int(id)]
      return "the \(term.kind) '\(term.key)'"
    }
  }

  private mutating func add(_ name: String, as words: String? = nil) {
    names[Fingerprint.identity(of: name)] = words ?? "'\(name)'"
  }

  private mutating func addPaths() {
    let site = snapshot.site
    for picture in site.pictures.all { add(picture.path) }
    for file in site.staticFiles { add(file.source) }
    for path in site.brokenStories { add(path) }
    for page in site.contents.standing { add(page.path) }
    for page in site.contents.sectionPages { add(page.path) }
  }

  private mutating func addNames() {
    let site = snapshot.site
    for edition in snapshot.settings.editions { add(edition.key.value) }
    for edition in snapshot.editions {
      for key in edition.strings.keys {
        names[edition.identity(ofString: key)] = "'\(key)' (\(edition.language.tag))"
      }
    }
    for asset in site.assets.assets { add(asset.name) }
    for file in site.data { add(file.name) }
    for source in site.theme.sources { add(source.name) }
    let records = site.contents.records
    for record in records.authors ?? [] { add(.author, record.key.value) }
    for record in records.sections { add(.section, record.key.value) }
    for record in records.series { add(.series, record.key.value) }
    for record in records.tags { add(.tag, record.key.value) }
  }

  private mutating func add(_ kind: Term.Kind, _ key: String) {
    names[Term.recordIdentity(kind, key)] = "the \(kind) '\(key)'"
  }
}

extension Term.Kind {
  fileprivate var plural: String {
    switch self {
    case .section: "sections"
    case .tag: "tags"
    case .author: "authors"
    case .series: "series"
    }
  }
}
