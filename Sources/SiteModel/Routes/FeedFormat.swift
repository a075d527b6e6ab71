/// The formats that feeds are written in; the raw value is the `page` of a feed's route.
package enum FeedFormat: UInt32, CaseIterable, Sendable {
  case rss, atom, json

  /// The name of the file beside the list's page.
  package var fileName: String {
    switch self {
    case .rss: "feed.rss"
    case .atom: "feed.atom"
    case .json: "feed.json"
    }
  }

  /// The media type.
  package var mediaType: String {
    switch self {
    case .rss: "application/rss+xml"
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }

  /// The format that a setting names.
  package init(_ setting: FeedSettings.Format) {
    switch setting {
    case .rss: self = .rss
    case .atom: self = .atom
    case .json: self = .json
    }
  }
}
