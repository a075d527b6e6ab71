/// A story: schema.org's `NewsArticle` and its kinds.
package struct ArticleNode: Sendable {
  package var kind: ArticleKind
  /// The canonical absolute address.
  package var url: String
  package var headline: String
  package var shortHeadline: String?
  package var summary: String?
  package var language: String
  package var published: Timestamp
  /// The real time of the last change, also when it is too small to be shown.
  package var modified: Timestamp
  package var expires: Timestamp?
  package var section: String?
  package var keywords: [String]
  /// The place a report was sent from.
  package var dateline: String?
  package var wordCount: Int?
  package var pictures: [PictureNode]
  package var credits: [Credit]
  package var publisher: Publisher
  /// The agency or outlet that the text comes from.
  package var source: Source?
  package var series: Series?
  package var isFree: Bool
  /// The class of the elements that only subscribers may read, when the story is not free.
  package var paywallClass: String?
  package var corrections: [Correction]
  package var isRetracted: Bool
  /// The story that this one is a translation of.
  package var original: Translation?
  /// The translations of this story.
  package var translations: [Translation]

  package init(
    kind: ArticleKind = .news, url: String, headline: String, shortHeadline: String? = nil,
    summary: String? = nil, language: String, published: Timestamp, modified: Timestamp,
    expires: Timestamp? = nil, section: String? = nil, keywords: [String] = [],
    dateline: String? = nil, wordCount: Int? = nil, pictures: [PictureNode] = [],
    credits: [Credit] = [], publisher: Publisher, source: Source? = nil, series: Series? = nil,
    isFree: Bool = true, paywallClass: String? = nil, corrections: [Correction] = [],
    isRetracted: Bool = false, original: Translation? = nil, translations: [Translation] = []
  ) {
    self.kind = kind
    self.url = url
    self.headline = headline
    self.shortHeadline = shortHeadline
    self.summary = summary
    self.language = language
    self.published = published
    self.modified = modified
    self.expires = expires
    self.section = section
    self.keywords = keywords
    self.dateline = dateline
    self.wordCount = wordCount
    self.pictures = pictures
    self.credits = credits
    self.publisher = publisher
    self.source = source
    self.series = series
    self.isFree = isFree
    self.paywallClass = paywallClass
    self.corrections = corrections
    self.isRetracted = isRetracted
    self.original = original
    self.translations = translations
  }
}

extension ArticleNode {
  /// Somebody who made the story, and how.
  package struct Credit: Hashable, Sendable {
    package var role: Role
    package var name: String
    package var url: String?
    package var jobTitle: String?
    package var isOrganization: Bool

    /// What somebody did for a story; an agency is an author that is an organisation.
    package enum Role: Hashable, Sendable {
      case author, translator, photographer, editor
    }

    package init(
      role: Role = .author, name: String, url: String? = nil, jobTitle: String? = nil,
      isOrganization: Bool = false
    ) {
      self.role = role
      self.name = name
      self.url = url
      self.jobTitle = jobTitle
      self.isOrganization = isOrganization
    }
  }

  /// Who publishes the story, in short; the home page says the rest.
  package struct Publisher: Hashable, Sendable {
    /// The address of the site's home page, which identifies the organisation.
    package var siteURL: String
    package var name: String
    package var logo: String?

    package init(siteURL: String, name: String, logo: String? = nil) {
      self.siteURL = siteURL
      self.name = name
      self.logo = logo
    }
  }

  /// Where the text comes from.
  package struct Source: Hashable, Sendable {
    package var name: String
    package var url: String?

    package init(name: String, url: String? = nil) {
      self.name = name
      self.url = url
    }
  }

  /// The series that the story is a part of.
  package struct Series: Hashable, Sendable {
    package var name: String
    package var url: String
    /// From 1.
    package var part: Int?

    package init(name: String, url: String, part: Int? = nil) {
      self.name = name
      self.url = url
      self.part = part
    }
  }

  /// A note that says what was wrong.
  package struct Correction: Hashable, Sendable {
    package var date: Timestamp
    package var text: String

    package init(date: Timestamp, text: String) {
      self.date = date
      self.text = text
    }
  }

  /// The same story in another language.
  package struct Translation: Hashable, Sendable {
    /// The canonical absolute address of that version.
    package var url: String
    package var language: String

    package init(url: String, language: String) {
      self.url = url
      self.language = language
    }
  }
}
