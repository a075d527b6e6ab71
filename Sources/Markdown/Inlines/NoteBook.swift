internal import Diagnostics

/// The footnotes of a text: their labels, what they say, and in which order they are referred to.
struct NoteBook {
  /// A footnote.
  struct Note {
    let label: String
    let line: Int
    var paragraphs: [InlineSlice]
  }

  private(set) var notes: [Note] = []
  private var indices: [String: Int] = [:]

  /// Adds a note; false when its label is taken.
  mutating func add(_ note: Note) -> Bool {
    let key = Self.key(note.label)
    guard indices[key] == nil else { return false }
    indices[key] = notes.count
    notes.append(note)
    return true
  }

  /// Adds a further paragraph to the last note.
  mutating func addParagraph(_ paragraph: InlineSlice) {
    guard !notes.isEmpty else { return }
    notes[notes.count - 1].paragraphs.append(paragraph)
  }

  /// The note called `label`.
  func index(of label: String) -> Int? {
    indices.isEmpty ? nil : indices[Self.key(label)]
  }

  /// The label most like `label`.
  func suggestion(for label: String) -> String? {
    Suggestion.closest(to: label, in: notes.map(\.label))
  }

  /// A reference `[^label]`.
  struct Reference {
    let note: Int
    /// The index behind the `]`.
    let end: Int
  }

  /// The reference to a known note that stands in `text` at `start`.
  func reference(in text: NodeText, at start: Int) -> Reference? {
    guard !notes.isEmpty, let label = Self.label(in: text, at: start),
      let note = index(of: label.text)
    else { return nil }
    return Reference(note: note, end: label.end)
  }

  /// The label of `[^label]` at `start`, whether or not such a note exists.
  static func label(in text: NodeText, at start: Int) -> (text: String, end: Int)? {
    guard text[start] == UInt8(ascii: "["), text[start + 1] == UInt8(ascii: "^"),
      let close = NoteLabel.end(from: start + 2, before: text.count, byte: { text[$0] })
    else { return nil }
    return (String(decoding: (start + 2..<close).map { text[$0] }, as: UTF8.self), close + 1)
  }

  private static func key(_ label: String) -> String { label.lowercased() }
}
