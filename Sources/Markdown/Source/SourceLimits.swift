/// What a text may hold at most, so that no text can stop a build.
enum SourceLimits {
  /// Bytes of one text: a long book has three million.
  static let bytes = 8_000_000
  /// `[` between two blank lines: libcmark 0.30.2 needs time that grows with their square.
  static let brackets = 5_000
  /// Quotations and lists inside each other.
  static let depth = 100
  /// Bytes of HTML for each byte of text, beyond a first million: short rows of a wide table are filled up.
  static let growth = 20

  /// The first limit that `text` breaks.
  static func firstBreach(in text: Span<UInt8>) -> MarkdownProblem? {
    if text.count > bytes { return MarkdownProblem(.tooLong(text.count), at: .whole) }
    return crowdedParagraph(in: text)
  }

  private static func crowdedParagraph(in text: Span<UInt8>) -> MarkdownProblem? {
    var total = 0
    var next = 0
    while let bracket = text.index(of: UInt8(ascii: "["), from: next) {
      total += 1
      next = bracket + 1
    }
    guard total > brackets else { return nil }
    return slowCrowdedParagraph(in: text)
  }

  private static func slowCrowdedParagraph(in text: Span<UInt8>) -> MarkdownProblem? {
    var found = 0
    var isBlank = true
    for index in text.indices {
      switch text[index] {
      case 0x0A:
        if isBlank { found = 0 }
        isBlank = true
      case 0x20, 0x09, 0x0D: continue
      case UInt8(ascii: "["):
        isBlank = false
        found += 1
        guard found <= brackets else {
          return MarkdownProblem(.tooManyBrackets, at: .range(index..<index + 1))
        }
      default: isBlank = false
      }
    }
    return nil
  }
}
