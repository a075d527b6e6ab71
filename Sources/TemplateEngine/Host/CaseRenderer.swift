package import Bytes
internal import Diagnostics

/// Renders cases that come as JSON: `{"id", "templates": {name: text}, "main", "context"}`.
///
/// The answer is `{"id", "output"}` or `{"id", "error": {"message", "template", "line",
/// "column"}}`. Each case has templates of its own, so nothing is kept between them.
package struct CaseRenderer {
  private let registry: Registry
  private let limits: RenderLimits

  /// A renderer of cases whose templates may use what `registry` offers.
  package init(_ registry: Registry, limits: RenderLimits = .cases) {
    self.registry = registry
    self.limits = limits
  }

  /// Appends the answer to a case, without a line break.
  package func answer(_ line: [UInt8], to output: inout ByteBuffer) {
    let data: FrozenData
    do throws(JSONError) {
      data = try FrozenData.json(line)
    } catch {
      let diagnostic = error.diagnostic(file: "case")
      append(.none, [diagnostic], sources: [], to: &output)
      return
    }
    let id = data.root.entry("id") ?? .none
    let sources = Self.sources(data.root.entry("templates"))
    let main = data.root.entry("main")?.text?.string ?? ""
    let library = TemplateLibrary(sources, registry: registry, entries: [main])
    var page = ByteBuffer()
    do throws(DiagnosticError) {
      if !library.diagnostics.isEmpty { throw DiagnosticError(library.diagnostics) }
      var renderer = Renderer(library)
      let host = DataHost(data, root: data.root.entry("context") ?? Value(kind: .map))
      try renderer.render(main, host: host, limits: limits, into: &page)
    } catch {
      append(id, error.diagnostics, sources: sources, to: &output)
      return
    }
    appendID(id, to: &output)
    output.append(", \"output\": ")
    output.append(jsonString: page.string())
    output.append("}")
  }

  private static func sources(_ templates: Value?) -> [TemplateSource] {
    guard let entries = templates?.entries else { return [] }
    return entries.compactMap { entry in
      guard let name = entry.key.text?.string, let text = entry.value.text else { return nil }
      return TemplateSource(name: name, displayPath: name, bytes: Array(text))
    }
  }

  private func appendID(_ id: Value, to output: inout ByteBuffer) {
    output.append("{\"id\": ")
    output.append(jsonString: id.text?.string ?? "")
  }

  private func append(
    _ id: Value, _ diagnostics: [Diagnostic], sources: [TemplateSource],
    to output: inout ByteBuffer
  ) {
    appendID(id, to: &output)
    output.append(", \"error\": {\"message\": ")
    let first = diagnostics.first
    let words = [first?.summary, first?.help].compactMap(\.self).joined(separator: "; ")
    output.append(jsonString: words)
    if let location = first?.location, let range = location.range,
      let source = sources.first(where: { $0.displayPath == location.file })
    {
      let place = SourceText(source.bytes).position(of: range.lowerBound)
      output.append(", \"template\": ")
      output.append(jsonString: location.file)
      output.append(", \"line\": ")
      output.append(decimal: place.line)
      output.append(", \"column\": ")
      output.append(decimal: place.column)
    }
    output.append("}}")
  }
}

extension RenderLimits {
  /// The limits of cases: 5 million steps, 64 MiB of output or of one value, nesting 200.
  package static var cases: RenderLimits {
    var limits = RenderLimits()
    limits.steps = 5_000_000
    limits.string = 64 << 20
    return limits
  }
}
