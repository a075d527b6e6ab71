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
  private var diagnostics: [Diagnostic] = []
  private var files = FileTable()

  /// Prepares loading the site in `root` whose files are `tree`.
  package init(root: String, tree: SourceTree, disk: Disk, workers: Workers) {
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
      foldersWithAttachments: sorted.attachmentFolders)
    let cards = try await readArticles(sorted.articles, articles)
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
      pictures: pictures, staticFiles: sorted.staticFiles, data: data,
      fronts: fronts, ledger: ledger, layout: layout,
      brokenStories: brokenStories(sorted.articles, cards), files: files)
    return LoadResult(site: site, diagnostics: diagnostics, hasBrokenSettings: false)
  }
}

// MARK: - Settings and records

extension LoadStage {
  private mutating func readSettings() -> SiteSettings? {
    let path = "Content/site.yaml"
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
    _ files: [SortedFiles.Article], _ loader: ArticleLoader
  ) async throws -> CardTable {
    var chunks: [CardChunk] = []
    var found: [Diagnostic] = []
    try await workers.map(files.count, chunk: 64) { range in
      loader.load(files[range])
    } consume: { result in
      chunks.append(result.cards)
      found += result.diagnostics
    }
    diagnostics += found
    return CardTable(joining: chunks)
  }

  private func brokenStories(_ files: [SortedFiles.Article], _ cards: CardTable) -> Set<String> {
    guard cards.count < files.count else { return [] }
    return Set(files.map(\.path).filter { cards.story(atPath: $0) == nil })
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
    let (root, disk) = (root, disk)
    let sizes = paths.map { tree.file(at: $0)?.stamp.size ?? 0 }
    var pictures: [PictureFile] = []
    var found = files
    try await workers.map(paths.count, chunk: 64) { range in
      try range.map { number in
        try Self.picture(paths[number], size: sizes[number], root: root, disk: disk)
      }
    } consume: { chunk in
      for (picture, fingerprint) in chunk {
        pictures.append(picture)
        found.note(picture.path, fingerprint)
      }
    }
    files = found
    return PictureTable(pictures)
  }

  /// What is known of a picture, and the fingerprint of its bytes.
  ///
  /// A file too large to be read at once is known by its size and its beginning.
  private static func picture(
    _ path: String, size: Int64, root: String, disk: Disk
  ) throws(DiskError) -> (PictureFile, Fingerprint) {
    // 64 KiB hold the header of every picture but a JPEG with a huge profile.
    let headLength = 1 << 16
    let bytes =
      size > Disk.largestFile
      ? try disk.read(root + "/" + path, limit: headLength) : try disk.read(root + "/" + path)
    let header = ImageHeader(Array(bytes.prefix(headLength)))
    var fingerprint = Fingerprint(of: bytes)
    fingerprint.combine(Fingerprint(low: UInt64(size), high: 0))
    let picture = PictureFile(
      path: path, width: header?.width, height: header?.height,
      mediaType: header?.format.mediaType, size: Int(size))
    return (picture, fingerprint)
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
