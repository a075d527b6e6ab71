/// Gathers what a reader would read aloud of some inline content.
struct PlainText {
  private(set) var bytes: [UInt8] = []
  /// Whether `<!-- more -->` was met, where gathering stops.
  private(set) var hasReachedMore = false
  /// Whether texts may hold stand-ins, footnotes or strikethrough.
  private let hasAdditions: Bool

  init(hasAdditions: Bool) {
    self.hasAdditions = hasAdditions
  }

  /// The text with runs of white space made one space.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends the text of `slice`, marks of footnotes and strikethrough left out.
  mutating func append(_ slice: InlineSlice, strikes: StrikeMarks, notes: NoteBook) {
    guard var walk = InlineWalk(slice) else { return }
    repeat {
      guard walk.isEntering else { continue }
      switch walk.kind {
      case .text:
        append(walk.node, walk.bounds(of: walk.node.literal.count), strikes, notes)
      case .code: appendVerbatim(walk.node.literal)
      case .softBreak, .lineBreak: appendSpace()
      case .htmlInline where MoreMarker.isMarker(walk.node.literal):
        hasReachedMore = true
        return
      default: continue
      }
    } while walk.advance()
  }

  /// Appends a space between two paragraphs.
  mutating func appendSpace() {
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
  }

  /// Drops the space at the end.
  mutating func trim() {
    while bytes.last == 0x20 { bytes.removeLast() }
  }

  private mutating func append(
    _ node: SyntaxNode, _ range: Range<Int>, _ strikes: StrikeMarks, _ notes: NoteBook
  ) {
    let text = node.literal
    guard hasAdditions else { return text.withSpan { append($0.extracting(range)) } }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if let standIn = text.standIn(at: index) {
        append(standIn.replacement(in: .text))
        index += 2
      } else if byte == UInt8(ascii: "["), let note = notes.reference(in: text, at: index) {
        index = note.end
      } else if byte == UInt8(ascii: "~"), let mark = strikes.mark(of: node, at: index) {
        index += mark.length
      } else {
        append(byte)
        index += 1
      }
    }
  }

  private mutating func appendVerbatim(_ text: NodeText) {
    var index = 0
    while index < text.count {
      if let standIn = text.standIn(at: index) {
        append(standIn.replacement(in: .verbatim))
        index += 2
      } else {
        append(text[index])
        index += 1
      }
    }
  }

  private mutating func append(_ text: Span<UInt8>) {
    for index in text.indices { append(text[index]) }
  }

  private mutating func append(_ byte: UInt8) {
    if byte == 0x20 || byte == 0x09 || byte == 0x0A { appendSpace() } else { bytes.append(byte) }
  }

  private mutating func append(_ literal: StaticString) {
    for byte in "\(literal)".utf8 { append(byte) }
  }
}

/// The comment `<!-- more -->`, which ends the excerpt.
enum MoreMarker {
  /// Whether `html` begins with the marker, in any case and with any spaces.
  static func isMarker(_ html: NodeText) -> Bool {
    guard html[0] == UInt8(ascii: "<"), html[1] == UInt8(ascii: "!"),
      html[2] == UInt8(ascii: "-"), html[3] == UInt8(ascii: "-")
    else { return false }
    var index = 4
    while html[index] == 0x20 { index += 1 }
    for letter in [UInt8(ascii: "m"), UInt8(ascii: "o"), UInt8(ascii: "r"), UInt8(ascii: "e")] {
      guard html[index] | 0x20 == letter else { return false }
      index += 1
    }
    while html[index] == 0x20 { index += 1 }
    return html[index] == UInt8(ascii: "-") && html[index + 1] == UInt8(ascii: "-")
      && html[index + 2] == UInt8(ascii: ">")
  }
}
