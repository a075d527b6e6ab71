import Bytes
import Diagnostics

import TemplateEngine

/// Changes templates at random, or makes some, and renders them; nothing may happen but a page or
/// an error.
///
/// The same seed makes the same templates, so a failure is found again by its number.
struct TemplateFuzzer {
  private let seeds: [[UInt8]]
  private let data: FrozenData
  private var random: Xorshift

  /// What a run found wrong, beside crashing.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init(seeds: [[UInt8]], seed: UInt64) throws {
    self.seeds = seeds
    random = Xorshift(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    data = try FrozenData.json(Array(Self.json.utf8))
  }

  /// Renders one mutant.
  mutating func step() throws {
    let mutant = Bool.random(using: &random) ? mutant() : Array(statement(depth: 3).utf8)
    let partial = seeds.randomElement(using: &random) ?? []
    let library = TemplateLibrary(
      [
        TemplateSource(name: "main.html", displayPath: "main.html", bytes: mutant),
        TemplateSource(name: "p", displayPath: "p", bytes: partial),
      ],
      registry: Registry())
    try check(library.diagnostics, mutant, partial)
    var output = ByteBuffer()
    var renderer = Renderer(library)
    do {
      try renderer.render(
        "main.html", host: DataHost(data), limits: Self.limits, into: &output)
      guard String(validating: output.bytes(), as: UTF8.self) != nil else {
        throw Failure(
          description: "output is not UTF-8: \(String(decoding: mutant, as: UTF8.self))")
      }
    } catch let error as DiagnosticError {
      try check(error.diagnostics, mutant, partial)
    }
  }

  /// Every diagnostic has a place inside its file.
  private func check(
    _ diagnostics: [Diagnostic], _ mutant: [UInt8], _ partial: [UInt8]
  ) throws {
    for diagnostic in diagnostics {
      for location in [diagnostic.location] + diagnostic.notes.map(\.location) {
        guard let location, let range = location.range else { continue }
        let size = location.file == "p" ? partial.count : mutant.count
        guard range.upperBound <= size else {
          throw Failure(
            description:
              "\(diagnostic.summary) at \(range): \(String(decoding: mutant, as: UTF8.self))")
        }
      }
    }
  }

  private static var limits: RenderLimits {
    var limits = RenderLimits()
    limits.steps = 20_000
    limits.output = 1 << 16
    limits.arena = 1 << 22
    limits.string = 1 << 16
    limits.list = 5000
    limits.depth = 60
    return limits
  }

  private static let json = """
    {"x": "a<b&'\\"é", "s": "Kabar خبر 🗞️ text", "n": 5, "f": 2.5, "e": [], "z": null, "t": true,
    "xs": [{"t": "Banjir", "n": 3, "f": true, "x": {"y": [1, 2]}}, {"t": "apel", "n": 1}],
    "ns": [3, 1, 2, 3], "ws": ["b", "A", "c"], "d": {"a": 1, "b": [2], "items": 3},
    "page": {"title": "x", "url": "/a?b=c", "image": null}, "a": 1, "b": "javascript:x", "v": -1}
    """
}

// MARK: - Mutations

extension TemplateFuzzer {
  private mutating func mutant() -> [UInt8] {
    var bytes = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes) }
    if bytes.count > 4000 { bytes.removeSubrange(4000...) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1 where place < bytes.count:
      let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
      bytes.removeSubrange(place..<end)
    case 2:
      let other = seeds.randomElement(using: &random) ?? []
      let start = Int.random(in: 0...other.count, using: &random)
      let end = min(other.count, start + Int.random(in: 1...60, using: &random))
      bytes.insert(contentsOf: other[start..<end], at: place)
    case 3 where place < bytes.count:
      let end = min(bytes.count, place + Int.random(in: 1...30, using: &random))
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: end)
    default:
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      bytes.insert(contentsOf: Array(piece.utf8), at: place)
    }
  }

  private static let pieces: [String] =
    Registry().filters.keys.sorted().map { "|\($0)" }
    + Registry().tests.keys.sorted().map { " is \($0) " }
    + Registry().methods.keys.sorted().map { ".\($0)(" }
    + [
      "{{", "}}", "{%", "%}", "{#", "#}", "-", "(", ")", "[", "]", "{", "}", ",", ":", ".", "|",
      "~", "+", "*", "**", "//", "%", "==", "<", " in ", " not ", " and ", " or ", " if ", " else ",
      " is ", "'", "\"", "\\", "0", "1", "-1", "9223372036854775807", "1e308", "none", "true",
      "xs", "ns", "s", "d", "page", "loop", "loop.index", "loop(xs)", "self", "super()",
      "caller()", "varargs", "kwargs", "namespace(a=1)", "range(9)", "range(0, 99999)",
      "cycler(1, 2)",
      "joiner()", "dict(a=1)", "{% for x in xs %}", "{% endfor %}", "{% if n %}", "{% endif %}",
      "{% else %}", "{% for x in ns recursive %}", "{% set x = 1 %}", "{% set x %}", "{% endset %}",
      "{% set ns.x = 1 %}", "{% macro m(a, b=a) %}", "{% endmacro %}", "{% call m(1) %}",
      "{% endcall %}", "{{ m(1) }}", "{% block b %}", "{% endblock %}", "{% extends 'p' %}",
      "{% include 'p' %}", "{% include x %}", "{% import 'p' as p %}", "{% from 'p' import m %}",
      "{% with a = 1 %}", "{% endwith %}", "{% filter upper %}", "{% endfilter %}",
      "{% autoescape false %}", "{% autoescape t %}", "{% endautoescape %}", "{% raw %}",
      "{% endraw %}", "{% break %}", "{% continue %}", "<a href=\"", "\">", "<script>", "</script>",
      "<style>", "</style>", " onclick=\"", " style=\"", "<!--", "-->", "<textarea>", " srcset='",
      "<p class=", "é", "خ", "\u{200C}", "\0",
    ]
}

// MARK: - Templates out of nothing

extension TemplateFuzzer {
  private static let filters = Registry().filters.keys.sorted()
  private static let tests = Registry().tests.keys.filter { $0.first?.isLetter == true }.sorted()
  private static let methods = Registry().methods.keys.sorted()
  private static let functions = Registry().functions.keys.sorted()

  private static let atoms = [
    "x", "s", "n", "f", "e", "z", "t", "xs", "ns", "ws", "d", "page", "a", "b", "v", "missing",
    "page.title", "page.nope", "0", "1", "-1", "2", "7", "-9223372036854775807 - 1", "0.5", "1e308",
    "9223372036854775807", "4294967296", "1e19", "'inf'|float", "'nan'|float", "''", "'a'", "','",
    "'%s %5.3f %-9d|%x'", "'%(a)s'", "'a.0.b'", "'t'", "'x.y.0'", "'odd'", "'upper'", "none",
    "true",
    "false", "[]", "[1, [2, [3]]]", "{}", "{'a': none, 1: 2}", "()", "(1, 'a')", "range(9)",
    "range(9, -9, -4)", "'<b>'|safe", "'köln سلام'", "loop", "namespace(a=1)",
    "cycler(1, 2)", "joiner()",
  ]

  private mutating func statement(depth: Int) -> String {
    let inner = depth > 0 ? statement(depth: depth - 1) : "."
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return "{% for i in \(expression(2)) %}{{ loop.index }}\(inner){% else %}e{% endfor %}"
    case 1: return "{% if \(expression(2)) %}\(inner){% else %}{{ \(expression(1)) }}{% endif %}"
    case 2: return "{% set y = \(expression(3)) %}{{ y }}\(inner)"
    case 3: return "{% macro m(a, b=1) %}\(inner){{ a }}{% endmacro %}{{ m(\(expression(1))) }}"
    default: return "{{ \(expression(3)) }}\(depth > 1 ? inner : "")"
    }
  }

  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return pick(Self.atoms) }
    let value = expression(depth - 1)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "(\(value)) is \(pick(Self.tests))\(arguments())"
    case 1: return "(\(value)).\(pick(Self.methods))\(arguments())"
    case 2: return "\(pick(Self.functions))\(arguments())"
    case 3: return "(\(value))[\(expression(depth - 1))]"
    case 4: return "(\(value))[\(pick(Self.atoms)):\(pick(Self.atoms)):\(pick(Self.atoms))]"
    case 5:
      let sign = pick(["+", "-", "*", "/", "//", "%", "**", "~", "<", "==", "in", "and", "or"])
      return "(\(value)) \(sign) (\(expression(depth - 1)))"
    default: return "(\(value))|\(pick(Self.filters))\(arguments())"
    }
  }

  private mutating func arguments() -> String {
    let count = Int.random(in: 0...3, using: &random)
    return "(" + (0..<count).map { _ in pick(Self.atoms) }.joined(separator: ", ") + ")"
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }
}
