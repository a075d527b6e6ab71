internal import Bytes
internal import Localization
internal import SiteModel

extension SiteReader {
  /// The standing pages of an edition, in the order of menus: by `order`, then by path.
  func standingPages(edition: Int) -> [(number: Int, title: String, url: ByteView)] {
    note(.init(.record, named: "standing", edition))
    let pages = snapshot.site.contents.standing
    let own = pages.indices.filter { pages[$0].edition == edition }
    let sorted = own.sorted { a, b in
      let (first, second) = (pages[a].metadata.order ?? .max, pages[b].metadata.order ?? .max)
      return first == second ? pages[a].path < pages[b].path : first < second
    }
    return sorted.compactMap { number in
      guard let url = snapshot.url(ofRoute: snapshot.routes.standing[number]) else { return nil }
      let metadata = pages[number].metadata
      return (number, metadata.shortTitle ?? metadata.title.value, url)
    }
  }

  /// A standing page by its number.
  func standing(_ number: Int) -> StandingPage {
    let page = snapshot.site.contents.standing[number]
    note(.init(.record, named: page.path))
    return page
  }

  /// The URL of a standing page.
  func url(ofStanding number: Int) -> ByteView? {
    note(.init(.url, named: snapshot.site.contents.standing[number].path))
    return snapshot.url(ofRoute: snapshot.routes.standing[number])
  }

  /// The standing pages that tell the same in other editions.
  func standingTranslations(_ number: Int) -> [Int] {
    let pages = snapshot.site.contents.standing
    note(.init(.record, named: "standing translations"))
    let own = pages[number]
    return pages.indices.filter { other in
      guard other != number, pages[other].edition != own.edition else { return false }
      if let key = own.metadata.translationKey?.value {
        return pages[other].metadata.translationKey?.value == key
      }
      return pages[other].metadata.translationKey == nil && pages[other].slugPath == own.slugPath
    }
  }

  /// The own page of a section, written by the editors.
  func sectionPage(_ term: TermID) -> SectionPage? {
    let section = snapshot.index.terms[Int(term)]
    note(.init(.record, named: "section \(section.key)", section.edition))
    return snapshot.site.contents.sectionPages.first {
      $0.section == section.key && $0.edition == section.edition
    }
  }

  /// The record behind a section, tag or author.
  func authorRecord(_ term: Term) -> AuthorRecord? {
    note(.init(.record, named: "author \(term.key)"))
    return term.record.flatMap { snapshot.site.contents.records.authors?[$0] }
  }

  func sectionRecord(_ term: Term) -> SectionRecord? {
    note(.init(.record, named: "section \(term.key)"))
    return term.record.map { snapshot.site.contents.records.sections[$0] }
  }

  func seriesRecord(_ term: Term) -> SectionRecord? {
    note(.init(.record, named: "series \(term.key)"))
    return term.record.map { snapshot.site.contents.records.series[$0] }
  }

  func tagRecord(_ term: Term) -> TagRecord? {
    note(.init(.record, named: "tag \(term.key)"))
    return term.record.map { snapshot.site.contents.records.tags[$0] }
  }

  /// The feeds of an edition's front.
  func feeds(ofEdition edition: Int) -> [(format: FeedFormat, url: ByteView)] {
    feeds(of: snapshot.index.editions[edition].stories)
  }

  /// The feeds of a list, in the order of formats.
  func feeds(of list: ListID) -> [(format: FeedFormat, url: ByteView)] {
    note(.init(.url, subject: snapshot.listIdentities[Int(list)], 1))
    return FeedFormat.allCases.compactMap { format in
      guard let route = snapshot.routes.feeds[FeedKey(list: list, format: format)],
        let url = snapshot.url(ofRoute: route)
      else { return nil }
      return (format, url)
    }
  }

  /// The latest change of a story of an edition that is shown; nothing without stories.
  func newestChange(edition: Int) -> SiteModel.Timestamp? {
    note(.init(.updated, edition))
    let stories = snapshot.index.lists[Int(snapshot.index.editions[edition].stories)].stories
    return stories.lazy.compactMap { self.snapshot.cards[$0].lastChange }
      .max { $0.seconds < $1.seconds }
  }

  /// The day that it is in the zone of an edition.
  func today(edition: Int) -> CivilDate {
    note(.init(.today, edition))
    return snapshot.site.contents.zones[edition].local(at: snapshot.moment.now).date
  }

  /// A picture by the name that a file uses; nothing when there is none.
  func picture(_ name: String, besides file: String) -> PictureFile? {
    let picture = snapshot.site.pictures.find(name, besides: file)
    note(.init(.picture, named: picture?.path ?? "\(file) \(name)"))
    return picture
  }

  /// The URL of a picture that a page shows: beside the page, or where `static/` is copied to.
  func url(of picture: PictureFile, onPageAt url: ByteView) -> String {
    let prefix = "Content/static/"
    if picture.path.hasPrefix(prefix) {
      return snapshot.settings.baseURL.path + "/" + picture.path.dropFirst(prefix.count)
    }
    return url.string.folder + picture.path.lastComponent
  }

  /// The curated containers of an edition's front.
  func front(edition: Int) -> FrontRecord? {
    note(.init(.frontFile, edition))
    return snapshot.site.fronts[edition]
  }

  /// What the sign-off code of a story stands for.
  func author(ofCode code: String) -> AuthorRecord? {
    note(.init(.record, named: "code \(code)"))
    return snapshot.index.codes[code].flatMap { snapshot.site.contents.records.authors?[$0] }
  }
}

extension Card {
  /// When the story last changed: `updated`, else `date`.
  var lastChange: SiteModel.Timestamp? { time(.updated) ?? time(.date) }
}
