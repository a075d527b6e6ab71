import Bytes
import Diagnostics
import Foundation
import Markdown
import Testing

/// An example of the CommonMark 0.30 specification.
struct CommonMarkExample: Decodable, Sendable, CustomTestStringConvertible {
  let example: Int
  let section: String
  let markdown: String
  let html: String

  var testDescription: String { "\(example), \(section)" }

  private struct Collection: Decodable {
    let examples: [CommonMarkExample]
  }

  /// All examples: John MacFarlane, CC-BY-SA 4.0.
  static func all() throws -> [CommonMarkExample] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases/commonmark-0.30.json")
    return try JSONDecoder().decode(Collection.self, from: Data(contentsOf: file)).examples
  }
}

struct CommonMarkTests {
  @Test func `plain mode passes every example of the specification`() throws {
    let examples = try CommonMarkExample.all()
    #expect(examples.count == 652)
    for example in examples {
      #expect(plainHTML(example.markdown) == example.html, "example \(example.example)")
    }
  }
}

/// The HTML of plain CommonMark.
func plainHTML(_ text: String) -> String {
  var renderer = MarkdownRenderer()
  var output = ByteBuffer()
  let bytes = Array(text.utf8)
  let problems = renderer.renderPlain(
    bytes.span, at: MarkdownPlace(file: "text.md"), into: &output)
  #expect(problems.isEmpty)
  return output.string()
}
