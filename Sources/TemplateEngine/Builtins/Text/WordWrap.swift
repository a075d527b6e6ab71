/// What `wordwrap` is asked for.
struct WordWrap {
  var width: Int
  var breaksLongWords = true
  var breaksOnHyphens = true
}

extension WordWrap {
  /// The lines that one line of text becomes, after Python's `textwrap`.
  ///
  /// Text is cut into chunks (words, white space, dashes), which are then laid into lines greedily;
  /// white space at the ends of lines goes, but not at the start of the first one.
  func lines(of line: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var chunks = ArraySlice(WordChunks(line, breaksOnHyphens: breaksOnHyphens).chunks)
    var lines: [[Unicode.Scalar]] = []
    while !chunks.isEmpty {
      if !lines.isEmpty, let first = chunks.first, first.isBlank {
        chunks.removeFirst()
        continue
      }
      let next = takeLine(from: &chunks)
      if !next.isEmpty { lines.append(next) }
    }
    return lines
  }

  private func takeLine(from chunks: inout ArraySlice<ArraySlice<Unicode.Scalar>>)
    -> [Unicode.Scalar]
  {
    var pieces: [ArraySlice<Unicode.Scalar>] = []
    var length = 0
    while let chunk = chunks.first, length + chunk.count <= width {
      pieces.append(chunk)
      length += chunk.count
      chunks.removeFirst()
    }
    if let chunk = chunks.first, chunk.count > width {
      if breaksLongWords {
        let end = chunk.startIndex + cut(of: chunk, room: max(width, 1) - length)
        pieces.append(chunk[..<end])
        chunks[chunks.startIndex] = chunk[end...]
      } else if pieces.isEmpty {
        pieces.append(chunk)
        chunks.removeFirst()
      }
    }
    if let last = pieces.last, last.isBlank { pieces.removeLast() }
    return Array(pieces.joined())
  }

  /// How much of a word that is too long fits: up to a hyphen where there is one.
  private func cut(of chunk: ArraySlice<Unicode.Scalar>, room: Int) -> Int {
    guard breaksOnHyphens, chunk.count > room else { return room }
    let head = chunk.prefix(max(room, 0))
    guard let hyphen = head.lastIndex(of: "-"), hyphen > chunk.startIndex,
      head[..<hyphen].contains(where: { $0 != "-" })
    else { return room }
    return hyphen + 1 - chunk.startIndex
  }
}

/// A line cut into the pieces that wrapping moves: words, runs of white space, dashes.
private struct WordChunks {
  private let text: [Unicode.Scalar]
  private(set) var chunks: [ArraySlice<Unicode.Scalar>] = []

  init(_ text: [Unicode.Scalar], breaksOnHyphens: Bool) {
    self.text = text
    var start = 0
    while start < text.count {
      let end = breaksOnHyphens ? chunkEnd(from: start) : simpleEnd(from: start)
      chunks.append(text[start..<end])
      start = end
    }
  }

  private func simpleEnd(from start: Int) -> Int {
    let isSpace = text[start].isWrapSpace
    return text[start...].firstIndex { $0.isWrapSpace != isSpace } ?? text.count
  }

  private func chunkEnd(from start: Int) -> Int {
    if text[start].isWrapSpace { return simpleEnd(from: start) }
    if start > 0, let end = dashEnd(at: start) { return end }
    var end = start + 1
    while end < text.count {
      if text[end].isWrapSpace || dashEnd(at: end) != nil { return end }
      if endsHyphenatedWord(at: end) { return end + 1 }
      end += 1
    }
    return end
  }

  /// Where the dashes end that join two words at `index` (`word--word`).
  private func dashEnd(at index: Int) -> Int? {
    guard text[index] == "-", text[index - 1].isWordPunctuation else { return nil }
    let end = text[index...].firstIndex { $0 != "-" } ?? text.count
    return end - index >= 2 && end < text.count && text[end].isPythonWord ? end : nil
  }

  /// Whether the hyphen at `index` parts two words of at least two letters.
  private func endsHyphenatedWord(at index: Int) -> Bool {
    guard text[index] == "-" else { return false }
    let isAfterLetters = isLetter(index - 1) && isLetter(index - 2)
    let isAfterHyphen =
      isLetter(index - 3) && index >= 2 && text[index - 2] == "-"
      && text[index - 1].isWordPunctuation
    guard isAfterLetters || isAfterHyphen, isLetter(index + 1) else { return false }
    let next = index + 2
    return isLetter(next) || (next < text.count && text[next] == "-" && isLetter(next + 1))
  }

  private func isLetter(_ index: Int) -> Bool {
    text.indices.contains(index) && text[index].isPythonWord && !text[index].isPythonDigit
  }
}

extension Unicode.Scalar {
  /// The white space that wrapping knows is ASCII only: a no-break space stays in its word.
  fileprivate var isWrapSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20: true
    default: false
    }
  }

  fileprivate var isWordPunctuation: Bool {
    switch self {
    case "!", "\"", "'", "&", ".", ",", "?": true
    default: isPythonWord
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var isBlank: Bool { allSatisfy(\.isPythonSpace) }
}
