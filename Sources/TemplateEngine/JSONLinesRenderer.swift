package import Bytes
internal import Diagnostics

/// Renders templates that come as JSON, one case a line: `warta render --json-lines`.
///
/// A line holds `{"id", "templates": {name: source}, "main", "context"}`; the answer is
/// `{"id", "output"}` or `{"id", "error": {"message", "template", "line", "column"}}`.
package struct JSONLinesRenderer: Sendable {
  private let registry: Registry
  private let limits: RenderLimits

  /// A renderer whose templates may use what `registry` offers.
  package init(registry: Registry = Registry(), limits: RenderLimits = RenderLimits()) {
    self.registry = registry
    self.limits = limits
  }

  /// Appends the answer to one line, with a line break behind it.
  package func answer(_ line: [UInt8], to output: inout ByteBuffer) {
    do {
      let data = try FrozenData.json(line)
      answer(data, to: &output)
    } catch {
      output.append("{\"id\": null")
      Self.append([error.diagnostic(file: "")], to: &output) { _ in line }
      output.append("}\n")
    }
  }

  private func answer(_ data: FrozenData, to output: inout ByteBuffer) {
    output.append("{\"id\": ")
    output.append(jsonString: data.root.entry("id")?.text?.string ?? "")
    let sources = Self.sources(data.root)
    do {
      var page = ByteBuffer()
      try render(sources, data, into: &page)
      output.append(", \"output\": ")
      output.append(jsonString: page.string())
    } catch {
      Self.append(error.diagnostics, to: &output) { name in
        sources.first { $0.name == name }?.bytes ?? []
      }
    }
    output.append("}\n")
  }

  private func render(
    _ sources: [TemplateSource], _ data: FrozenData, into page: inout ByteBuffer
  ) throws(DiagnosticError) {
    let main = data.root.entry("main")?.text?.string ?? "main"
    let library = TemplateLibrary(sources, registry: registry, entries: [main])
    let errors = library.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw DiagnosticError(errors) }
    let host = DataHost(data, root: data.root.entry("context"))
    var renderer = Renderer(library)
    try renderer.render(
      main, host: host, limits: limits, into: &page)
  }

  private static func sources(_ root: Value) -> [TemplateSource] {
    let templates = root.entry("templates")?.entries.map(Array.init) ?? []
    return templates.compactMap { key, value in
      guard let name = key.text?.string, let source = value.text else { return nil }
      return TemplateSource(name: name, displayPath: name, bytes: Array(source))
    }
  }
}

// MARK: - Errors

extension JSONLinesRenderer {
  private static func append(
    _ diagnostics: [Diagnostic], to output: inout ByteBuffer, source: (String) -> [UInt8]
  ) {
    guard let first = diagnostics.first else { return }
    output.append(", \"error\": {\"message\": ")
    let message = [first.summary, first.label, first.help].compactMap(\.self)
    output.append(jsonString: message.joined(separator: "; "))
    if let location = first.location {
      output.append(", \"template\": ")
      output.append(jsonString: location.file)
      if let range = location.range {
        let place = SourceText(source(location.file)).position(of: range.lowerBound)
        output.append(", \"line\": \(place.line), \"column\": \(place.column)")
      }
    }
    output.append("}")
  }
}
