internal import Bytes

/// Prints diagnostics, in one of the formats that `--format` offers.
///
/// The printer reads a file again when it prints an excerpt, through `source`, so that a
/// diagnostic replayed from an earlier build needs no text of its own.
package struct DiagnosticPrinter {
  /// What a report looks like.
  package enum Format: String, CaseIterable, Sendable {
    /// Headline, place, excerpt with caret, help and notes.
    case human
    /// `file:line:column: severity: summary [id]`, one line each.
    case line
    /// One JSON object a line.
    case json
    /// Workflow commands of GitHub Actions.
    case github
  }

  private let format: Format
  private let usesColor: Bool
  private let source: (String) -> [UInt8]?
  private var cache: (file: String, text: SourceText)?

  /// Makes a printer; `source` answers the bytes of a file, by the path diagnostics use.
  package init(
    format: Format = .human, usesColor: Bool = false,
    source: @escaping (String) -> [UInt8]?
  ) {
    self.format = format
    self.usesColor = usesColor
    self.source = source
  }

  /// The printed form of `groups`, with a line break after each.
  package mutating func print(_ groups: [DiagnosticGroup]) -> String {
    var output = ""
    for (index, group) in groups.enumerated() {
      switch format {
      case .human:
        if index > 0 { output += "\n" }
        printHuman(group, to: &output)
      case .line: group.members.forEach { printLine($0, to: &output) }
      case .json: group.members.forEach { printJSON($0, to: &output) }
      case .github: group.members.forEach { printGitHub($0, to: &output) }
      }
    }
    return output
  }
}

// MARK: - Human

extension DiagnosticPrinter {
  private mutating func printHuman(_ group: DiagnosticGroup, to output: inout String) {
    let diagnostic = group.first
    let style = Style(isOn: usesColor)
    output += style.severity(diagnostic.severity, "\(diagnostic.severity)")
    output += style.bold(": " + TerminalText.printable(diagnostic.summary))
    output += " [\(diagnostic.id)]\n"
    if group.members.count > 1 {
      let files = group.fileCount == 1 ? "1 file" : "\(group.fileCount) files"
      output += style.dim("  in \(files), \(group.members.count) times; the first:")
      output += "\n"
    }
    if let location = diagnostic.location {
      printPlace(location, label: diagnostic.label, style: style, to: &output)
    }
    if let help = diagnostic.help {
      output += style.bold("help: ") + indentContinuations(of: help) + "\n"
    }
    for note in diagnostic.notes {
      output += style.bold("note: ") + indentContinuations(of: note.summary)
      if let location = note.location { output += " " + place(location) }
      output += "\n"
    }
  }

  private mutating func printPlace(
    _ location: SourceLocation, label: String?, style: Style, to output: inout String
  ) {
    guard let range = location.range, let text = text(of: location.file) else {
      output += "  --> \(TerminalText.printable(location.file))\n"
      return
    }
    let start = text.position(of: range.lowerBound)
    let gutter = String(repeating: " ", count: String(start.line).count)
    let excerpt = Excerpt(of: range, in: text)
    output += "\(gutter) --> \(place(location))\n"
    output += style.dim("\(gutter)  |") + "\n"
    output += style.dim("\(start.line)  |") + " " + excerpt.line + "\n"
    output += style.dim("\(gutter)  |") + " " + excerpt.padding
    output += style.severity(.error, excerpt.carets)
    if let label { output += " " + TerminalText.printable(label) }
    output += "\n"
  }

  private func indentContinuations(of text: String) -> String {
    TerminalText.printable(lines: text).replacing("\n", with: "\n      ")
  }
}

// MARK: - Formats for programs

extension DiagnosticPrinter {
  private mutating func printLine(_ diagnostic: Diagnostic, to output: inout String) {
    if let location = diagnostic.location { output += place(location) + ": " }
    output += "\(diagnostic.severity): \(flat(diagnostic.summary)) [\(diagnostic.id)]"
    if let help = diagnostic.help { output += "; \(flat(help))" }
    output += "\n"
  }

  private mutating func printJSON(_ diagnostic: Diagnostic, to output: inout String) {
    var json = ByteBuffer(capacity: 256)
    json.append("{\"severity\": \"\(diagnostic.severity)\", \"id\": ")
    json.append(jsonString: diagnostic.id)
    json.append(", \"summary\": ")
    json.append(jsonString: diagnostic.summary)
    if let location = diagnostic.location { appendPlace(location, to: &json) }
    if let label = diagnostic.label {
      json.append(", \"label\": ")
      json.append(jsonString: label)
    }
    if let help = diagnostic.help {
      json.append(", \"help\": ")
      json.append(jsonString: help)
    }
    if !diagnostic.notes.isEmpty {
      json.append(", \"notes\": [")
      for (index, note) in diagnostic.notes.enumerated() {
        json.append(index == 0 ? "{\"summary\": " : ", {\"summary\": ")
        json.append(jsonString: note.summary)
        if let location = note.location { appendPlace(location, to: &json) }
        json.append("}")
      }
      json.append("]")
    }
    json.append("}\n")
    output += json.string()
  }

  private mutating func appendPlace(_ location: SourceLocation, to json: inout ByteBuffer) {
    json.append(", \"file\": ")
    json.append(jsonString: location.file)
    guard let range = location.range, let text = text(of: location.file) else { return }
    let start = text.position(of: range.lowerBound)
    let end = text.position(of: range.upperBound)
    json.append(", \"line\": \(start.line), \"column\": \(start.column)")
    json.append(", \"end_line\": \(end.line), \"end_column\": \(end.column)")
  }

  private mutating func printGitHub(_ diagnostic: Diagnostic, to output: inout String) {
    output += "::\(diagnostic.severity) "
    if let location = diagnostic.location {
      output += "file=\(githubEscaped(location.file, inProperty: true))"
      if let range = location.range, let text = text(of: location.file) {
        let start = text.position(of: range.lowerBound)
        output += ",line=\(start.line),col=\(start.column)"
      }
      output += ",title=\(githubEscaped(diagnostic.id, inProperty: true))"
    } else {
      output += "title=\(githubEscaped(diagnostic.id, inProperty: true))"
    }
    let message = [diagnostic.summary, diagnostic.help].compactMap(\.self).joined(separator: "\n")
    output += "::\(githubEscaped(message, inProperty: false))\n"
  }

  private func githubEscaped(_ text: String, inProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where inProperty: escaped += "%3A"
      case "," where inProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private func flat(_ text: String) -> String {
    TerminalText.printable(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}

// MARK: - Places

extension DiagnosticPrinter {
  private mutating func place(_ location: SourceLocation) -> String {
    let file = TerminalText.printable(location.file)
    guard let range = location.range, let text = text(of: location.file) else { return file }
    let start = text.position(of: range.lowerBound)
    return "\(file):\(start.line):\(start.column)"
  }

  /// Diagnostics come sorted by file, so remembering one file is enough.
  private mutating func text(of file: String) -> SourceText? {
    if let cache, cache.file == file { return cache.text }
    guard let bytes = source(file) else { return nil }
    let text = SourceText(bytes)
    cache = (file, text)
    return text
  }
}

/// ANSI colours, or none.
private struct Style {
  let isOn: Bool

  func bold(_ text: String) -> String { wrapped(text, code: "1") }
  func dim(_ text: String) -> String { wrapped(text, code: "2") }
  func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
    wrapped(text, code: severity == .error ? "1;31" : "1;33")
  }

  private func wrapped(_ text: String, code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
