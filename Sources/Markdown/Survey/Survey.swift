/// What a pass over the tree finds out before anything is written.
///
/// It leaves numbers at nodes (`SyntaxNode.mark`) for the pass that writes: at headings, links,
/// pictures and raw HTML one more than the index of their entry here, at paragraphs one more than
/// the index of their layout, and -1 at a heading that is dropped.
struct Survey {
  var outline = Outline()
  var references: [Reference] = []
  var layouts: [ParagraphLayout] = []
  var notes = NoteBook()
  var strikes = StrikeMarks()
  var excerpt = Excerpt()
  var words = WordCounter()
  var problems: [MarkdownProblem] = []
  /// Whether the text breaks a limit, so that nothing is written.
  var isRefused = false

  /// The mark of a heading that is dropped.
  static let dropped = -1

  /// What lists and measures need.
  var summary: MarkdownSummary {
    MarkdownSummary(
      excerpt: excerpt, wordCount: words.count, outline: outline.tree())
  }
}

/// A link or picture, in Markdown or in raw HTML that is allowed.
struct Reference {
  let isPicture: Bool
  let destination: Destination
  /// The URL as it is written, entities and escapes undone.
  let url: String
  let spot: SourceSpot
}
