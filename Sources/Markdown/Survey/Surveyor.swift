/// Walks over a tree once and fills in a `Survey`.
struct Surveyor {
  private let options: MarkdownOptions
  let features: PreparedSource.Features
  private let countsWords: Bool
  private var ids: HeadingIDs
  var survey = Survey()

  init(options: MarkdownOptions, source: PreparedSource) {
    self.options = options
    features = source.features
    ids = HeadingIDs(reserved: options.reservedIDs)
    countsWords = options.measures.contains(.wordCount)
  }

  /// Fills in the survey of the document `root`.
  mutating func walk(_ root: SyntaxNode) {
    if !features.isEmpty { layOut(root) }
    var walk = TreeWalk(root)
    while walk.advance() {
      guard walk.isEntering else {
        if !walk.kind.isMark { survey.words.endWord() }
        continue
      }
      guard walk.depth <= SourceLimits.depth else {
        survey.problems.append(MarkdownProblem(.tooDeep, at: .line(walk.node.line)))
        survey.isRefused = true
        return
      }
      enter(walk.node, walk.kind)
    }
    survey.outline.settleLevels()
    survey.problems += survey.outline.skips()
  }

  private mutating func enter(_ node: SyntaxNode, _ kind: SyntaxNode.Kind) {
    switch kind {
    case .text: read(node)
    case .code: if countsWords { survey.words.read(node.literal) }
    case .softBreak, .lineBreak: survey.words.endWord()
    case .paragraph: enterParagraph(node)
    case .heading: enterHeading(node)
    case .link, .image: addReference(node, isPicture: kind == .image)
    case .htmlBlock, .htmlInline: enterHTML(node, isBlock: kind == .htmlBlock)
    case .codeBlock: enterCode(node)
    case .none, .document, .blockQuote, .list, .item, .customBlock, .thematicBreak,
      .customInline, .emphasis, .strong:
      break
    }
  }
}

// MARK: - Text

extension Surveyor {
  private mutating func read(_ node: SyntaxNode) {
    let hasNotes = features.contains(.notes)
    guard countsWords || hasNotes || node.begins(with: UInt8(ascii: ":")) else { return }
    let text = node.literal
    if text[0] == UInt8(ascii: ":"), text[1] == UInt8(ascii: ":"), text[2] == UInt8(ascii: ":") {
      checkReservedBlock(node, text)
    }
    if countsWords { survey.words.read(text, leavingOutNotes: hasNotes) }
    if hasNotes { findUnknownNotes(text, line: node.line) }
  }

  private mutating func checkReservedBlock(_ node: SyntaxNode, _ text: NodeText) {
    guard node.parent?.kind == .paragraph, node.previous?.isBreak ?? true else { return }
    let name = text.string.drop { $0 == ":" || $0 == " " }.prefix { !$0.isWhitespace }
    guard let first = name.first, first.isLetter || first == "{" else { return }
    let kind = MarkdownProblem.Kind.reservedBlock(String(name))
    survey.problems.append(MarkdownProblem(kind, at: .line(node.line)))
  }

  private mutating func findUnknownNotes(_ text: NodeText, line: Int) {
    var index = 0
    while index < text.count {
      guard let label = NoteBook.label(in: text, at: index) else {
        index += 1
        continue
      }
      index = label.end
      guard survey.notes.index(of: label.text) == nil else { continue }
      let suggestion = survey.notes.suggestion(for: label.text)
      let kind = MarkdownProblem.Kind.unknownNote(label.text, suggestion: suggestion)
      let words = "[^\(label.text)]"
      survey.problems.append(MarkdownProblem(kind, at: .words(words, line: line)))
    }
  }
}

// MARK: - Blocks

extension Surveyor {
  private mutating func enterHeading(_ node: SyntaxNode) {
    let title = plainText(InlineSlice(contentOf: node))
    let line = node.line
    if node.headingLevel == 1, survey.outline.entries.isEmpty, title == options.title {
      node.setMark(Survey.dropped)
      survey.problems.append(MarkdownProblem(.headingRepeatsTitle(title), at: .line(line)))
      return
    }
    if title.isEmpty { survey.problems.append(MarkdownProblem(.emptyHeading, at: .line(line))) }
    survey.outline.append(
      Outline.Entry(level: node.headingLevel, id: ids.claim(title), title: title, line: line))
    node.setMark(survey.outline.entries.count)
  }

  private mutating func enterParagraph(_ node: SyntaxNode) {
    guard options.measures.contains(.excerpt), !survey.excerpt.isComplete else { return }
    let isTopLevel = node.parent?.kind == .document
    guard survey.excerpt.wants(isTopLevel: isTopLevel), Figure(paragraph: node) == nil else {
      return
    }
    var text = PlainText(hasAdditions: !features.isEmpty)
    for slice in slices(of: node) {
      text.append(slice, strikes: survey.strikes, notes: survey.notes)
      if text.hasReachedMore { break }
      text.appendSpace()
    }
    text.trim()
    survey.excerpt.add(text, isTopLevel: isTopLevel)
  }

  /// The running text of a paragraph: tables and footnotes left out.
  private func slices(of paragraph: SyntaxNode) -> [InlineSlice] {
    guard paragraph.mark > 0 else { return [InlineSlice(contentOf: paragraph)] }
    return survey.layouts[paragraph.mark - 1].pieces.compactMap { piece in
      switch piece {
      case .text(let slice): slice
      case .table: nil
      }
    }
  }

  private mutating func enterCode(_ node: SyntaxNode) {
    guard features.contains(.notes), node.column > 4, let previous = node.previous,
      previous.kind == .paragraph, previous.mark > 0,
      survey.layouts[previous.mark - 1].pieces.isEmpty
    else { return }
    survey.problems.append(MarkdownProblem(.codeAfterNote, at: .line(node.line)))
  }

  private func plainText(_ slice: InlineSlice) -> String {
    var text = PlainText(hasAdditions: !features.isEmpty)
    text.append(slice, strikes: survey.strikes, notes: survey.notes)
    text.trim()
    return text.string
  }
}

// MARK: - References

extension Surveyor {
  private mutating func addReference(_ node: SyntaxNode, isPicture: Bool) {
    let url = node.url.string
    add(
      features.isEmpty ? url : node.url.readBack(.text), isPicture: isPicture,
      spot: spot(of: url, line: node.line))
    node.setMark(survey.references.count)
  }

  /// An autolink to an address is written without its scheme.
  private func spot(of url: String, line: Int) -> SourceSpot {
    let words = url.hasPrefix("mailto:") ? String(url.dropFirst(7)) : url
    return words.isEmpty ? .line(line) : .words(words, line: line)
  }

  private mutating func enterHTML(_ node: SyntaxNode, isBlock: Bool) {
    if MoreMarker.isMarker(node.literal) {
      survey.excerpt.reachMore()
      return
    }
    guard options.rawHTML == .allow else { return }
    let first = survey.references.count
    let line = node.line
    let bytes = node.literal.bytes
    for use in RawHTMLPolicy.references(in: bytes) {
      add(
        use.url, isPicture: use.isPicture,
        spot: RawHTMLPolicy.spot(of: use.range, in: bytes, line: line))
    }
    if survey.references.count > first { node.setMark(first + 1) }
  }

  private mutating func add(_ url: String, isPicture: Bool, spot: SourceSpot) {
    survey.references.append(
      Reference(
        isPicture: isPicture, destination: Destination(url, baseURL: options.baseURL), url: url,
        spot: spot))
  }
}

extension SyntaxNode.Kind {
  /// Whether a word can go on behind nodes of this kind.
  fileprivate var isMark: Bool {
    switch self {
    case .emphasis, .strong, .link: true
    default: false
    }
  }
}
