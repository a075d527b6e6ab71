extension Surveyor {
  /// Takes apart what CommonMark does not know.
  ///
  /// Footnotes stand behind what refers to them, so this comes before the walk.
  mutating func layOut(_ root: SyntaxNode) {
    var walk = TreeWalk(root)
    while walk.advance() {
      guard walk.isEntering, walk.kind.isContainer else { continue }
      if walk.kind == .paragraph { layOutParagraph(walk.node) }
      if walk.kind.holdsInlines, walk.node.mark == 0 {
        findStrikes(InlineSlice(contentOf: walk.node))
      }
    }
  }

  private mutating func findStrikes(_ slice: InlineSlice) {
    if features.contains(.tildes) { survey.strikes.find(in: slice) }
  }

  private mutating func layOutParagraph(_ paragraph: SyntaxNode) {
    guard features.contains(.tables) || features.contains(.notes) else { return }
    let lines = ParagraphLines(of: paragraph)
    var layout = ParagraphLayout()
    var start = 0
    for index in lines.lines.indices {
      guard let note = noteStart(lines.lines[index]) else { continue }
      layOutText(lines, start..<index, into: &layout)
      let end = lines.lines.indices[(index + 1)...].first { noteStart(lines.lines[$0]) != nil }
      start = end ?? lines.lines.count
      addNote(note, lines.slice(index..<start, offset: note.offset), lines.lines[index].first)
    }
    let isPlain = start == 0
    layOutText(lines, start..<lines.lines.count, into: &layout)
    if isPlain, layout.isOneText { return }
    layout.slices.forEach { findStrikes($0) }
    survey.layouts.append(layout)
    paragraph.setMark(survey.layouts.count)
  }

  private mutating func layOutText(
    _ lines: ParagraphLines, _ range: Range<Int>, into layout: inout ParagraphLayout
  ) {
    guard !range.isEmpty else { return }
    guard features.contains(.tables), let head = TableLayout.firstHead(in: lines.lines, range),
      let table = TableLayout(lines.lines, head..<range.upperBound)
    else {
      if features.contains(.tables) { checkHeads(lines.lines, range) }
      layout.pieces.append(.text(lines.slice(range)))
      return
    }
    if head > range.lowerBound {
      layout.pieces.append(.text(lines.slice(range.lowerBound..<head)))
    }
    layout.pieces.append(.table(table))
    check(table, line: lines.lines[head].first.line)
  }

  private mutating func check(_ table: TableLayout, line: Int) {
    for row in table.rows where row.cells.count > table.head.count {
      let kind = MarkdownProblem.Kind.rowTooLong(
        cells: row.cells.count, columns: table.head.count)
      survey.problems.append(MarkdownProblem(kind, at: .line(row.line)))
    }
    if table.holdsBrokenMark {
      survey.problems.append(MarkdownProblem(.markAcrossCells, at: .line(line)))
    }
  }

  /// Reports what looks like a table but has no head that fits.
  private mutating func checkHeads(_ lines: [ParagraphLines.Line], _ range: Range<Int>) {
    for index in range.dropFirst() {
      guard let columns = TableLayout.alignments(of: lines[index])?.count else { continue }
      let cells = TableLayout.cells(of: lines[index - 1]).count
      let kind = MarkdownProblem.Kind.headDoesNotFit(cells: cells, columns: columns)
      survey.problems.append(MarkdownProblem(kind, at: .line(lines[index - 1].first.line)))
      return
    }
  }

  private struct NoteStart {
    /// None for a further paragraph of the note before.
    var label: String?
    var offset: Int
  }

  private func noteStart(_ line: ParagraphLines.Line) -> NoteStart? {
    guard features.contains(.notes), line.first.kind == .text else { return nil }
    let text = line.first.literal
    switch text.standIn(at: 0) {
    case .noteStart:
      guard let close = NoteLabel.end(from: 2, before: text.count, byte: { text[$0] }),
        text[close + 1] == UInt8(ascii: ":")
      else { return nil }
      var offset = close + 2
      while text[offset] == 0x20 { offset += 1 }
      let label = String(decoding: (2..<close).map { text[$0] }, as: UTF8.self)
      return NoteStart(label: label, offset: offset)
    case .noteIndent, .noteTab:
      var offset = 2
      while text[offset] == 0x20 { offset += 1 }
      return survey.notes.notes.isEmpty ? nil : NoteStart(label: nil, offset: offset)
    case .escapedPipe, .escapedTilde, .escapedBracket, .escapedColon, nil: return nil
    }
  }

  private mutating func addNote(_ start: NoteStart, _ slice: InlineSlice, _ first: SyntaxNode) {
    findStrikes(slice)
    guard let label = start.label else { return survey.notes.addParagraph(slice) }
    let note = NoteBook.Note(label: label, line: first.line, paragraphs: [slice])
    if !survey.notes.add(note) {
      survey.problems.append(MarkdownProblem(.repeatedNote(label), at: .line(first.line)))
    }
  }
}

extension SyntaxNode.Kind {
  /// Whether nodes of this kind hold text directly.
  fileprivate var holdsInlines: Bool {
    switch self {
    case .paragraph, .heading, .emphasis, .strong, .link, .image: true
    default: false
    }
  }
}
