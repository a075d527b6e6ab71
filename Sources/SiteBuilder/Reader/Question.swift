internal import Bytes
internal import Incremental
internal import SiteModel

/// What a render can ask of a site; the raw value is the question of a `ReadKey`.
///
/// Each names what its answer depends on, so that a build can tell which answers changed. A subject
/// is an identity: of a path, a name, a story (its path's), a list, an edition (its key's). What
/// is said in brackets is what `Answers` makes a fingerprint of.
package enum Question: UInt8, CaseIterable, Sendable {
  // MARK: Files and settings

  /// The bytes of a file that is no story. Subject: the path.
  case file
  /// The settings that are the site's own, and which editions there are.
  case site
  /// The settings of an edition, the site's among them. Subject: the edition.
  case edition
  /// What an edition is called and in which language it is. Subject: the edition.
  case language
  /// A UI string. Subject: language and key.
  case string
  /// A template that was looked for (its source and that of all that it names). Subject: its name.
  case template
  /// The hashed name of an asset. Subject: its name.
  case asset
  /// Size and kind of a picture. Subject: the path that was tried.
  case picture
  /// An entry of the records. Subject: kind and key.
  case record
  /// The own page of a section (the bytes of its file). Subject: the list of the section.
  case sectionPage
  /// The standing pages of an edition in the order of menus. Subject: the edition.
  case standingPages
  /// The standing pages of other editions that tell the same. Subject: the path.
  case standingTranslations
  /// A file of `Content/data/`. Subject: its name.
  case data

  // MARK: Stories; subject: the story

  /// A group of what the card says, by `CardGroup`.
  case face, times, measure, details, body
  /// Whether it is pinned or breaking now.
  case clock
  /// Whether it is shown, held or gone.
  case state
  /// The URL of its page.
  case url
  /// Its section, tags, authors with their roles.
  case section, tags, authors
  /// Older and newer story in the section.
  case neighbours
  /// Stories to read next (all that are looked at to choose them).
  case related
  /// The same story in other editions.
  case translations
  /// Its series, previous and next part.
  case part

  // MARK: References

  /// What a link to a content file means. Subject: the path.
  case target
  /// The story of an `id`. Subject: edition and id.
  case identifier

  // MARK: Terms and lists; subject: the list, of a term its own

  /// The name that readers see of a term, and the URL of its page: one question, because whoever
  /// asks one asks the other.
  case term
  /// The URL of another page of a list. First: its number.
  case listURL
  /// The URLs of the feeds of a list.
  case feeds
  /// Stories, newest first. First: offset; second: limit.
  case slice
  /// The stories of a numbered page and whether it is the last. First: number.
  case page
  /// How many stories a list has.
  case count
  /// How many numbered pages a list has.
  case pages
  /// Whether a tag has too few stories to be worth finding.
  case isThin
  /// The tags that stand most often beside a tag.
  case besides
  /// The newest change among the newest stories of a list.
  case newestChange
  /// The pinned stories of a list.
  case pinned
  /// The months before and after a month of the archive.
  case besideMonths
  /// The term that a name means. Subject: edition, kind and the identity of the name.
  case lookup

  // MARK: Editions; subject: the edition

  /// The URL of a page that an edition has once. First: its kind.
  case editionURL
  /// The URL of a year of the archive. First: the year.
  case yearURL
  /// The URL of a standing page. Subject: its path.
  case standingURL
  /// The sections that have a page, with their names and URLs: one question, because every page
  /// asks it.
  case menu
  /// The terms of a kind in their order. First: kind; second: the least number of stories.
  case terms
  /// The tags with most stories. First: the least number of stories; second: limit.
  case commonTags
  /// The months of the archive.
  case months
  /// The years before and after a year of the archive. First: the year.
  case besideYears
  /// The stories of a shard of the sitemap. First: month.
  case shard
  /// The newest change of a story in a shard. First: month.
  case shardChange
  /// The stories of the news sitemap.
  case newsWindow
  /// The day that it is.
  case today
  /// The time of the newest change.
  case updated

  // MARK: The whole

  /// The URLs of all sitemaps; first: 1 for those that robots.txt names.
  case sitemaps
  /// Every redirect.
  case redirects
  /// Where a former path leads. Subject: the path.
  case redirect
  /// The second that it is: the date of a draft that has none.
  case now
  /// Whether the build shows what is not public.
  case preview
}

extension ReadKey {
  init(_ question: Question, subject: UInt64 = 0, _ first: Int = 0, _ second: Int = 0) {
    self.init(
      question.rawValue, subject: subject, first: UInt32(clamping: first),
      second: UInt32(clamping: second))
  }

  init(_ question: Question, named name: String, _ first: Int = 0, _ second: Int = 0) {
    self.init(question, subject: Fingerprint.identity(of: name), first, second)
  }
}

extension CardGroup {
  /// The question that reads the group.
  var question: Question {
    switch self {
    case .face: .face
    case .times: .times
    case .measure: .measure
    case .details: .details
    case .body: .body
    }
  }
}
