/// Copies a text line by line and writes stand-ins where they are needed.
struct StandInScribe {
  let features: PreparedSource.Features
  private(set) var output: [UInt8] = []
  /// The number of stand-ins written.
  private(set) var changes = 0
  private var isInNote = false
  private var isAfterBlank = false

  init(features: PreparedSource.Features, capacity: Int) {
    self.features = features
    output.reserveCapacity(capacity + 16)
  }

  mutating func copy(_ text: Span<UInt8>) {
    var start = 0
    while start < text.count {
      let end = text.index(of: 0x0A, from: start).map { $0 + 1 } ?? text.count
      let written = features.contains(.notes) ? copyNoteStart(text, start..<end) : start
      copyEscapes(text, written..<end)
      start = end
    }
  }

  /// Copies what makes a line belong to a footnote; returns where the rest of the line starts.
  private mutating func copyNoteStart(_ text: Span<UInt8>, _ line: Range<Int>) -> Int {
    let content = text.firstContent(in: line)
    guard content < line.upperBound else {
      isAfterBlank = true
      return line.lowerBound
    }
    defer { isAfterBlank = false }
    if text.isNoteDefinition(at: content, before: line.upperBound),
      content - line.lowerBound <= 3 || text[line.lowerBound] == UInt8(ascii: ">")
    {
      isInNote = true
      copyBytes(text, line.lowerBound..<content)
      write(.noteStart)
      return content + 2
    }
    guard isInNote, isAfterBlank else { return line.lowerBound }
    return copyNoteIndent(text, line)
  }

  private mutating func copyNoteIndent(_ text: Span<UInt8>, _ line: Range<Int>) -> Int {
    let start = line.lowerBound
    let isTab = text[start] == 0x09
    let width = isTab ? 1 : 4
    guard isTab || text.matches("    ", at: start), !text.isBlockStart(at: start + width) else {
      isInNote = false
      return start
    }
    write(isTab ? .noteTab : .noteIndent)
    return start + width
  }

  private mutating func copyEscapes(_ text: Span<UInt8>, _ range: Range<Int>) {
    var copied = range.lowerBound
    var index = copied
    while let backslash = text.index(of: UInt8(ascii: "\\"), from: index),
      backslash < range.upperBound
    {
      index = backslash + 2
      guard let standIn = standIn(forEscapeAt: backslash, in: text) else { continue }
      copyBytes(text, copied..<backslash)
      write(standIn)
      copied = index
    }
    copyBytes(text, copied..<range.upperBound)
  }

  private func standIn(forEscapeAt backslash: Int, in text: Span<UInt8>) -> StandIn? {
    switch text.byte(at: backslash + 1) {
    case UInt8(ascii: "|") where features.contains(.tables): .escapedPipe
    case UInt8(ascii: "~") where features.contains(.tildes): .escapedTilde
    case UInt8(ascii: "[")
    where features.contains(.notes) && text.byte(at: backslash + 2) == UInt8(ascii: "^"):
      .escapedBracket
    case UInt8(ascii: ":")
    where features.contains(.escapedBlocks) && text.byte(at: backslash + 2) == UInt8(ascii: ":"):
      .escapedColon
    default: nil
    }
  }

  private mutating func write(_ standIn: StandIn) {
    output.append(standIn)
    changes += 1
  }

  private mutating func copyBytes(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    for index in range { output.append(text[index]) }
  }
}

extension Span<UInt8> {
  /// Where a line's text begins behind spaces and quotation marks; its end when it is blank.
  fileprivate func firstContent(in line: Range<Int>) -> Int {
    for index in line {
      switch self[index] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">"): continue
      default: return index
      }
    }
    return line.upperBound
  }

  /// Whether something other than a paragraph begins at `start`: footnotes hold paragraphs only.
  fileprivate func isBlockStart(at start: Int) -> Bool {
    let next = byte(at: start + 1)
    switch byte(at: start) {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return next == 0x20 || next == 0x09
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return next == UInt8(ascii: ".") || next == UInt8(ascii: ")")
    case UInt8(ascii: ">"), UInt8(ascii: "#"), 0x20, 0x09: return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return next == byte(at: start)
    default: return false
    }
  }

  /// Whether `[^label]:` stands at `start`.
  fileprivate func isNoteDefinition(at start: Int, before end: Int) -> Bool {
    guard matches("[^", at: start) else { return false }
    guard let close = NoteLabel.end(from: start + 2, before: end, byte: { self.byte(at: $0) })
    else { return false }
    return byte(at: close + 1) == UInt8(ascii: ":")
  }
}

/// The form of a footnote's label: no spaces, no brackets, at most 200 bytes.
enum NoteLabel {
  /// The index of the `]` that ends the label at `start`.
  static func end(from start: Int, before end: Int, byte: (Int) -> UInt8) -> Int? {
    var index = start
    while index < end, index - start <= 200 {
      switch byte(index) {
      case UInt8(ascii: "]"): return index > start ? index : nil
      case UInt8(ascii: "["), 0x00...0x20: return nil
      default: index += 1
      }
    }
    return nil
  }
}
