/// How the body of a page is turned into HTML.
package struct MarkdownOptions: Hashable, Sendable {
  /// What happens to raw HTML in the text.
  package var rawHTML: RawHTML = .deny
  /// Whether the text is a body, or one line that gets no `<p>` around it (`markdown(inline)`).
  package var form: Form = .body
  /// The page's title: a first heading of level 1 that says the same is dropped.
  package var title: String?
  /// The site's own address, `https://kabar.example/path`: other hosts are external.
  package var baseURL: String?
  /// Whether external links are paid for and get `rel="sponsored"`.
  package var isSponsored: Bool = false
  /// What the front matter says of pictures, by the path or the file name that the text uses.
  package var pictures: [String: MarkdownPictureRecord] = [:]
  /// The words that the HTML needs, in the language of the text.
  package var labels: MarkdownLabels = MarkdownLabels()
  /// Ids that the page's template uses itself, which no heading may take.
  package var reservedIDs: Set<String> = []
  /// What the summary tells besides the outline; few pages need it, and it costs a fifth more.
  package var measures: Measures = []

  package init() {}
}

extension MarkdownOptions {
  /// What happens to raw HTML; comments are dropped in every case but `escape`.
  package enum RawHTML: String, Hashable, Sendable, CaseIterable {
    /// An error with a hint.
    case deny
    /// An allow-list of elements and attributes.
    case allow
    /// Shown as the characters that were typed: the `markdown` filter.
    case escape
  }

  /// What is told of a text's words.
  package struct Measures: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Their number.
    package static let wordCount = Measures(rawValue: 1)
    /// Those that stand for the text in lists.
    package static let excerpt = Measures(rawValue: 2)
  }

  /// What the text is.
  package enum Form: Hashable, Sendable {
    case body
    case inline
  }
}

/// What the front matter says of one picture.
package struct MarkdownPictureRecord: Hashable, Sendable {
  package var alt: String?
  package var caption: String?
  package var credit: String?
  /// The name or the address of a licence.
  package var license: String?
  /// Whether the picture only decorates, so that an empty `alt` is meant.
  package var isDecorative: Bool

  package init(
    alt: String? = nil, caption: String? = nil, credit: String? = nil, license: String? = nil,
    isDecorative: Bool = false
  ) {
    self.alt = alt
    self.caption = caption
    self.credit = credit
    self.license = license
    self.isDecorative = isDecorative
  }
}

/// The words that rendered Markdown holds besides the author's, in one language.
package struct MarkdownLabels: Hashable, Sendable {
  /// The name of the list of footnotes, for people who do not see it.
  package var footnotes: String
  /// The name of the link from a footnote back to its reference; `%` stands for the number.
  package var backToReference: String
  /// Says before a credit what it is, for people who do not see it; empty for nothing.
  package var credit: String
  /// The ten digits that footnotes are numbered with.
  package var digits: [String]

  package init(
    footnotes: String = "Footnotes", backToReference: String = "Back to reference %",
    credit: String = "",
    digits: [String] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
  ) {
    self.footnotes = footnotes
    self.backToReference = backToReference
    self.credit = credit
    self.digits = digits
  }
}
