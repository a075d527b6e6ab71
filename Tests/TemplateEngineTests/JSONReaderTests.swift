import Bytes
import Diagnostics
import TestSupport
import Testing

import TemplateEngine

struct JSONReaderTests {
  @Test(arguments: [
    ("null", "None"), ("true", "True"), (" [ 1 , -2,3.5 ,1e3,-0 ] ", "[1, -2, 3.5, 1000.0, 0]"),
    (#"{"b": 1, "a": {"c": []}, "b": 2}"#, "{'b': 2, 'a': {'c': []}}"),
    (#""\u0633\ud83d\uddde\n\"\\\/\b\f\r\t""#, #"'س🗞\n"\\/\x08\x0c\r\t'"#),
    ("\u{FEFF}[\"خبر\"]", "['خبر']"), ("9223372036854775807", "9223372036854775807"),
    ("{}", "{}"), ("[[],{}]", "[[], {}]"),
  ])
  func `JSON becomes values in the same order`(json: String, representation: String) throws {
    let data = try FrozenData.json(Array(json.utf8))
    #expect(try Self.representation(of: data) == representation)
  }

  @Test func `texts know whether they are clean and whether they are ASCII`() throws {
    let data = try FrozenData.json(Array(#"["ab", "a<b", "é", "é<", "\u0041"]"#.utf8))
    let flags = try withExtendedLifetime(data) { try #require(data.root.items).map(\.flags) }
    #expect(flags == [[.clean, .ascii], [.ascii], [.clean], [], []])
  }

  @Test func `every way to be wrong has its place and its words`() throws {
    let wrong: [(name: String, bytes: [UInt8])] = [
      ("empty", []), ("word", Array("nul".utf8)), ("single quotes", Array("['a']".utf8)),
      ("comma behind the last element", Array("[1, 2,]".utf8)),
      ("comma behind the last entry", Array("{\n  \"a\": 1,\n}".utf8)),
      ("key without quotes", Array("{a: 1}".utf8)), ("no colon", Array(#"{"a" 1}"#.utf8)),
      ("open list", Array("[1, 2".utf8)), ("open map", Array(#"{"a": 1 "b": 2}"#.utf8)),
      ("open text", Array(#"["abc]"#.utf8)), ("leading zero", Array("[012]".utf8)),
      ("lone point", Array("[1.]".utf8)), ("large", Array("[9223372036854775808]".utf8)),
      ("very large", Array("[1e999]".utf8)), ("line break", Array("[\"a\nb\"]".utf8)),
      ("escape", Array(#"["\x41"]"#.utf8)), ("short escape", Array(#"["\u12"]"#.utf8)),
      ("surrogate", Array(#"["\ud83d x"]"#.utf8)), ("low surrogate", Array(#"["\udddd"]"#.utf8)),
      ("latin", [0x22, 0xE9, 0x22]), ("overlong", [0x22, 0xC0, 0xAF, 0x22]),
      ("cut off", [0x22, 0xE2, 0x80]), ("two values", Array("1 2".utf8)),
      ("deep", Array(repeating: UInt8(ascii: "["), count: 300)),
    ]
    var printed = ""
    for (name, bytes) in wrong {
      let error = #expect(throws: JSONError.self) { try FrozenData.json(bytes) }
      guard let error else { continue }
      var printer = DiagnosticPrinter { _ in bytes }
      printed +=
        "# \(name)\n"
        + printer.print(DiagnosticGroup.grouping([error.diagnostic(file: "data.json")])) + "\n"
    }
    try Golden.check(printed, "json-errors.txt")
  }

  @Test func `no mutation of JSON does more than fail`() {
    let seed = Array(#"{"a": [1, -2.5e3, "\u00e9\n", null], "é": {"b": true}}"#.utf8)
    var generator = Xorshift(state: 3)
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      do {
        _ = try Self.representation(of: FrozenData.json(bytes))
      } catch let error as JSONError {
        #expect(error.range.upperBound <= bytes.count)
      } catch {
        Issue.record("an unexpected error: \(error)")
      }
    }
  }

  /// Prints a list whose one element is the value of `data`.
  private static let printing = TemplateLibrary(
    [
      TemplateSource(
        name: "list.txt", displayPath: "list.txt",
        bytes: Array("{% autoescape false %}{{ [data] }}{% endautoescape %}".utf8))
    ],
    registry: Registry())

  /// The data own what their values point at, so they are kept until the text is made.
  static func representation(of data: FrozenData) throws -> String {
    var renderer = Renderer(printing)
    var output = ByteBuffer()
    try withExtendedLifetime(data) {
      try renderer.render("list.txt", host: NoHost(data.root), into: &output)
    }
    return String(output.string().dropFirst().dropLast())
  }
}
