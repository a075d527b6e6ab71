internal import Diagnostics

/// What the writer notes besides HTML, with numbers of references where places will stand.
struct Written {
  var links: [PrintedLink] = []
  var pictures: [PrintedPicture] = []
  var problems: [MarkdownProblem] = []
  var notes = NoteNumbers()
  var usesLabels = false

  /// Nothing was written.
  static let none = Written()
}

extension RenderedMarkdown {
  /// The result of a text that is not parsed.
  init(refusing breach: MarkdownProblem, _ text: Span<UInt8>, at place: MarkdownPlace) {
    let ranges = SourceLocator.ranges(of: [breach.spot], in: text)
    self.init(
      summary: .empty, links: [], pictures: [], anchors: [], usesLabels: false,
      diagnostics: [breach.diagnostic(at: place, range: ranges[0])])
  }

  /// Puts places to what was found.
  init(_ survey: Survey, _ written: Written, _ text: Span<UInt8>, at place: MarkdownPlace) {
    let references = SourceLocator.ranges(of: survey.references.map(\.spot), in: text)
    let problems = survey.problems + written.problems
    let ranges = SourceLocator.ranges(
      of: problems.map(\.spot), in: text, references: references)
    func inFile(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound + place.offset..<range.upperBound + place.offset
    }
    let diagnostics = zip(problems, ranges).map { $0.diagnostic(at: place, range: $1) }
    self.init(
      summary: survey.summary,
      links: written.links.map {
        MarkdownLink(
          kind: $0.kind, url: $0.url, path: $0.path, range: inFile(references[$0.reference]))
      },
      pictures: written.pictures.map {
        MarkdownPictureUse(path: $0.path, url: $0.url, range: inFile(references[$0.reference]))
      },
      anchors: survey.outline.entries.map(\.id) + written.notes.anchors,
      usesLabels: written.usesLabels,
      diagnostics: diagnostics.isEmpty ? [] : diagnostics.sortedByPlace())
  }
}

extension NoteNumbers {
  /// The ids of notes and of the references to them.
  fileprivate var anchors: [String] {
    order.enumerated().flatMap { index, note in
      [NoteID.note(index + 1)]
        + (1...useCount(of: note)).map { NoteID.reference(index + 1, use: $0) }
    }
  }
}
