package import Diagnostics

/// What is known of a text besides its HTML.
package struct RenderedMarkdown: Sendable {
  package var summary: MarkdownSummary
  /// Every link that was printed, in order.
  package var links: [MarkdownLink]
  /// Every picture of the site that was printed, in order.
  package var pictures: [MarkdownPictureUse]
  /// The ids that links can end at, `#` left out, in order.
  package var anchors: [String]
  /// Whether the HTML depends on the labels of the options.
  package var usesLabels: Bool
  package var diagnostics: [Diagnostic]
}

/// What lists, heads and measures need of a text: no HTML is made for it.
package struct MarkdownSummary: Hashable, Sendable {
  /// The text before `<!-- more -->`, else the first paragraph cut at the end of a sentence.
  ///
  /// Empty unless it was to be measured, and cut when it is asked for.
  package var excerpt: String { uncut.text }
  private let uncut: Excerpt
  /// The number of words, where it was to be measured; an ideograph or a kana counts as one.
  package var wordCount: Int
  package var outline: [MarkdownHeading]

  package static let empty = MarkdownSummary(excerpt: Excerpt(), wordCount: 0, outline: [])

  init(excerpt: Excerpt, wordCount: Int, outline: [MarkdownHeading]) {
    uncut = excerpt
    self.wordCount = wordCount
    self.outline = outline
  }
}

/// A heading with those below it.
package struct MarkdownHeading: Hashable, Sendable {
  /// 2 to 6: the page's title is level 1.
  package var level: Int
  package var id: String
  /// The heading as plain text.
  package var title: String
  package var children: [MarkdownHeading]
}

/// A link as it was printed.
package struct MarkdownLink: Hashable, Sendable {
  package var kind: Kind
  /// The URL as it stands in the HTML, before HTML escaping: query and fragment included.
  package var url: String
  /// The path as the text writes it, percent-encoding undone; empty for `#fragments`.
  package var path: String
  /// The link's UTF-8 offsets in the file.
  package var range: Range<Int>

  /// Where a link leads.
  package enum Kind: Hashable, Sendable {
    /// Another host.
    case external
    case mail
    case telephone
    /// An id of the same page.
    case fragment
    /// Something inside the site that the resolver answered.
    case site(MarkdownReference.Kind)
    /// The site by its full address; the resolver was not asked.
    case ownAddress
  }
}

/// A picture of the site as it was printed.
package struct MarkdownPictureUse: Hashable, Sendable {
  /// The path as the text writes it, percent-encoding undone.
  package var path: String
  package var url: String
  /// The picture's UTF-8 offsets in the file.
  package var range: Range<Int>
}
