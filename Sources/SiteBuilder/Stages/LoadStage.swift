internal import Bytes
internal import Diagnostics
package import FileTree
internal import FrontMatter
internal import Localization
internal import Markdown
internal import SiteModel

/// Turns files into cards, settings, records and the theme.
///
/// Load never sees the clock nor the options that decide who is shown, so that a build, a preview
/// and a build with drafts share its results.
package struct LoadStage {
  private let root: String
  private let tree: SourceTree
  private let disk: Disk
  private let workers: Workers
  private let memory: SourceMemory
  private var diagnostics: [Diagnostic] = []
  private var settingsFingerprint = Fingerprint.absent
  private var sources = SourceLog()
  private var files = FileTable()

  /// Prepares loading the site in `root` whose files are `tree`; what `journal` remembers is not
  /// read again.
  package init(
    root: String, tree: SourceTree, journal: SiteJournal? = nil, clock: DiskClock = .stopped,
    disk: Disk, workers: Workers
  ) {
    memory = SourceMemory(journal, clock: clock)
    self.root = root
    self.tree = tree
    self.disk = disk
    self.workers = workers
  }

  /// Loads the site; `baseURL` takes the place of the one in the settings.
  package consuming func load() async throws -> LoadResult {
    guard let settings = readSettings() else {
      return LoadResult(site: nil, diagnostics: diagnostics, hasBrokenSettings: true)
    }
    diagnostics += tree.refusedLinks.map { ContentMessages.refusedLink($0) }
    let layout = ContentLayout(settings)
    var sorted = SortedFiles(tree, layout)
    let pictures = try await readPictures(sorted.attachments + sorted.staticFiles.map(\.source))
    let records = readRecords(settings)
    let articles = ArticleLoader(
      root: root, disk: disk, settings: settings, pictures: pictures,
      folders: sorted.folders, foldersWithAttachments: sorted.foldersWithAttachments,
      layout: layout, memory: memory, settingsFingerprint: settingsFingerprint)
    let cards = try await readArticles(sorted.stories, articles)
    let pages = readPages(sorted, articles)
    let theme = readTheme(settings)
    let contents = SiteContents(
      settings: settings, records: records, cards: cards, standing: pages.standing,
      sectionPages: pages.sections, zones: articles.zones)
    sorted.staticFiles.removeAll { $0.output.isEmpty }
    let (data, fronts) = (readData(sorted.data), readFronts(sorted.fronts, settings))
    let ledger = readLedger(sorted.ledgers)
    let site = LoadedSite(
      contents: contents, theme: theme.files, strings: theme.strings, assets: theme.assets,
      pictures: pictures, staticFiles: sorted.staticFiles, data: data, fronts: fronts,
      ledger: ledger, layout: layout, sources: sources,
      brokenStories: brokenStories(sorted.stories, cards), files: files)
    return LoadResult(site: site, diagnostics: diagnostics, hasBrokenSettings: false)
  }
}

// MARK: - Settings and records

extension LoadStage {
  /// The file that makes a folder a site.
  static let settingsPath = "Content/site.yaml"

  private mutating func readSettings() -> SiteSettings? {
    let path = Self.settingsPath
    guard tree.contains(path) else {
      let hasLowerCase = (try? disk.kind(of: root + "/content/site.yaml")) == .file
      diagnostics.append(ContentMessages.noSettings(hasLowerCase: hasLowerCase))
      return nil
    }
    guard let yaml = readYAML(path) else { return nil }
    let reading = SettingsSchema.read(yaml, file: path)
    diagnostics += reading.diagnostics
    let wantsJSON = reading.value?.editions.contains { $0.outputs.contains(.json) } == true
    if wantsJSON { diagnostics.append(ContentMessages.noJSONOutput) }
    let isBroken = reading.diagnostics.contains { $0.severity == .error }
    return isBroken || wantsJSON ? nil : reading.value
  }

  private mutating func readRecords(_ settings: SiteSettings) -> SiteRecords {
    let editions = settings.editions.map(\.key.value)
    var records = SiteRecords()
    if let yaml = readYAML("Content/authors.yaml") {
      records.authors = unwrap(
        RecordSchemas.authors(yaml, file: "Content/authors.yaml", editions: editions))
    }
    if let yaml = readYAML("Content/sections.yaml") {
      records.sections =
        unwrap(RecordSchemas.sections(yaml, file: "Content/sections.yaml", editions: editions))
        ?? []
    }
    if let yaml = readYAML("Content/series.yaml") {
      records.series =
        unwrap(RecordSchemas.sections(yaml, file: "Content/series.yaml", editions: editions)) ?? []
    }
    if let yaml = readYAML("Content/tags.yaml") {
      records.tags =
        unwrap(RecordSchemas.tags(yaml, file: "Content/tags.yaml", editions: editions)) ?? []
    }
    return records
  }

  /// A file of text that is no story, noted with everything that is wrong with its text.
  private mutating func read(_ path: String) -> ContentSource {
    let source = ContentSource(path, root: root, disk: disk)
    diagnostics += source.diagnostics
    files.note(path, source.fingerprint)
    return source
  }

  /// The tree of a YAML file; nothing when there is no such file or it is broken.
  private mutating func readYAML(_ path: String) -> YAMLTree? {
    guard tree.contains(path) else { return nil }
    let source = read(path)
    if path == Self.settingsPath { settingsFingerprint = source.fingerprint }
    guard source.isUsable else { return nil }
    let reading = YAMLReader.read(source.bytes, file: path)
    diagnostics += reading.diagnostics
    return reading.tree
  }

  private mutating func unwrap<Value>(_ reading: SchemaReading<Value>) -> Value? {
    diagnostics += reading.diagnostics
    return reading.value
  }
}

// MARK: - Stories and pages

extension LoadStage {
  private mutating func readArticles(
    _ files: [SortedFiles.Story], _ loader: ArticleLoader
  ) async throws -> CardTable {
    var cards = CardTableBuilder(kept: memory.cards)
    var log = sources
    var found: [Diagnostic] = []
    try await workers.map(files.count, chunk: 64) { range in
      loader.load(files[range])
    } consume: { result in
      cards.append(result.cards)
      for source in result.sources { found += source.diagnostics }
      log.append(result.sources)
    }
    sources = log
    diagnostics += found
    return cards.table()
  }

  private func brokenStories(_ files: [SortedFiles.Story], _ cards: CardTable) -> Set<String> {
    guard cards.count < files.count else { return [] }
    return Set(files.map(\.path.string).filter { cards.story(atPath: $0) == nil })
  }

  private mutating func readPages(
    _ sorted: SortedFiles, _ loader: ArticleLoader
  ) -> (standing: [StandingPage], sections: [SectionPage]) {
    var standing: [StandingPage] = []
    var sections: [SectionPage] = []
    for file in sorted.pages {
      let source = read(file.path)
      let result = loader.loadStanding(source, edition: file.edition, slugPath: file.name)
      diagnostics += result.diagnostics
      // A draft of a standing page has no other state: it is never shown.
      if let page = result.value, !page.metadata.isDraft { standing.append(page) }
    }
    for file in sorted.sectionPages {
      let source = read(file.path)
      let result = loader.loadSection(source, edition: file.edition, section: file.name)
      diagnostics += result.diagnostics
      if let page = result.value { sections.append(page) }
    }
    return (standing, sections)
  }

  private mutating func readPictures(_ paths: [String]) async throws -> PictureTable {
    let loader = PictureLoader(root: root, disk: disk, memory: memory)
    let files = paths.compactMap { tree.file(at: $0) }
    var log = sources
    var pictures: [PictureFile] = []
    var table = self.files
    try await workers.map(files.count, chunk: 64) { range in
      try range.map { try loader.load(files[$0].path.string, files[$0].stamp) }
    } consume: { found in
      for (picture, source) in found {
        pictures.append(picture)
        table.note(picture.path, source.record.hash)
      }
      log.append(found.map(\.source))
    }
    self.files = table
    sources = log
    return PictureTable(pictures)
  }
}

// MARK: - Theme and data

extension LoadStage {
  private mutating func readTheme(
    _ settings: SiteSettings
  ) -> (files: ThemeFiles, strings: StringTable, assets: AssetTable) {
    var theme = ThemeFiles()
    do throws(DiskError) {
      theme = try ThemeFiles(
        of: tree, root: root, usesBuiltin: settings.theme == .builtin, disk: disk)
    } catch {
      diagnostics.append(error.diagnostic)
    }
    let strings = StringTable.read(theme)
    let assets = AssetTable.solve(theme)
    diagnostics += strings.diagnostics + assets.diagnostics
    for edition in settings.editions
    where settings.theme == .builtin && !strings.table.covers(edition.language) {
      diagnostics.append(ThemeMessages.noStrings(edition.language.tag))
    }
    return (theme, strings.table, assets.table)
  }

  private mutating func readData(_ files: [(name: String, path: String)]) -> [DataFile] {
    files.compactMap { file in
      let source = read(file.path)
      guard source.isUsable else { return nil }
      let reading = DataReader.read(source.bytes, path: file.path)
      diagnostics += reading.diagnostics
      return reading.value.map { DataFile(name: file.name, path: file.path, value: $0) }
    }
  }

  private mutating func readLedger(_ files: [String]) -> [LedgerRow] {
    files.flatMap { path -> [LedgerRow] in
      let source = read(path)
      let reading = LedgerRow.read(source.bytes, file: path)
      diagnostics += reading.diagnostics
      return reading.rows
    }
  }

  private mutating func readFronts(
    _ files: [(edition: String, path: String)], _ settings: SiteSettings
  ) -> [Int: FrontRecord] {
    var fronts: [Int: FrontRecord] = [:]
    for file in files {
      let keys = settings.editions.map(\.key.value)
      guard let edition = keys.firstIndex(of: file.edition) else {
        diagnostics.append(
          ContentMessages.unknownEdition(file.edition, in: file.path, known: keys))
        continue
      }
      guard let yaml = readYAML(file.path) else { continue }
      fronts[edition] = unwrap(FrontSchema.read(yaml, file: file.path))
    }
    return fronts
  }
}
