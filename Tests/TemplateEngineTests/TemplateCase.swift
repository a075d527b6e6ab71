import Bytes
import Foundation
import Testing

import TemplateEngine

/// A template with what it must print, from a file in `Cases/`.
///
/// A line is `{"id", "group", "templates", "main", "context", "expect", "output"}`. `expect` is
/// `same-as-jinja2` (then `output` is what Jinja2 3.1.6 printed, `null` for an error) or what we
/// print on purpose, `{"output"}` or `{"error": true}`; `error_at` and `error_contains` say more.
struct TemplateCase: CustomTestStringConvertible {
  let id: String
  let group: String
  let source: String
  let line: [UInt8]
  /// What is printed; nothing when it is an error.
  let expected: String?
  let errorPlace: (template: String, line: Int)?
  let errorWords: [String]

  var testDescription: String { id }

  /// The cases of a file.
  static func all(in file: String) throws -> [TemplateCase] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases").appendingPathComponent(file)
    return try Data(contentsOf: url).split(separator: 0x0A).map { try TemplateCase(Array($0)) }
  }

  private init(_ line: [UInt8]) throws {
    let fields = try Row(line)
    self.line = line
    id = fields.text("id") ?? ""
    group = fields.text("group") ?? ""
    let templates = fields.map("templates")
    source = templates[fields.text("main") ?? ""] as? String ?? ""
    let expectation = fields.values["expect"]
    if expectation is String {
      expected = fields.text("output")
    } else {
      expected = fields.map("expect")["output"] as? String
    }
    let place = fields.map("error_at")
    errorPlace = (place["template"] as? String).map { ($0, place["line"] as? Int ?? 0) }
    errorWords = fields.values["error_contains"] as? [String] ?? []
  }
}

/// One JSON object.
private struct Row {
  let values: [String: Any]

  init(_ bytes: [UInt8]) throws {
    values = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
  }

  func text(_ key: String) -> String? { values[key] as? String }
  func map(_ key: String) -> [String: Any] { values[key] as? [String: Any] ?? [:] }
}

// MARK: - Verdicts

extension TemplateCase {
  /// Why the case fails with this renderer; nothing when it passes.
  func failure(_ renderer: JSONLinesRenderer) throws -> String? {
    var buffer = ByteBuffer()
    renderer.answer(line, to: &buffer)
    let answer = try Row(buffer.bytes())
    if let output = answer.text("output") {
      if expected == output { return nil }
      return
        "\(id)\n  \(source)\n  want \(expected.debugDescription)\n  got  \(output.debugDescription)"
    }
    let error = answer.map("error")
    let message = error["message"] as? String ?? ""
    if let expected {
      return "\(id)\n  \(source)\n  want \(expected.debugDescription)\n  error \(message)"
    }
    if let errorPlace {
      let template = error["template"] as? String ?? "?"
      let line = error["line"] as? Int ?? 0
      if template != errorPlace.template || line != errorPlace.line {
        return "\(id)\n  \(source)\n  want place \(errorPlace), got \(template):\(line): \(message)"
      }
    }
    let missing = errorWords.filter { !message.contains($0) }
    return missing.isEmpty ? nil : "\(id)\n  \(source)\n  message lacks \(missing): \(message)"
  }
}
