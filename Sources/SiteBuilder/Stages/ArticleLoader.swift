internal import Bytes
internal import Diagnostics
internal import FileTree
internal import FrontMatter
internal import Localization
internal import Markdown
internal import SiteModel

/// Reads content files into cards; the same value serves every worker.
struct ArticleLoader: Sendable {
  let root: String
  let disk: Disk
  let settings: SiteSettings
  let pictures: PictureTable
  /// The folders of stories, by number.
  let folders: [SortedFiles.StoryFolder]
  /// By number of the folder; only stories beside a picture or document need their body read for
  /// references to them.
  let foldersWithAttachments: [Bool]
  let layout: ContentLayout
  let memory: SourceMemory
  /// The fingerprint of the settings that every card depends on.
  let settingsFingerprint: Fingerprint
  private let contexts: [SchemaContext]
  /// The zone of every edition; UTC where none is set.
  let zones: [Zone]

  init(
    root: String, disk: Disk, settings: SiteSettings, pictures: PictureTable,
    folders: [SortedFiles.StoryFolder], foldersWithAttachments: [Bool], layout: ContentLayout,
    memory: SourceMemory, settingsFingerprint: Fingerprint
  ) {
    self.folders = folders
    self.layout = layout
    self.memory = memory
    self.settingsFingerprint = settingsFingerprint
    self.root = root
    self.disk = disk
    self.settings = settings
    self.pictures = pictures
    self.foldersWithAttachments = foldersWithAttachments
    contexts = settings.editions.map { SchemaContext(edition: $0) }
    zones = contexts.map { $0.zone ?? .utc }
  }

  /// The cards of some stories, and what is known and wrong of their files.
  func load(
    _ files: ArraySlice<SortedFiles.Story>
  ) -> (cards: CardChunk, sources: [SourceLog.Entry]) {
    var worker = Worker()
    worker.sources.reserveCapacity(files.count)
    for file in files { worker.sources.append(load(file, &worker)) }
    return (worker.chunk, worker.sources)
  }

  /// What one worker reuses from story to story.
  private struct Worker: ~Copyable {
    var chunk = CardChunk()
    var sources: [SourceLog.Entry] = []
    var encoder = CardEncoder()
    var record = ByteBuffer(capacity: 2048)
    var markdown = MarkdownRenderer()
  }

  /// Keeps the card of a story that did not change, else makes it anew.
  ///
  /// A file of the stamp that is remembered is not even read.
  private func load(_ file: SortedFiles.Story, _ worker: inout Worker) -> SourceLog.Entry {
    let identity = Fingerprint.identity(of: file.path)
    let context = context(of: file)
    let known = memory.known(identity).flatMap { known in
      known.record.context == context && hasPicture(known.record) ? known : nil
    }
    if let known, known.record.stamp == file.stamp { return keep(known, known.record, &worker) }
    let source = ContentSource(file.path.string, root: root, disk: disk)
    var record = memory.record(identity, file.stamp, hash: source.fingerprint)
    record.context = context
    if let known, known.record.hash == record.hash {
      record.picture = known.record.picture
      record.card = known.record.card
      return keep(known, record, &worker)
    }
    var entry = SourceLog.Entry(record: record, diagnostics: source.diagnostics)
    if source.isUsable, let place = place(of: file, source.path) {
      let article = Article(path: source.path, place: place, hasAttachments: hasAttachments(file))
      if parse(source, article, &entry, &worker) { entry.record.card = 0 }
    }
    return entry
  }

  private func keep(
    _ known: SourceMemory.Known, _ record: SourceRecord, _ worker: inout Worker
  ) -> SourceLog.Entry {
    if let row = memory.cardRow(of: known) { worker.chunk.keep(row) }
    return SourceLog.Entry(
      record: record, kept: record.stamp == known.record.stamp ? known.number : nil,
      diagnostics: memory.diagnostics(of: known))
  }

  /// What a card depends on besides its file: the settings, and whether its body is looked at.
  private func context(of file: SortedFiles.Story) -> UInt64 {
    settingsFingerprint.low ^ (hasAttachments(file) ? 1 : 0)
  }

  private func hasAttachments(_ file: SortedFiles.Story) -> Bool {
    foldersWithAttachments[file.folder]
  }

  /// A story's file and what its path says.
  private struct Article {
    var path: String
    var place: ContentLayout.StoryPlace
    var hasAttachments: Bool

    var edition: Int { place.edition }
    var section: String? { place.section }
    var name: String { place.name }
  }

  private func place(
    of file: SortedFiles.Story, _ path: String
  ) -> ContentLayout.StoryPlace? {
    SortedFiles.place(of: file, in: folders[file.folder]) ?? layout.storyPlace(path)
  }

  /// Whether the lead picture that was found is there still.
  private func hasPicture(_ record: SourceRecord) -> Bool {
    record.picture == 0 || pictures.contains(record.picture)
  }

  /// Makes the card of a story; answers whether it has one.
  private func parse(
    _ source: ContentSource, _ file: Article, _ entry: inout SourceLog.Entry,
    _ worker: inout Worker
  ) -> Bool {
    let reading = FrontMatterReader.read(source.bytes, file: file.path)
    entry.diagnostics += reading.diagnostics
    guard let tree = reading.tree else { return false }
    let schema = ArticleSchema.read(tree, file: file.path, context: contexts[file.edition])
    entry.diagnostics += schema.diagnostics
    guard let metadata = schema.value else { return false }
    guard let slug = slug(of: metadata, file) else {
      entry.diagnostics.append(ContentMessages.noSlug(file.path, name: file.name))
      return false
    }
    let body = source.bytes[reading.body]
    let measure = measure(body, metadata, file, reading.body.lowerBound, &worker.markdown)
    check(metadata, file, &entry)
    let origin = CardOrigin(
      path: file.path, edition: file.edition,
      section: metadata.section?.value ?? file.section, slug: slug,
      day: metadata.date.map { zones[file.edition].day(of: $0.value) },
      bodyStart: reading.body.lowerBound, body: Fingerprint(of: body.span), measure: measure)
    worker.record.removeAll()
    worker.encoder.encode(metadata, origin, into: &worker.record)
    worker.chunk.append(worker.record)
    return true
  }

  private func slug(of metadata: ArticleMetadata, _ file: Article) -> String? {
    if let slug = metadata.slug { return slug.value }
    let edition = settings.editions[file.edition]
    if edition.slugs == .id, let id = metadata.id { return id.value }
    let mode: Slug.Mode = edition.slugs == .ascii ? .ascii : .native
    return Slug.make(file.name, mode: mode, language: edition.language)
  }

  /// Parses the body where the card needs it: for an excerpt, or for the pictures it shows, which
  /// are found by rendering it.
  private func measure(
    _ body: ArraySlice<UInt8>, _ metadata: ArticleMetadata, _ file: Article,
    _ offset: Int, _ markdown: inout MarkdownRenderer
  ) -> CardMeasure? {
    guard metadata.summary == nil || file.hasAttachments else { return nil }
    guard file.hasAttachments else {
      let summary = markdown.summarize(body.span, options: MarkdownOptions())
      return CardMeasure(excerpt: summary.excerpt, wordCount: summary.wordCount, pictures: [])
    }
    let rendered = rendered(body, file.path, offset, [.wordCount, .excerpt], &markdown)
    return CardMeasure(
      excerpt: rendered.summary.excerpt, wordCount: rendered.summary.wordCount,
      pictures: rendered.shownPictures)
  }

  /// What a body says when it is rendered without looking at the rest of the site.
  private func rendered(
    _ body: ArraySlice<UInt8>, _ path: String, _ offset: Int,
    _ measures: MarkdownOptions.Measures, _ markdown: inout MarkdownRenderer
  ) -> RenderedMarkdown {
    var output = ByteBuffer(capacity: body.count * 2)
    var resolver = UnresolvedReferences()
    var options = MarkdownOptions()
    options.measures = measures
    return markdown.render(
      body.span, at: MarkdownPlace(file: path, offset: offset), options: options,
      resolver: &resolver, into: &output)
  }
}

// MARK: - Checks

extension ArticleLoader {
  private func check(
    _ metadata: ArticleMetadata, _ file: Article, _ entry: inout SourceLog.Entry
  ) {
    let edition = settings.editions[file.edition]
    let listed = edition.sections.map(\.value)
    if let section = metadata.section?.value ?? file.section {
      let location = SourceLocation(file: file.path, range: metadata.section?.range.offsets)
      if !listed.isEmpty, !listed.contains(section) {
        entry.diagnostics.append(
          ContentMessages.unknownSection(section, at: location, known: listed))
      } else if edition.paths.all.contains(section) || section == "assets" {
        entry.diagnostics.append(ContentMessages.reservedSection(section, file.path))
      }
    }
    if let image = metadata.image { check(image, file.path, &entry) }
  }

  private func check(
    _ image: ImageReference, _ path: String, _ entry: inout SourceLog.Entry
  ) {
    let location = image.source.location(in: path)
    let name = image.source.value
    if name.hasPrefix("https://") || name.hasPrefix("http://") { return }
    if let picture = pictures.find(name, besides: path) {
      entry.record.picture = Fingerprint.identity(of: picture.path)
    } else {
      // No picture has this identity, so the story is read again until it is found.
      entry.record.picture = .max
      entry.diagnostics.append(
        ContentMessages.missingPicture(name, at: location, known: pictures.names(besides: path)))
    }
    if image.metadata.alt == nil, !image.metadata.isDecorative {
      entry.diagnostics.append(ContentMessages.missingAlt(at: location))
    }
  }
}

// MARK: - Pages

extension ArticleLoader {
  /// Reads a standing page.
  func loadStanding(
    _ source: ContentSource, edition: Int, slugPath: String
  ) -> SchemaReading<StandingPage> {
    loadPage(source, edition, StandingSchema.read) { metadata, start, pictures in
      let language = settings.editions[edition].language
      let names = slugPath.split(separator: "/").map { name in
        Slug.make(String(name), mode: .native, language: language) ?? String(name)
      }
      var components = names.last == "index" && names.count > 1 ? names.dropLast() : names[...]
      if let slug = metadata.slug { components = components.dropLast() + [slug.value] }
      var page = StandingPage(
        path: source.path, edition: edition, slugPath: components.joined(separator: "/"),
        metadata: metadata, bodyStart: start)
      page.bodyPictures = pictures
      return page
    }
  }

  /// Reads a section's own page.
  func loadSection(
    _ source: ContentSource, edition: Int, section: String
  ) -> SchemaReading<SectionPage> {
    loadPage(source, edition, SectionSchema.read) { metadata, start, pictures in
      var page = SectionPage(
        path: source.path, edition: edition, section: section, metadata: metadata, bodyStart: start)
      page.bodyPictures = pictures
      return page
    }
  }

  private func loadPage<Metadata, Page>(
    _ source: ContentSource, _ edition: Int,
    _ read: (YAMLTree, String, SchemaContext) -> SchemaReading<Metadata>,
    _ make: (Metadata, Int, [Located<String>]) -> Page
  ) -> SchemaReading<Page> {
    guard source.isUsable else { return SchemaReading(value: nil, diagnostics: []) }
    let path = source.path
    let reading = FrontMatterReader.read(source.bytes, file: path)
    var diagnostics = reading.diagnostics
    guard let tree = reading.tree else {
      return SchemaReading(value: nil, diagnostics: diagnostics)
    }
    let schema = read(tree, path, contexts[edition])
    diagnostics += schema.diagnostics
    var markdown = MarkdownRenderer()
    let start = reading.body.lowerBound
    let pictures = rendered(source.bytes[reading.body], path, start, [], &markdown).shownPictures
    return SchemaReading(
      value: schema.value.map { make($0, start, pictures) }, diagnostics: diagnostics)
  }
}

extension RenderedMarkdown {
  /// The pictures of the text, as written.
  fileprivate var shownPictures: [Located<String>] {
    pictures.map { Located($0.path, at: SourceRange($0.range)) }
  }
}

extension Zone {
  /// The day of a timestamp on the clocks of the zone.
  fileprivate func day(of time: SiteModel.Timestamp) -> CivilDate {
    local(at: Instant(seconds: time.seconds)).date
  }
}
