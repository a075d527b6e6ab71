/// One line of source as it is shown under a diagnostic, with the carets that point into it.
///
/// Long lines are cut around the place.
struct Excerpt {
  let line: String
  let padding: String
  let carets: String

  /// The number of columns shown of a long line.
  private static let width = 100

  init(of range: Range<Int>, in text: SourceText) {
    let start = text.position(of: range.lowerBound)
    let lineRange = text.lineRange(start.line)
    let lower = min(max(range.lowerBound, lineRange.lowerBound), lineRange.upperBound)
    let upper = min(max(range.upperBound, lower), lineRange.upperBound)
    var before = Self.shown(text.bytes[lineRange.lowerBound..<lower])
    var marked = Self.shown(text.bytes[lower..<upper])
    var after = Self.shown(text.bytes[upper..<lineRange.upperBound])
    if before.count > 60 { before = ["…"] + before.suffix(40) }
    if marked.count > Self.width { marked = Array(marked.prefix(Self.width - 1)) + ["…"] }
    let room = max(0, Self.width - before.count - marked.count)
    if after.count > room { after = Array(after.prefix(room)) + ["…"] }
    line = String(String.UnicodeScalarView(before + marked + after))
    padding = String(repeating: " ", count: TerminalText.columns(of: before))
    carets = String(repeating: "^", count: max(1, TerminalText.columns(of: marked)))
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { TerminalText.printable($0) }
  }
}
