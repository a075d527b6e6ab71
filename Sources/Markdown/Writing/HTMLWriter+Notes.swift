internal import Bytes

/// The numbers that footnotes get, in the order of their first references.
struct NoteNumbers {
  /// The notes that are referred to, as indices of the `NoteBook`.
  private(set) var order: [Int] = []
  private var numbers: [Int: Int] = [:]
  private var uses: [Int: Int] = [:]

  /// Counts one more reference to `note`; returns its number and which reference this is.
  mutating func use(_ note: Int) -> (number: Int, use: Int) {
    let number = numbers[note] ?? order.count + 1
    if numbers[note] == nil {
      numbers[note] = number
      order.append(note)
    }
    uses[note, default: 0] += 1
    return (number, uses[note, default: 1])
  }

  /// The number of references to `note`.
  func useCount(of note: Int) -> Int { uses[note, default: 0] }
}

/// Ids hold a colon, which no heading's id does, so they are unique in the document.
enum NoteID {
  static func note(_ number: Int) -> String { "fn:\(number)" }

  static func reference(_ number: Int, use: Int) -> String {
    use == 1 ? "fnref:\(number)" : "fnref:\(number):\(use)"
  }
}

extension HTMLWriter {
  /// Writes the number that refers to a footnote; inside a link nothing, for links do not nest.
  mutating func writeNoteReference(_ note: Int) {
    guard !openLinks.hasPrinted else { return }
    let (number, use) = notes.use(note)
    output.append("<sup class=\"footnote-ref\"><a href=\"#")
    output.append(NoteID.note(number))
    output.append("\" id=\"")
    output.append(NoteID.reference(number, use: use))
    output.append("\" role=\"doc-noteref\">")
    output.append(digits(of: number))
    output.append("</a></sup>")
  }

  /// Writes the footnotes that something refers to, those that footnotes refer to included.
  mutating func writeNotes() {
    if !notes.order.isEmpty {
      usesLabels = true
      beginLine()
      output.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
      output.append(markdownEscaped: options.labels.footnotes.utf8.span)
      output.append("\">\n<ol>\n")
      var index = 0
      while index < notes.order.count {
        writeNote(notes.order[index], number: index + 1)
        index += 1
      }
      output.append("</ol>\n</section>\n")
    }
    for (index, note) in survey.notes.notes.enumerated() where notes.useCount(of: index) == 0 {
      problems.append(MarkdownProblem(.unusedNote(note.label), at: .line(note.line)))
    }
  }

  private mutating func writeNote(_ note: Int, number: Int) {
    output.append("<li id=\"")
    output.append(NoteID.note(number))
    output.append("\">\n")
    let paragraphs = survey.notes.notes[note].paragraphs
    for (index, paragraph) in paragraphs.enumerated() {
      output.append("<p>")
      writeInlines(paragraph)
      if index == paragraphs.count - 1 { writeBacklinks(note, number: number) }
      output.append("</p>\n")
    }
    output.append("</li>\n")
  }

  private mutating func writeBacklinks(_ note: Int, number: Int) {
    let count = notes.useCount(of: note)
    for use in 1...max(1, count) {
      output.append(" <a href=\"#")
      output.append(NoteID.reference(number, use: use))
      output.append("\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"")
      let suffix = use == 1 ? "" : "-\(digits(of: use))"
      let name = options.labels.backToReference.split(
        separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
      let label = name.joined(separator: digits(of: number) + suffix)
      output.append(markdownEscaped: label.utf8.span)
      output.append("\">\u{21A9}\u{FE0E}</a>")
    }
  }

  /// `number` in the digits of the text's language.
  private func digits(of number: Int) -> String {
    let digits = options.labels.digits
    guard digits.count == 10 else { return "\(number)" }
    return "\(number)".utf8.map { digits[Int($0 - UInt8(ascii: "0"))] }.joined()
  }
}
