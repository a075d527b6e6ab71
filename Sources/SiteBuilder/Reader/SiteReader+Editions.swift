internal import Bytes
internal import Localization
internal import Incremental
internal import SiteModel

/// Standing pages, records, pictures and what changes with the clock.
extension SiteReader {
  /// The standing pages of an edition, in the order of menus: by `order`, then by path.
  func standingPages(edition: Int) -> [(number: Int, title: String, url: ByteView)] {
    note(.standingPages, ofEdition: edition)
    return snapshot.standingPages(edition: edition)
  }

  /// A standing page by its number.
  func standing(_ number: Int) -> StandingPage {
    let page = snapshot.site.contents.standing[number]
    note(.init(.file, named: page.path))
    return page
  }

  /// The URL of a standing page.
  func url(ofStanding number: Int) -> ByteView? {
    note(.init(.standingURL, named: snapshot.site.contents.standing[number].path))
    return snapshot.url(ofRoute: snapshot.routes.standing[number])
  }

  /// The standing pages that tell the same in other editions.
  func standingTranslations(_ number: Int) -> [Int] {
    note(.init(.standingTranslations, named: snapshot.site.contents.standing[number].path))
    return snapshot.standingTranslations(number)
  }

  /// The own page of a section, written by the editors.
  func sectionPage(_ term: TermID) -> SectionPage? {
    note(.sectionPage, ofList: list(ofTerm: term))
    return snapshot.sectionPage(term)
  }

  /// The record behind a section, tag or author.
  func authorRecord(_ term: Term) -> AuthorRecord? {
    note(.init(.record, subject: term.recordIdentity))
    return term.record.flatMap { snapshot.site.contents.records.authors?[$0] }
  }

  func sectionRecord(_ term: Term) -> SectionRecord? {
    note(.init(.record, subject: term.recordIdentity))
    return term.record.map { snapshot.site.contents.records.sections[$0] }
  }

  func seriesRecord(_ term: Term) -> SectionRecord? {
    note(.init(.record, subject: term.recordIdentity))
    return term.record.map { snapshot.site.contents.records.series[$0] }
  }

  func tagRecord(_ term: Term) -> TagRecord? {
    note(.init(.record, subject: term.recordIdentity))
    return term.record.map { snapshot.site.contents.records.tags[$0] }
  }

  /// The latest change of a story of an edition that is shown; nothing without stories.
  func newestChange(edition: Int) -> SiteModel.Timestamp? {
    note(.updated, ofEdition: edition)
    return snapshot.index.editions[edition].newestChange
  }

  /// The day that it is in the zone of an edition.
  func today(edition: Int) -> CivilDate {
    note(.today, ofEdition: edition)
    return snapshot.today(edition: edition)
  }

  /// A picture by the name that a file uses; nothing when there is none.
  func picture(_ name: String, besides file: String) -> PictureFile? {
    for path in snapshot.site.pictures.paths(of: name, besides: file) {
      note(.init(.picture, named: path))
      if let picture = snapshot.site.pictures[path] { return picture }
    }
    return nil
  }

  /// The URL of a picture that a page shows: beside the page, or where `static/` is copied to.
  func url(of picture: PictureFile, onPageAt url: ByteView) -> String {
    let prefix = "Content/static/"
    if picture.path.hasPrefix(prefix) {
      return settings.baseURL.path + "/" + picture.path.dropFirst(prefix.count)
    }
    return url.string.folder + picture.path.lastComponent
  }

  /// The curated containers of an edition's front.
  func front(edition: Int) -> FrontRecord? {
    note(.init(.file, named: snapshot.frontPath(edition: edition)))
    return snapshot.site.fronts[edition]
  }
}

// MARK: - Answers

extension Snapshot {
  func standingPages(edition: Int) -> [(number: Int, title: String, url: ByteView)] {
    let pages = site.contents.standing
    let own = pages.indices.filter { pages[$0].edition == edition }
    let sorted = own.sorted { a, b in
      let (first, second) = (pages[a].metadata.order ?? .max, pages[b].metadata.order ?? .max)
      return first == second ? pages[a].path < pages[b].path : first < second
    }
    return sorted.compactMap { number in
      guard let url = url(ofRoute: routes.standing[number]) else { return nil }
      let metadata = pages[number].metadata
      return (number, metadata.shortTitle ?? metadata.title.value, url)
    }
  }

  func standingTranslations(_ number: Int) -> [Int] {
    let pages = site.contents.standing
    let own = pages[number]
    return pages.indices.filter { other in
      guard other != number, pages[other].edition != own.edition else { return false }
      if let key = own.metadata.translationKey?.value {
        return pages[other].metadata.translationKey?.value == key
      }
      return pages[other].metadata.translationKey == nil && pages[other].slugPath == own.slugPath
    }
  }

  func sectionPage(_ term: TermID) -> SectionPage? {
    let section = index.terms[Int(term)]
    return site.contents.sectionPages.first {
      $0.section == section.key && $0.edition == section.edition
    }
  }

  func today(edition: Int) -> CivilDate {
    site.contents.zones[edition].local(at: moment.now).date
  }

  /// The file of the curated front of an edition, which need not exist.
  func frontPath(edition: Int) -> String {
    "Content/fronts/\(settings.editions[edition].key.value).yaml"
  }
}

extension Term {
  /// The identity of the entry of the records that the term has or could have.
  var recordIdentity: UInt64 { Self.recordIdentity(kind, key) }

  /// The identity of an entry of the records.
  static func recordIdentity(_ kind: Kind, _ key: String) -> UInt64 {
    var hash = NumberHash(UInt64(kind.rawValue))
    hash.add(key)
    return hash.value
  }
}
