/// Who publishes the site: `organization` in `site.yaml`.
package struct Organization: Hashable, Sendable {
  package var name: String?
  package var legalName: String?
  package var address: String?
  package var email: String?
  package var logo: Located<String>?
  package var sameAs: [String] = []
  package var correctionsPolicy: Located<String>?
  package var publishingPrinciples: Located<String>?

  package init() {}
}

/// `feeds` in `site.yaml`: which feeds an edition has and what is in them.
package struct FeedSettings: Hashable, Sendable {
  package var formats: Set<Format> = [.rss, .atom, .json]
  /// How many stories the feed of the edition holds.
  package var items = 30
  package var body: Body = .full

  package init() {}

  package enum Format: String, CaseIterable, Hashable, Sendable {
    case rss, atom, json
  }

  package enum Body: String, CaseIterable, Hashable, Sendable {
    case full, summary
  }
}
