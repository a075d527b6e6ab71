internal import ArgumentParser
internal import Bytes
internal import Diagnostics
internal import FileTree
internal import FrontMatter
internal import Markdown

/// `warta markdown`.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Convert one document and print its HTML.",
    discussion: "Reads standard input when no file is named.")

  @Argument(help: "The document.")
  var file: String?

  @Flag(help: "Plain CommonMark: raw HTML and any URL pass, and nothing is added.")
  var unsafe = false

  @Flag(help: "Pass raw HTML through the allow-list instead of refusing it.")
  var allowHTML = false

  func run() throws {
    let name = file ?? "standard input"
    let bytes = try file.map { try Disk().read($0) } ?? Disk().readStandardInput()
    var renderer = MarkdownRenderer()
    var output = ByteBuffer(capacity: bytes.count * 2)
    var diagnostics: [Diagnostic] = []
    if unsafe {
      diagnostics = renderer.renderPlain(
        bytes.span, at: MarkdownPlace(file: name), into: &output)
    } else {
      diagnostics = render(bytes, name, &renderer, &output)
    }
    Terminal(texts: [name: bytes]).report(diagnostics)
    Terminal.write(output.string(), toErrors: false)
    if diagnostics.contains(where: { $0.severity == .error }) { throw CommandFailure(.content) }
  }

  private func render(
    _ bytes: [UInt8], _ name: String, _ renderer: inout MarkdownRenderer,
    _ output: inout ByteBuffer
  ) -> [Diagnostic] {
    let reading = bytes.starts(with: "---".utf8) ? FrontMatterReader.read(bytes, file: name) : nil
    let body = reading?.body ?? 0..<bytes.count
    var options = MarkdownOptions()
    options.rawHTML = allowHTML ? .allow : .deny
    var resolver = UnresolvedReferences()
    let rendered = renderer.render(
      bytes[body].span, at: MarkdownPlace(file: name, offset: body.lowerBound), options: options,
      resolver: &resolver, into: &output)
    return (reading?.diagnostics ?? []) + rendered.diagnostics
  }
}
