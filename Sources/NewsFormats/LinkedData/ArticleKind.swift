/// What kind of article a story is, as schema.org divides them.
package enum ArticleKind: Hashable, Sendable {
  case news, report, opinion, analysis, background, review
  /// Paid for by an advertiser: never called news.
  case advertising

  /// The kind of a story whose front matter has this `genre`.
  package init(genre: String) {
    switch genre {
    case "opinion", "editorial", "column": self = .opinion
    case "analysis": self = .analysis
    case "explainer": self = .background
    case "feature", "interview": self = .report
    case "review": self = .review
    case "sponsored": self = .advertising
    default: self = .news
    }
  }
}
