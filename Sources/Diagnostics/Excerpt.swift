/// One line of source as it is shown under a diagnostic, with the carets that point into it.
///
/// Long lines are cut around the place; controls and bidi controls are shown as `·`, so that an
/// excerpt cannot move the cursor or reorder what stands beside it.
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
    padding = String(repeating: " ", count: before.reduce(0) { $0 + Self.columns(of: $1) })
    let columns = marked.reduce(0) { $0 + Self.columns(of: $1) }
    carets = String(repeating: "^", count: max(1, columns))
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\t" ? " " : "·"
      case .format where scalar != "\u{200C}" && scalar != "\u{200D}": "·"
      case .lineSeparator, .paragraphSeparator: "·"
      default: scalar
      }
    }
  }

  /// How many terminal columns a scalar takes, after the East Asian wide ranges of UAX #11.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
