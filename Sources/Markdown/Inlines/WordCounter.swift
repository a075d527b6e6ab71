/// Counts words as people count them, across any number of texts.
///
/// A word is a run of letters, digits and marks. An apostrophe, hyphen, full stop, comma, ZWNJ or
/// the like joins two of them where it stands alone between them (`don't`, `3.14`, `می‌رود`).
/// Ideographs and kana count one each, because their scripts put no spaces between words.
struct WordCounter {
  private(set) var count = 0
  private var state = State.outside

  private enum State {
    case outside
    /// Behind a letter.
    case inside
    /// Behind a joiner that stands behind a letter.
    case joined
  }

  private enum Sort {
    case letter
    case joiner
    case ideograph
    case other
  }

  /// Ends the word, if one is open: a block or line ends.
  @inline(__always)
  mutating func endWord() {
    state = .outside
  }

  /// Reads on.
  mutating func read(_ text: NodeText, leavingOutNotes: Bool = false) {
    if leavingOutNotes { readAroundNotes(text) } else { text.withSpan { read($0) } }
  }

  /// Reads on; with `[^label]` left out.
  private mutating func readAroundNotes(_ text: NodeText) {
    var index = 0
    while index < text.count {
      if let label = NoteBook.label(in: text, at: index) {
        state = .outside
        index = label.end
      } else if text[index] == StandIn.lead, text[index + 1] == StandIn.noteStart.rawValue {
        state = .outside
        let end = NoteLabel.end(from: index + 2, before: text.count, byte: { text[$0] })
        index = end.map { $0 + 1 } ?? index + 2
      } else {
        index = text.withSpan { readOne($0, at: index) }
      }
    }
  }

  private mutating func read(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let end = min(text.count, index == 0 ? 2 : index + 16)
      while index < end { index = readOne(text, at: index) }
      index = readBlocks(text, from: index)
    }
  }

  /// Reads sixteen bytes at a time while all of them are ASCII; the same as `take` of each.
  ///
  /// A block is compared with what stands one and two bytes before it, which must be ASCII too.
  private mutating func readBlocks(_ text: Span<UInt8>, from start: Int) -> Int {
    guard start >= 2, text.count - start >= 16, text[start - 1] | text[start - 2] < 0x80 else {
      return start
    }
    var index = start
    while index + 16 <= text.count {
      let block = SixteenBytes(text, at: index)
      guard block.isASCII else { break }
      let previous = SixteenBytes(text, at: index - 1)
      let goesOn =
        previous.letters .| (previous.joiners .& SixteenBytes(text, at: index - 2).letters)
      count += SixteenBytes.count(block.letters .& .!goesOn)
      index += 16
    }
    if index > start { state = Self.state(behind: text[index - 2], text[index - 1]) }
    return index
  }

  /// What the last two of some ASCII characters lead to.
  private static func state(behind first: UInt8, _ second: UInt8) -> State {
    switch (sort(ascii: first), sort(ascii: second)) {
    case (_, .letter): .inside
    case (.letter, .joiner): .joined
    default: .outside
    }
  }

  @inline(__always)
  private mutating func readOne(_ text: Span<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 {
      take(Self.sort(ascii: byte))
      return index + 1
    }
    return readWide(text, at: index, lead: byte)
  }

  private mutating func readWide(_ text: Span<UInt8>, at index: Int, lead: UInt8) -> Int {
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    let end = min(index + length, text.count)
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    var next = index + 1
    while next < end {
      scalar = scalar << 6 | UInt32(text[next] & 0x3F)
      next += 1
    }
    take(Self.sort(wide: scalar))
    return end
  }

  @inline(__always)
  private mutating func take(_ sort: Sort) {
    switch sort {
    case .letter:
      if state == .outside { count += 1 }
      state = .inside
    case .joiner: state = state == .inside ? .joined : .outside
    case .ideograph:
      count += 1
      state = .outside
    case .other: state = .outside
    }
  }

  @inline(__always)
  private static func sort(ascii byte: UInt8) -> Sort {
    let lower = byte | 0x20
    if lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "z") { return .letter }
    if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { return .letter }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "_"), UInt8(ascii: ":"):
      return .joiner
    default: return .other
    }
  }

  /// Letters unless they are listed: the ranges hold the punctuation and symbols of living scripts.
  private static func sort(wide scalar: UInt32) -> Sort {
    switch scalar {
    case 0x80...0xA9, 0xAB...0xAC, 0xAE...0xB4, 0xB6, 0xB8...0xB9, 0xBB...0xBF, 0xD7, 0xF7: .other
    case 0xAD, 0xB7, 0x200C, 0x200D, 0x2010, 0x2011, 0x2018, 0x2019, 0x066B, 0x066C: .joiner
    case 0x055A...0x055F, 0x0589...0x058A, 0x05BE, 0x05C0, 0x05C3, 0x05F3...0x05F4: .other
    case 0x0600...0x060F, 0x061B...0x061F, 0x066A, 0x066D, 0x06D4: .other
    case 0x0964...0x0965, 0x0E4F, 0x0E5A...0x0E5B, 0x104A...0x104F, 0x1360...0x1368: .other
    case 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x2E00...0x2E7F: .other
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFD:
      .ideograph
    case 0x3000...0x3040, 0x30A0, 0x30FB, 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFFD, 0x1F000...0x1FAFF, 0xE000...0xF8FF:
      .other
    default: .letter
    }
  }
}
