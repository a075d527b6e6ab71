import Bytes
import Diagnostics

import TemplateEngine

/// A template and its data, rendered.
struct Page {
  let text: String
  let diagnostics: [Diagnostic]

  /// Renders `template` with the entries of the JSON map `data`.
  init(
    _ template: String, _ data: String = "{}", others: [String: String] = [:],
    limits: RenderLimits = RenderLimits()
  ) throws {
    let sources = [("main.html", template)] + others.sorted { $0.key < $1.key }.map { ($0, $1) }
    let library = TemplateLibrary(
      sources.map { TemplateSource(name: $0, displayPath: $0, bytes: Array($1.utf8)) },
      registry: Registry())
    var output = ByteBuffer()
    guard library.diagnostics.isEmpty else {
      self.init(text: "", diagnostics: library.diagnostics)
      return
    }
    let host = DataHost(try FrozenData.json(Array(data.utf8)))
    var renderer = Renderer(library)
    do {
      try renderer.render("main.html", host: host, limits: limits, into: &output)
      self.init(text: output.string(), diagnostics: [])
    } catch {
      self.init(text: "", diagnostics: error.diagnostics)
    }
  }

  private init(text: String, diagnostics: [Diagnostic]) {
    self.text = text
    self.diagnostics = diagnostics
  }

  /// What was printed, or what was said instead.
  var summary: String {
    diagnostics.isEmpty ? text : diagnostics.map { "error: \($0.summary)" }.joined(separator: "\n")
  }
}
