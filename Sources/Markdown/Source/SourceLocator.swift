/// Where something stands in a text, as far as the tree knows.
///
/// libcmark 0.30.2 counts an inline node's column from the first byte of its stripped line, which
/// is wrong inside lists and quotations. Its lines are right, so the column is found again in the
/// source, by what is written there.
enum SourceSpot: Hashable {
  /// The whole text is meant.
  case whole
  case range(Range<Int>)
  /// A line, from 1.
  case line(Int)
  /// The first place of this text on the line that no earlier spot has taken.
  case words(String, line: Int)
  /// The link or picture of this number.
  case reference(Int)
}

/// Turns spots into ranges of the text.
struct SourceLocator {
  private var lineStarts: [Int] = []
  /// What earlier spots have taken of the last line.
  private var taken = 0

  private let references: [Range<Int>]

  /// The ranges of `spots`, which should come in the order of the text.
  static func ranges(
    of spots: [SourceSpot], in text: Span<UInt8>, references: [Range<Int>] = []
  ) -> [Range<Int>] {
    guard !spots.isEmpty else { return [] }
    var locator = SourceLocator(text, references)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(spots.count)
    for spot in spots { ranges.append(locator.range(of: spot, in: text)) }
    return ranges
  }

  /// Lines end as they do for libcmark: at a line feed, a carriage return, or both.
  private init(_ text: Span<UInt8>, _ references: [Range<Int>]) {
    self.references = references
    lineStarts.reserveCapacity(text.count / 64 + 16)
    lineStarts.append(0)
    var next = 0
    let hasReturns = text.index(of: 0x0D) != nil
    while let end = hasReturns ? text.lineEnd(from: next) : text.index(of: 0x0A, from: next) {
      next = end + 1
      if text[end] == 0x0D, text.byte(at: next) == 0x0A { next += 1 }
      lineStarts.append(next)
    }
  }

  private mutating func range(of spot: SourceSpot, in text: Span<UInt8>) -> Range<Int> {
    switch spot {
    case .whole: return 0..<0
    case .range(let range): return range
    case .reference(let number):
      return references.indices.contains(number) ? references[number] : 0..<0
    case .line(let number): return trimmed(line(number, in: text), in: text)
    case .words(let words, line: let number):
      let line = line(number, in: text)
      let start = min(max(line.lowerBound, taken), line.upperBound)
      // A link may go on for a line or two behind the one that libcmark names.
      let below = self.line(number + 2, in: text)
      let span = words.utf8.span
      let found =
        text.index(of: span, in: start..<line.upperBound) ?? text.index(of: span, in: line)
        ?? text.index(of: span, in: line.upperBound..<below.upperBound)
      guard let found else { return trimmed(line, in: text) }
      taken = found + span.count
      return found..<taken
    }
  }

  private func line(_ number: Int, in text: Span<UInt8>) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return text.count..<text.count }
    let end = number < lineStarts.count ? lineStarts[number] : text.count
    return lineStarts[number - 1]..<end
  }

  private func trimmed(_ line: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var lower = line.lowerBound
    var upper = line.upperBound
    while upper > lower, text[upper - 1] <= 0x20 { upper -= 1 }
    while lower < upper, text[lower] <= 0x20 { lower += 1 }
    return lower..<upper
  }
}

extension Span<UInt8> {
  fileprivate func lineEnd(from start: Int) -> Int? {
    var index = start
    while index < count {
      if self[index] == 0x0A || self[index] == 0x0D { return index }
      index += 1
    }
    return nil
  }
}
