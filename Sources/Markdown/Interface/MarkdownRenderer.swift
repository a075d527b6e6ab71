package import Bytes
package import Diagnostics

/// Turns Markdown into HTML; one belongs to each worker, which reuses its memory.
///
/// The text must be valid UTF-8 without controls (`TextCheck`). Whatever else it holds, the result
/// is well-formed HTML and a list of diagnostics: nothing throws.
package struct MarkdownRenderer: ~Copyable {
  package init() {}

  /// Appends the HTML of a page's body to `output` and returns what else the text says.
  package mutating func render<Resolver: MarkdownResolver & ~Copyable>(
    _ text: Span<UInt8>, at place: MarkdownPlace, options: MarkdownOptions,
    resolver: inout Resolver, into output: inout ByteBuffer
  ) -> RenderedMarkdown {
    RenderedMarkdown(
      summary: .empty, links: [], pictures: [], anchors: [], diagnostics: [])
  }

  /// What a text says in short: the same as `render` returns, at the price of parsing alone.
  package mutating func summarize(
    _ text: Span<UInt8>, options: MarkdownOptions
  ) -> MarkdownSummary {
    .empty
  }

  /// Appends the HTML of plain CommonMark 0.30 to `output`: raw HTML and any URL pass, nothing is
  /// added. Returns diagnostics of texts beyond the limits only.
  package mutating func renderPlain(
    _ text: Span<UInt8>, at place: MarkdownPlace, into output: inout ByteBuffer
  ) -> [Diagnostic] {
    []
  }
}
