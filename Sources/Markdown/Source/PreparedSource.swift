/// A text as libcmark gets it: within the limits, and with stand-ins where Warta adds to CommonMark.
///
/// Most texts need no change and are not copied.
struct PreparedSource {
  /// What the text may hold that CommonMark does not know.
  private(set) var features: Features = []
  /// The text with stand-ins, line for line, when it needs any.
  private(set) var replaced: [UInt8]?

  /// What a text may hold that CommonMark does not know.
  struct Features: OptionSet {
    let rawValue: UInt8

    static let tables = Features(rawValue: 1)
    static let notes = Features(rawValue: 2)
    static let tildes = Features(rawValue: 4)
    static let escapedBlocks = Features(rawValue: 8)
  }

  init(_ text: Span<UInt8>) {
    if let caret = text.index(of: UInt8(ascii: "^")), Self.hasNotes(text, from: caret) {
      features.insert(.notes)
    }
    if text.index(of: UInt8(ascii: "~")) != nil { features.insert(.tildes) }
    if let pipe = text.index(of: UInt8(ascii: "|")), Self.hasDelimiterRow(text, from: pipe) {
      features.insert(.tables)
    }
    if text.index(of: "\\:::", in: 0..<text.count) != nil { features.insert(.escapedBlocks) }
    guard !features.isEmpty else { return }
    var scribe = StandInScribe(features: features, capacity: text.count)
    scribe.copy(text)
    if scribe.changes > 0 { replaced = scribe.output }
  }

  private static func hasNotes(_ text: Span<UInt8>, from first: Int) -> Bool {
    var caret: Int? = first
    while let found = caret {
      if text.byte(at: found - 1) == UInt8(ascii: "[") { return true }
      caret = text.index(of: UInt8(ascii: "^"), from: found + 1)
    }
    return false
  }

  /// Whether there is a line of `|`, `-` and `:` only, behind any quotation marks.
  private static func hasDelimiterRow(_ text: Span<UInt8>, from first: Int) -> Bool {
    var pipe: Int? = first
    while let found = pipe {
      let line = text.line(around: found)
      if isDelimiterRow(text, line) { return true }
      pipe = text.index(of: UInt8(ascii: "|"), from: line.upperBound)
    }
    return false
  }

  private static func isDelimiterRow(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var hasDash = false
    for index in line {
      switch text[index] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ">"), 0x20, 0x09, 0x0D: continue
      default: return false
      }
    }
    return hasDash
  }
}

extension Span<UInt8> {
  /// The line that `index` stands on, without its line feed.
  func line(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, self[start - 1] != 0x0A { start -= 1 }
    return start..<(self.index(of: 0x0A, from: index) ?? count)
  }
}
