/// The tildes that strike text through (GFM, strikethrough), found before anything is written.
///
/// One or two tildes begin and end it, the same number on both sides, below the same node. Two
/// tildes follow the rules of `*`, one those of `_`: `10~20` strikes nothing through.
struct StrikeMarks {
  /// Tildes that begin or end a struck text.
  struct Mark {
    let length: Int
    let isOpening: Bool
  }

  private struct Place: Hashable {
    let node: SyntaxNode
    let offset: Int
  }

  private var marks: [Place: Mark] = [:]

  /// The mark that stands in the text `node` at `offset`.
  func mark(of node: SyntaxNode, at offset: Int) -> Mark? {
    marks.isEmpty ? nil : marks[Place(node: node, offset: offset)]
  }

  /// Finds the marks in the text of `slice` that stands below no further mark.
  mutating func find(in slice: InlineSlice) {
    guard var walk = InlineWalk(slice) else { return }
    var open: [Run] = []
    repeat {
      guard walk.kind == .text else { continue }
      let bounds = walk.bounds(of: walk.node.literal.count)
      for run in Run.runs(in: walk.node, bounds) { close(run, open: &open) }
    } while walk.advanceOver()
  }

  private mutating func close(_ run: Run, open: inout [Run]) {
    if run.canClose, let opening = open.lastIndex(where: { $0.length == run.length }) {
      let start = open[opening]
      open.removeSubrange(opening...)
      add(start, isOpening: true)
      add(run, isOpening: false)
    } else if run.canOpen, open.count < 16 {
      open.append(run)
    }
  }

  private mutating func add(_ run: Run, isOpening: Bool) {
    marks[Place(node: run.node, offset: run.offset)] = Mark(
      length: run.length, isOpening: isOpening)
  }
}

/// One or two tildes and what they can do.
private struct Run {
  let node: SyntaxNode
  let offset: Int
  let length: Int
  let canOpen: Bool
  let canClose: Bool

  static func runs(in node: SyntaxNode, _ range: Range<Int>) -> [Run] {
    let text = node.literal
    var runs: [Run] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard text[index] == UInt8(ascii: "~") else {
        index += 1
        continue
      }
      let start = index
      while text[index] == UInt8(ascii: "~") { index += 1 }
      if index - start <= 2 { runs.append(Run(node, start, index - start)) }
    }
    return runs
  }

  /// Flanking as in CommonMark 0.30, section 6.2.
  private init(_ node: SyntaxNode, _ offset: Int, _ length: Int) {
    let text = node.literal
    let before = offset > 0 ? text.character(before: offset) : node.previous.edge
    let after =
      offset + length < text.count ? text.character(at: offset + length) : node.next.edge
    let isLeft = after != .space && (after != .punctuation || before != .other)
    let isRight = before != .space && (before != .punctuation || after != .other)
    self.node = node
    self.offset = offset
    self.length = length
    canOpen = isLeft && (length == 2 || !isRight)
    canClose = isRight && (length == 2 || !isLeft)
  }
}

/// What stands beside a run of tildes.
private enum Neighbour {
  case space
  case punctuation
  case other
}

extension SyntaxNode? {
  /// What a neighbouring node counts as: a line's edge as space, another mark as punctuation.
  fileprivate var edge: Neighbour {
    guard let self, !self.isBreak else { return .space }
    return .punctuation
  }
}

extension NodeText {
  fileprivate func character(at index: Int) -> Neighbour {
    Self.neighbour(string(from: index, to: min(index + 4, count)).unicodeScalars.first)
  }

  fileprivate func character(before index: Int) -> Neighbour {
    var start = index - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return Self.neighbour(string(from: start, to: index).unicodeScalars.first)
  }

  private func string(from start: Int, to end: Int) -> String {
    String(decoding: (start..<end).map { self[$0] }, as: UTF8.self)
  }

  private static func neighbour(_ scalar: Unicode.Scalar?) -> Neighbour {
    guard let scalar else { return .space }
    if scalar.properties.isWhitespace { return .space }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .control:
      return .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return scalar.isASCII ? .punctuation : .other
    default: return .other
    }
  }
}
