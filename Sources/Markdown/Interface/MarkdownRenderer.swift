package import Bytes
package import Diagnostics

/// Turns Markdown into HTML; one belongs to each worker.
///
/// The text must be valid UTF-8 without controls (`TextCheck`). Whatever else it holds, the result
/// is well-formed HTML and a list of diagnostics: nothing throws, hangs or overflows.
package struct MarkdownRenderer: ~Copyable {
  private var parser = SyntaxParser()

  package init() {}

  /// The version of libcmark: the same text and another version may make other HTML.
  package static var libraryVersion: String { SyntaxParser.libraryVersion }
}

extension MarkdownRenderer {
  /// Appends the HTML of a page's body to `output` and returns what else the text says.
  ///
  /// The diagnostics name `place.file` and ranges of that file. A text beyond the limits gives no
  /// HTML and one error.
  package mutating func render<Resolver: MarkdownResolver & ~Copyable>(
    _ text: Span<UInt8>, at place: MarkdownPlace, options: MarkdownOptions,
    resolver: inout Resolver, into output: inout ByteBuffer
  ) -> RenderedMarkdown {
    if let breach = SourceLimits.firstBreach(in: text) {
      return RenderedMarkdown(refusing: breach, text, at: place)
    }
    let source = PreparedSource(text)
    let root = parse(source, text)
    let survey = survey(root, source, text, options: options)
    if survey.isRefused {
      return RenderedMarkdown(survey, .none, text, at: place)
    }
    var desk = ReferenceDesk(count: survey.references.count)
    for (index, reference) in survey.references.enumerated() {
      desk.answer(reference, index, resolver: &resolver)
    }
    let start = output.count
    var written = write(
      root, source, survey, desk, length: text.count, options: options, into: &output)
    written.problems += ForbiddenReferences.problems(in: text, html: output, from: start)
    return RenderedMarkdown(survey, written, text, at: place)
  }

  /// What a text says in short: the same as `render` returns with all measures, at the price of
  /// parsing alone.
  package mutating func summarize(
    _ text: Span<UInt8>, options: MarkdownOptions
  ) -> MarkdownSummary {
    guard SourceLimits.firstBreach(in: text) == nil else { return .empty }
    var options = options
    options.measures = [.wordCount, .excerpt]
    let source = PreparedSource(text)
    return survey(parse(source, text), source, text, options: options).summary
  }

  /// Appends the HTML of plain CommonMark 0.30 to `output`, with nothing added or refused.
  ///
  /// Raw HTML and any URL pass. Returns diagnostics of texts beyond the limits only.
  package mutating func renderPlain(
    _ text: Span<UInt8>, at place: MarkdownPlace, into output: inout ByteBuffer
  ) -> [Diagnostic] {
    if let breach = SourceLimits.firstBreach(in: text) {
      return RenderedMarkdown(refusing: breach, text, at: place).diagnostics
    }
    let root = parser.parse(text, replacesInvalid: true)
    var writer = HTMLWriter(
      output, mode: .plain, length: text.count, options: MarkdownOptions(), survey: Survey(),
      answers: [], hasAdditions: false)
    writer.write(root)
    let problems = writer.problems
    output = writer.finish()
    return problems.map { $0.diagnostic(at: place, range: 0..<0) }
  }
}

// MARK: - Steps

extension MarkdownRenderer {
  private mutating func parse(_ source: PreparedSource, _ text: Span<UInt8>) -> SyntaxNode {
    guard let replaced = source.replaced else { return parser.parse(text) }
    return parser.parse(replaced.span)
  }

  private func survey(
    _ root: SyntaxNode, _ source: PreparedSource, _ text: Span<UInt8>,
    options: MarkdownOptions
  ) -> Survey {
    var surveyor = Surveyor(options: options, source: source)
    if options.measures.contains(.excerpt) {
      let mayHoldMore = text.index(of: "<!--", in: 0..<text.count) != nil
      surveyor.survey.excerpt = Excerpt(waitsForMore: mayHoldMore)
    }
    surveyor.walk(root)
    return surveyor.survey
  }

  private func write(
    _ root: SyntaxNode, _ source: PreparedSource, _ survey: Survey,
    _ desk: ReferenceDesk, length: Int, options: MarkdownOptions, into output: inout ByteBuffer
  ) -> Written {
    var writer = HTMLWriter(
      output, mode: .site, length: length, options: options, survey: survey,
      answers: desk.answers, hasAdditions: !source.features.isEmpty)
    writer.write(root)
    let written = Written(
      links: writer.links, pictures: writer.pictures,
      problems: desk.problems + writer.problems, notes: writer.notes,
      usesLabels: writer.usesLabels)
    output = writer.finish()
    return written
  }
}
