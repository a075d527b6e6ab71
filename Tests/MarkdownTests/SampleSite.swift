import Bytes
import Diagnostics
import Markdown

/// The files that the references of the tests lead to.
struct SampleSite: MarkdownResolver {
  static let stories = ["berita.md": "/iran/berita/", "/iran/akar.md": "/iran/akar/"]
  static let pictures = ["peta.png", "bendera.png", "tanpa-ukuran.png"]

  mutating func resolve(link: MarkdownReference) -> MarkdownLinkAnswer {
    switch link.kind {
    case .path: return .url(link.path)
    case .story where link.path == "ditahan.md": return .held
    case .story:
      if let url = Self.stories[link.path] { return .url(url) }
    case .file where link.path == "laporan akhir.pdf": return .url("/iran/berita/laporan akhir.pdf")
    case .file: break
    }
    return .missing(suggestion: Suggestion.closest(to: link.path, in: Self.stories.keys.sorted()))
  }

  mutating func resolve(picture: MarkdownReference) -> MarkdownPictureAnswer {
    guard Self.pictures.contains(picture.path) else {
      return .missing(suggestion: Suggestion.closest(to: picture.path, in: Self.pictures))
    }
    guard picture.path != "tanpa-ukuran.png" else {
      return .picture(MarkdownPicture(url: "/media/tanpa-ukuran.png"))
    }
    let set = picture.path == "bendera.png" ? "/m/b-640.png 640w, /m/b.png 1200w" : nil
    return .picture(
      MarkdownPicture(
        url: "/media/\(picture.path)", size: MarkdownPicture.Size(width: 1200, height: 675),
        sourceSet: set, sizes: "100vw"))
  }
}

/// A text rendered as the body of a page, and everything that is said about it.
struct SampleRender {
  let html: String
  let rendered: RenderedMarkdown
  let source: [UInt8]

  init(_ text: String, offset: Int = 0, _ change: (inout MarkdownOptions) -> Void = { _ in }) {
    self.init(Array(text.utf8), offset: offset, change)
  }

  init(_ bytes: [UInt8], offset: Int = 0, _ change: (inout MarkdownOptions) -> Void = { _ in }) {
    var options = MarkdownOptions()
    options.title = "Judul"
    options.baseURL = "https://kabar.example"
    options.measures = [.wordCount, .excerpt]
    change(&options)
    var renderer = MarkdownRenderer()
    var site = SampleSite()
    var output = ByteBuffer()
    source = bytes
    rendered = renderer.render(
      bytes.span, at: MarkdownPlace(file: "berita.md", offset: offset), options: options,
      resolver: &site, into: &output)
    html = output.string()
  }

  /// The diagnostics as people see them.
  var report: String {
    var printer = DiagnosticPrinter { _ in source }
    return printer.print(DiagnosticGroup.grouping(rendered.diagnostics, limit: 99))
  }

  /// The ids of the diagnostics, without the name of the module.
  var problems: [String] { rendered.diagnostics.map { String($0.id.dropFirst(9)) } }

  /// All of it in one text, for golden files.
  var transcript: String {
    var text = html
    if !rendered.summary.outline.isEmpty { text += "\n--- outline\n" }
    text += Self.lines(rendered.summary.outline, indent: "")
    text += "\n--- excerpt, \(rendered.summary.wordCount) words\n\(rendered.summary.excerpt)\n"
    if !rendered.links.isEmpty { text += "\n--- links\n" }
    for link in rendered.links { text += "\(link.kind) \(link.url) <- \(quoted(link.range))\n" }
    if !rendered.pictures.isEmpty { text += "\n--- pictures\n" }
    for picture in rendered.pictures {
      text += "\(picture.path) -> \(picture.url) <- \(quoted(picture.range))\n"
    }
    if !rendered.diagnostics.isEmpty { text += "\n--- diagnostics\n" }
    return text + report
  }

  private func quoted(_ range: Range<Int>) -> String {
    "'\(String(decoding: source[range], as: UTF8.self))' at \(range.lowerBound)"
  }

  private static func lines(_ headings: [MarkdownHeading], indent: String) -> String {
    headings.map {
      "\(indent)h\($0.level) #\($0.id): \($0.title)\n" + lines($0.children, indent: indent + "  ")
    }.joined()
  }
}
