/// A table (GFM, tables), found in the lines of a paragraph.
struct TableLayout {
  /// How a column is set.
  enum Alignment {
    case unset
    case start
    case center
    case end
  }

  var alignments: [Alignment]
  var head: [InlineSlice]
  var rows: [Row] = []

  /// A row below the head.
  struct Row {
    let cells: [InlineSlice]
    let line: Int
  }
}

extension TableLayout {
  /// The line of `lines` that a table's head stands on; its delimiter row follows.
  static func firstHead(in lines: [ParagraphLines.Line], _ range: Range<Int>) -> Int? {
    guard range.count > 1 else { return nil }
    for index in range.dropFirst() {
      guard let alignments = alignments(of: lines[index]) else { continue }
      if cells(of: lines[index - 1]).count == alignments.count { return index - 1 }
    }
    return nil
  }

  /// The table whose head is the first line of `range`.
  init?(_ lines: [ParagraphLines.Line], _ range: Range<Int>) {
    guard range.count > 1, let alignments = Self.alignments(of: lines[range.lowerBound + 1]) else {
      return nil
    }
    self.alignments = alignments
    head = Self.cells(of: lines[range.lowerBound])
    for index in range.dropFirst(2) {
      let line = lines[index]
      rows.append(Row(cells: Self.cells(of: line), line: line.first.line))
    }
  }

  /// The columns of a delimiter row: `| :-- | --- | --: |`.
  static func alignments(of line: ParagraphLines.Line) -> [Alignment]? {
    guard line.first.kind == .text, line.first.next == line.end else { return nil }
    let text = line.first.literal
    guard text.withSpan({ $0.index(of: UInt8(ascii: "|")) }) != nil else { return nil }
    var columns: [Alignment] = []
    for cell in cells(of: line) {
      guard let column = alignment(text, cell.firstOffset..<cell.endOffset(in: text)) else {
        return nil
      }
      columns.append(column)
    }
    return columns.isEmpty ? nil : columns
  }

  private static func alignment(_ text: NodeText, _ range: Range<Int>) -> Alignment? {
    guard !range.isEmpty else { return nil }
    let left = text[range.lowerBound] == UInt8(ascii: ":")
    let right = text[range.upperBound - 1] == UInt8(ascii: ":")
    let lower = range.lowerBound + (left ? 1 : 0)
    let upper = range.upperBound - (right ? 1 : 0)
    guard lower < upper else { return nil }
    for index in lower..<upper where text[index] != UInt8(ascii: "-") { return nil }
    switch (left, right) {
    case (true, true): return .center
    case (true, false): return .start
    case (false, true): return .end
    case (false, false): return Alignment.unset
    }
  }
}

// MARK: - Marks across cells

extension TableLayout {
  /// Whether a mark holds a line break or a `|` of its own: it begins in one cell and ends in
  /// another, so that libcmark hid a border from us.
  var holdsBrokenMark: Bool {
    (rows.map(\.cells) + [head]).contains { $0.contains(where: Self.holdsBorder) }
  }

  private static func holdsBorder(_ cell: InlineSlice) -> Bool {
    guard var walk = InlineWalk(cell) else { return false }
    repeat {
      guard walk.isEntering, walk.depth > 0 || walk.kind == .code else { continue }
      switch walk.kind {
      case .softBreak, .lineBreak: return true
      case .text where walk.node.literal.withSpan { $0.index(of: UInt8(ascii: "|")) } != nil:
        return true
      default: continue
      }
    } while walk.advance()
    return false
  }
}

// MARK: - Cells

extension TableLayout {
  /// The cells of a row: what stands between the `|` of its own text.
  static func cells(of line: ParagraphLines.Line) -> [InlineSlice] {
    var splitter = RowSplitter(line)
    return splitter.split()
  }
}

/// Splits one row.
private struct RowSplitter {
  private let line: ParagraphLines.Line
  private var cells: [InlineSlice] = []
  private var start: SyntaxNode?
  private var startOffset = 0

  init(_ line: ParagraphLines.Line) {
    self.line = line
    start = line.first
  }

  mutating func split() -> [InlineSlice] {
    var node: SyntaxNode? = line.first
    while let current = node, current != line.end {
      if current.kind == .text { split(current) }
      node = current.next
    }
    let last = trimmed(InlineSlice(first: start, firstOffset: startOffset, end: line.end))
    if !last.isEmpty || cells.isEmpty { cells.append(last) }
    return cells
  }

  private mutating func split(_ node: SyntaxNode) {
    let text = node.literal
    for index in 0..<text.count where text[index] == UInt8(ascii: "|") {
      let cell = trimmed(
        InlineSlice(first: start, firstOffset: startOffset, end: node, endOffset: index))
      let isLeading = cells.isEmpty && node == line.first && cell.isEmpty
      if !isLeading || startOffset > 0 { cells.append(cell) }
      start = index + 1 < text.count ? node : node.next
      startOffset = index + 1 < text.count ? index + 1 : 0
      if start == line.end { start = nil }
    }
  }

  /// `slice` without the spaces at its ends.
  private func trimmed(_ slice: InlineSlice) -> InlineSlice {
    var slice = slice
    if let first = slice.first, first.kind == .text {
      let text = first.literal
      while slice.firstOffset < text.count, text[slice.firstOffset] <= 0x20 {
        slice.firstOffset += 1
      }
      if slice.firstOffset == text.count, first != slice.end {
        slice.first = first.next == slice.end && slice.endOffset == 0 ? nil : first.next
        slice.firstOffset = 0
      }
    }
    if let end = slice.end, end.kind == .text {
      let text = end.literal
      while slice.endOffset > 0, text[slice.endOffset - 1] <= 0x20 { slice.endOffset -= 1 }
    }
    return slice
  }
}

extension InlineSlice {
  /// The end of a slice that lies in one text.
  fileprivate func endOffset(in text: NodeText) -> Int {
    let upper = end == first ? endOffset : text.count
    return max(firstOffset, upper)
  }
}
