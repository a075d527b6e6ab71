internal import Bytes
internal import Diagnostics
internal import FileTree
internal import Markdown
internal import SiteModel

/// Renders the Markdown of a file with the site's links and pictures; one belongs to each worker.
///
/// A class, because it owns the memory of a Markdown renderer, which cannot be copied.
final class BodyRenderer {
  private var markdown = MarkdownRenderer()
  private var output = ByteBuffer(capacity: 1 << 14)

  /// Renders a text; a file that cannot be read any more is reported and shows nothing.
  func render(_ request: BodyRequest, _ reader: SiteReader) -> BodyCache.Body {
    output.removeAll()
    var diagnostics: [Diagnostic] = []
    let text = text(of: request, reader, &diagnostics)
    var resolver = BodyResolver(request, reader)
    var rendered = markdown.render(
      text.span, at: MarkdownPlace(file: request.path, offset: request.start),
      options: request.options, resolver: &resolver, into: &output)
    rendered.diagnostics = diagnostics + rendered.diagnostics
    return BodyCache.Body(html: output.bytes(), rendered: rendered)
  }

  /// The number of words of a text that has been rendered without counting them.
  func wordCount(_ request: BodyRequest, _ reader: SiteReader) -> Int {
    // What is wrong with the file has been reported by its render.
    var diagnostics: [Diagnostic] = []
    let text = text(of: request, reader, &diagnostics)
    return markdown.summarize(text.span, options: request.options).wordCount
  }

  private func text(
    of request: BodyRequest, _ reader: SiteReader, _ diagnostics: inout [Diagnostic]
  ) -> ArraySlice<UInt8> {
    if let text = request.text { return text[...] }
    let source = ContentSource(
      request.path, root: reader.snapshot.root, disk: Disk(), isHashed: false)
    // Load has reported the text; only what went wrong since is new.
    guard source.isUsable else {
      diagnostics += source.diagnostics
      return []
    }
    return source.bytes.dropFirst(request.start)
  }
}

/// Answers where the links and pictures of a text lead, through the reader.
private struct BodyResolver: MarkdownResolver {
  private let request: BodyRequest
  private let reader: SiteReader

  init(_ request: BodyRequest, _ reader: SiteReader) {
    self.request = request
    self.reader = reader
  }

  mutating func resolve(link: MarkdownReference) -> MarkdownLinkAnswer {
    switch link.kind {
    case .path: return .url(reader.settings.baseURL.path + link.path)
    case .story: return story(link.path)
    case .file: return file(link.path)
    }
  }

  private func story(_ path: String) -> MarkdownLinkAnswer {
    switch reader.target(of: path, from: request.path) {
    case .story(let id, let url):
      guard !reader.state(id).isHeld, !reader.state(id).isGone, let url else { return .held }
      return .url(url.string)
    case .page(let url): return .url(url.string)
    case .broken: return .held
    case .none:
      return .missing(suggestion: reader.suggestion(for: path, from: request.path))
    }
  }

  private func file(_ path: String) -> MarkdownLinkAnswer {
    guard let page = request.pageURL else { return .url(path) }
    if let picture = reader.picture(path, besides: request.path) {
      return .url(reader.url(of: picture, onPageAt: page))
    }
    return .url(path)
  }

  mutating func resolve(picture: MarkdownReference) -> MarkdownPictureAnswer {
    guard let file = reader.picture(picture.path, besides: request.path) else {
      let names = reader.snapshot.site.pictures.names(besides: request.path)
      return .missing(suggestion: Suggestion.closest(to: picture.path, in: names))
    }
    var answer = MarkdownPicture(
      url: request.pageURL.map { reader.url(of: file, onPageAt: $0) } ?? picture.path)
    if let width = file.width, let height = file.height {
      answer.size = MarkdownPicture.Size(width: width, height: height)
    }
    return .picture(answer)
  }
}
