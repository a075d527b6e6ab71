internal import Bytes
internal import Incremental
internal import SiteModel

/// What a render can ask of a site; the raw value is the question of a `ReadKey`.
///
/// Each names what its answer depends on, so that a build can tell which answers changed.
package enum Question: UInt8, CaseIterable, Sendable {
  /// The bytes of a source file, or that it does not exist. Subject: the path.
  case file
  /// A setting of the site or an edition. Subject: its name; first: the edition.
  case setting
  /// A UI string. Subject: language and key.
  case string
  /// A template that was looked for. Subject: its name.
  case template
  /// The hashed name of an asset. Subject: its name.
  case asset
  /// Size and kind of a picture. Subject: its path.
  case picture
  /// A record, a standing page's or a section page's metadata. Subject: kind and key.
  case record
  /// A curated front. First: the edition.
  case frontFile
  /// A file of `Content/data/`. Subject: its name.
  case data
  /// Groups of what a story's card says. Subject: the story.
  case face, times, measure, details
  /// The Markdown of a story. Subject: the story.
  case body
  /// Whether a story is pinned or breaking now. Subject: the story.
  case clock
  /// Whether a story is shown, held or gone. Subject: the story.
  case state
  /// The URL of a story, term or page. Subject: which.
  case url
  /// The name that readers see of a term. Subject: the term.
  case name
  /// Stories of a list, newest first. Subject: the list; first: offset; second: limit.
  case slice
  /// The stories of a numbered page and whether it is the last. Subject: the list; first: number.
  case page
  /// How many stories a list has. Subject: the list.
  case count
  /// How many numbered pages a list has. Subject: the list.
  case pages
  /// Older and newer story in the section. Subject: the story.
  case neighbours
  /// Stories to read next. Subject: the story.
  case related
  /// The same story in other editions. Subject: the story.
  case translations
  /// Previous and next part of a series. Subject: the story.
  case part
  /// The terms of a kind. First: edition; second: kind.
  case terms
  /// The months of the archive. First: edition.
  case months
  /// The pinned stories of a list. Subject: the list.
  case pinned
  /// The stories of a shard of the sitemap. First: edition; second: month.
  case shard
  /// The stories of the news sitemap. First: edition.
  case newsWindow
  /// The stories of `articles(…)`. Subject: the query; first: offset; second: limit.
  case query
  /// Every redirect.
  case redirects
  /// The day that it is in an edition. First: edition.
  case today
  /// The time of the newest change in an edition. First: edition.
  case updated
  /// Whether the build shows what is not public.
  case preview
}

extension ReadKey {
  init(_ question: Question, subject: UInt64 = 0, _ first: Int = 0, _ second: Int = 0) {
    self.init(
      question.rawValue, subject: subject, first: UInt32(truncatingIfNeeded: first),
      second: UInt32(truncatingIfNeeded: second))
  }

  init(_ question: Question, named name: String, _ first: Int = 0, _ second: Int = 0) {
    self.init(question, subject: Fingerprint.identity(of: name), first, second)
  }
}
