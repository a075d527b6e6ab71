import Bytes
import Foundation
import Testing

import TemplateEngine

/// A value that tries to leave the place it is written to: a line of `Cases/payloads.jsonl`.
struct AttackPayload: Decodable, Sendable {
  let id: String
  let value: String

  static func all() throws -> [AttackPayload] { try AttackTable.lines("payloads.jsonl") }
}

/// A template with the value `x`: a line of `Cases/places.jsonl`.
struct AttackPlace: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let template: String
  /// The name of the template, which tells HTML from XML.
  let name: String?
  /// Whether the value may add an element or attribute, as it is the name of one.
  let adds: Bool?
  /// Whether the value is a URL, which may lead to another host.
  let moves: Bool?
  /// Whether the place is a block of JSON that holds the value and nothing else.
  let json: Bool?
  /// Whether no value can be written here: an error of the template.
  let refused: Bool?

  /// Whether the page is not rendered at all when the value is dangerous.
  let stops: Bool?

  var testDescription: String { id }
  var isXML: Bool { name != nil }

  static func all() throws -> [AttackPlace] { try AttackTable.lines("places.jsonl") }
  static func open() throws -> [AttackPlace] { try all().filter { $0.refused != true } }
  static func refused() throws -> [AttackPlace] { try all().filter { $0.refused == true } }
}

private enum AttackTable {
  static func lines<Line: Decodable>(_ file: String) throws -> [Line] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases").appendingPathComponent(file)
    let decoder = JSONDecoder()
    return try Data(contentsOf: url).split(separator: 0x0A).map {
      try decoder.decode(Line.self, from: Data($0))
    }
  }
}

/// The template of one place, compiled.
struct AttackRenderer {
  let library: TemplateLibrary
  private let name: String
  private let stops: Bool

  init(_ place: AttackPlace) {
    name = place.name ?? "a.html"
    stops = place.stops == true
    library = TemplateLibrary(
      [TemplateSource(name: name, displayPath: name, bytes: Array(place.template.utf8))],
      registry: Registry())
  }

  /// The page with `value` in the place; nothing when a page may be stopped and was.
  func attackedPage(_ value: String) throws -> [UInt8]? {
    do {
      return try page(value)
    } catch  where stops {
      return nil
    }
  }

  /// The page with `value` in the place.
  func page(_ value: String) throws -> [UInt8] {
    var renderer = Renderer(library)
    var json = ByteBuffer()
    json.append("{\"x\": ")
    json.append(jsonString: value)
    json.append("}")
    var output = ByteBuffer()
    try renderer.render(name, host: DataHost(try FrozenData.json(json.bytes())), into: &output)
    return output.bytes()
  }
}
