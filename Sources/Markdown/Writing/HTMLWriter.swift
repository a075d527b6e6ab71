internal import Bytes

/// Writes a surveyed tree as HTML, in one pass and without recursion.
///
/// Where Warta adds nothing the bytes are those of libcmark's own renderer.
struct HTMLWriter: ~Copyable {
  var output: ByteBuffer
  let mode: Mode
  let options: MarkdownOptions
  let survey: Survey
  let answers: [ReferenceAnswer]
  /// Whether texts may hold stand-ins, footnotes or strikethrough.
  let hasAdditions: Bool

  var problems: [MarkdownProblem] = []
  var links: [PrintedLink] = []
  var pictures: [PrintedPicture] = []
  var notes = NoteNumbers()
  var elements = OpenElements()
  /// The links around what is written, of which one was printed.
  var openLinks = OpenLinks()
  /// Whether words of `options.labels` were written, or would have been if they were not empty.
  var usesLabels = false
  /// Whether a tag of raw HTML was refused.
  var hasRefusedHTML = false
  /// How code reads stand-ins: in tables `\|` is a pipe.
  var codeContext = StandIn.Context.verbatim
  /// The number of bytes in `output` before this writer.
  private let start: Int
  /// The number of bytes that may be written.
  private let room: Int

  /// What is written.
  enum Mode {
    /// CommonMark and nothing else.
    case plain
    /// With everything that Warta adds.
    case site
  }

  /// Makes a writer that appends to `output`, for a text of `length` bytes.
  init(
    _ output: consuming ByteBuffer, mode: Mode, length: Int, options: MarkdownOptions,
    survey: Survey, answers: [ReferenceAnswer], hasAdditions: Bool
  ) {
    start = output.count
    room = 1_000_000 + length * SourceLimits.growth
    self.output = output
    self.mode = mode
    self.options = options
    self.survey = survey
    self.answers = answers
    self.hasAdditions = hasAdditions
  }

  /// Gives the buffer back.
  consuming func finish() -> ByteBuffer { output }
}

// MARK: - Blocks

extension HTMLWriter {
  /// Writes the document `root` and its footnotes.
  mutating func write(_ root: SyntaxNode) {
    var walk = TreeWalk(root)
    var goesOn = walk.advance()
    while goesOn {
      if walk.isEntering {
        let entersContent = enter(walk.node, walk.kind)
        goesOn = entersContent ? walk.advance() : walk.advanceOver()
      } else {
        leave(walk.node, walk.kind)
        goesOn = walk.advance()
      }
      guard output.count - start <= room else { return refuse() }
    }
    if mode == .site {
      closeElements(downTo: 0)
      writeNotes()
    }
  }

  private mutating func refuse() {
    output.truncate(to: start)
    problems.append(MarkdownProblem(.tooMuchHTML, at: .whole))
  }

  /// Writes what stands before a block's content; returns whether the walk should go there.
  private mutating func enter(_ node: SyntaxNode, _ kind: SyntaxNode.Kind) -> Bool {
    switch kind {
    case .paragraph: writeParagraph(node)
    case .heading: writeHeading(node)
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: writeHTMLBlock(node)
    case .thematicBreak:
      beginLine()
      output.append("<hr />\n")
    case .blockQuote:
      beginLine()
      output.append("<blockquote>\n")
      enterContainer()
      return true
    case .list:
      writeListStart(node)
      return true
    case .item:
      beginLine()
      output.append("<li>")
      enterContainer()
      return true
    default: return kind.isContainer
    }
    return false
  }

  private mutating func leave(_ node: SyntaxNode, _ kind: SyntaxNode.Kind) {
    switch kind {
    case .blockQuote:
      leaveContainer()
      beginLine()
      output.append("</blockquote>\n")
    case .list:
      output.append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case .item:
      leaveContainer()
      output.append("</li>\n")
    default: break
    }
  }

  private mutating func writeListStart(_ node: SyntaxNode) {
    beginLine()
    guard node.isOrderedList else { return output.append("<ul>\n") }
    let first = node.listStart
    guard first != 1 else { return output.append("<ol>\n") }
    output.append("<ol start=\"")
    output.append(decimal: first)
    output.append("\">\n")
  }

  private mutating func writeCodeBlock(_ node: SyntaxNode) {
    beginLine()
    output.append("<pre><code")
    let info = node.fenceInfo
    if !info.isEmpty {
      output.append(" class=\"language-")
      writeLanguage(info)
      output.append("\"")
    }
    output.append(">")
    write(escaped: node.literal, as: .verbatim)
    output.append("</code></pre>\n")
  }

  private mutating func writeLanguage(_ info: NodeText) {
    var end = 0
    while end < info.count, !isSpace(info[end]) { end += 1 }
    write(escaped: info, 0..<end, as: .text)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Ends the line that is open, if one is.
  mutating func beginLine() {
    guard output.count > start else { return }
    let isOpen = output.withSpan { $0[$0.count - 1] != 0x0A }
    if isOpen { output.append(UInt8(ascii: "\n")) }
  }
}

// MARK: - Headings and paragraphs

extension HTMLWriter {
  private mutating func writeHeading(_ node: SyntaxNode) {
    let mark = node.mark
    if mark == Survey.dropped { return }
    beginLine()
    let level = mark > 0 ? survey.outline.entries[mark - 1].level : node.headingLevel
    let digit = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: level)
    output.append("<h")
    output.append(digit)
    if mark > 0 {
      output.append(" id=\"")
      output.append(survey.outline.entries[mark - 1].id)
      output.append("\"")
    }
    output.append(">")
    writeInlines(InlineSlice(contentOf: node))
    output.append("</h")
    output.append(digit)
    output.append(">\n")
  }

  private mutating func writeParagraph(_ node: SyntaxNode) {
    if mode == .site {
      if node.mark > 0 { return writePieces(of: survey.layouts[node.mark - 1], in: node) }
      if let figure = Figure(paragraph: node) { return writeFigure(figure) }
    }
    writeParagraph(InlineSlice(contentOf: node), isBare: isBare(node))
  }

  private mutating func writePieces(of layout: ParagraphLayout, in node: SyntaxNode) {
    for piece in layout.pieces {
      switch piece {
      case .text(let slice): writeParagraph(slice, isBare: isBare(node))
      case .table(let table): writeTable(table)
      }
    }
  }

  private mutating func writeParagraph(_ slice: InlineSlice, isBare: Bool) {
    if isBare { return writeInlines(slice) }
    beginLine()
    output.append("<p>")
    writeInlines(slice)
    output.append("</p>\n")
  }

  /// Whether a paragraph gets no `<p>`: in a tight list, or alone where one line is wanted.
  private func isBare(_ node: SyntaxNode) -> Bool {
    guard let parent = node.parent else { return false }
    if parent.kind == .item { return parent.parent?.isTight ?? false }
    return options.form == .inline && parent.kind == .document && node.previous == nil
      && node.next == nil
  }
}
