internal import ArgumentParser
internal import Bytes
internal import Diagnostics
internal import FileTree
internal import SiteBuilder
internal import TemplateEngine

/// `warta render`.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Render one template with data.",
    discussion: """
      The template may use others from its folder, or from --templates. With --json-lines, each
      line of standard input is a case {"id", "templates", "main", "context"}, answered by a line
      {"id", "output"} or {"id", "error"}.
      """)

  @Argument(help: "The template.")
  var template: String?

  @Option(help: "The folder that names of templates are relative to.")
  var templates: String?

  @Option(help: "A JSON file with the data.")
  var data: String?

  @Flag(help: "Read cases from standard input, one a line.")
  var jsonLines = false

  func validate() throws {
    if jsonLines == (template != nil) {
      throw ValidationError("Name a template, or give '--json-lines'.")
    }
  }

  func run() throws {
    if let template { try render(template) } else { try answerCases() }
  }

  private func answerCases() throws {
    let cases = JSONLinesRenderer(registry: .plain)
    for line in try Disk().readStandardInput().split(separator: 0x0A) {
      var answer = ByteBuffer(capacity: 4096)
      cases.answer(Array(line), to: &answer)
      Terminal.write(answer.string(), toErrors: false)
    }
  }

  private func render(_ template: String) throws {
    let disk = Disk()
    let slash = template.lastIndex(of: "/")
    let folder = templates ?? slash.map { String(template[..<$0]) } ?? "."
    let name =
      template.hasPrefix(folder + "/") ? String(template.dropFirst(folder.count + 1)) : template
    var loader = TemplateFolder(folder, disk: disk)
    try loader.load(name)
    let library = TemplateLibrary(loader.sources, registry: .plain, entries: [name])
    guard library.diagnostics.isEmpty else { return try fail(library.diagnostics) }
    var renderer = Renderer(library)
    var output = ByteBuffer(capacity: 1 << 14)
    do {
      let host = try dataHost()
      try renderer.render(name, host: host, into: &output)
    } catch let error as DiagnosticError {
      return try fail(error.diagnostics)
    }
    Terminal.write(output.string(), toErrors: false)
  }

  private func dataHost() throws -> DataHost {
    guard let data else { return DataHost(.empty) }
    let bytes = try Disk().read(data)
    do throws(JSONError) {
      return DataHost(try FrozenData.json(bytes))
    } catch {
      throw DiagnosticError(error.diagnostic(file: data))
    }
  }

  private func fail(_ diagnostics: [Diagnostic]) throws {
    Terminal().report(diagnostics)
    throw CommandFailure(.content)
  }
}
