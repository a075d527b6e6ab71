/// A paragraph of libcmark that holds something CommonMark does not know, taken apart.
struct ParagraphLayout {
  /// A part of the paragraph; its footnotes are kept in the `NoteBook`.
  enum Piece {
    case text(InlineSlice)
    case table(TableLayout)
  }

  var pieces: [Piece] = []

  /// All running text, cells of tables included.
  var slices: [InlineSlice] {
    pieces.flatMap { piece in
      switch piece {
      case .text(let slice): [slice]
      case .table(let table): table.head + table.rows.flatMap(\.cells)
      }
    }
  }

  /// Whether the paragraph is running text and nothing else.
  var isOneText: Bool {
    guard pieces.count == 1, case .text = pieces[0] else { return false }
    return true
  }
}

/// The lines of a paragraph.
struct ParagraphLines {
  /// A line: its first node and the break that ends it, if one does.
  struct Line {
    let first: SyntaxNode
    let end: SyntaxNode?
  }

  private(set) var lines: [Line] = []

  init(of paragraph: SyntaxNode) {
    var first = paragraph.firstChild
    var node = first
    while let current = node {
      node = current.next
      guard current.isBreak else { continue }
      if let start = first { lines.append(Line(first: start, end: current)) }
      first = node
    }
    if let first { lines.append(Line(first: first, end: nil)) }
  }

  /// The content of `range` of the lines, the last break left out.
  func slice(_ range: Range<Int>, offset: Int = 0) -> InlineSlice {
    guard !range.isEmpty else { return InlineSlice(first: nil, end: nil) }
    return InlineSlice(
      first: lines[range.lowerBound].first, firstOffset: offset,
      end: lines[range.upperBound - 1].end)
  }
}
