import Testing

import TemplateEngine

struct ReferenceCaseTests {
  @Test(arguments: try TemplateCase.groups(in: "cases.jsonl"))
  func `the language does what the reference cases say`(group: String) throws {
    let renderer = JSONLinesRenderer(limits: .forCases)
    let cases = try TemplateCase.all(in: "cases.jsonl").filter { $0.group == group }
    let failures = try cases.filter { !$0.needsSite }.compactMap { try $0.failure(renderer) }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}

struct BuiltinCaseTests {
  @Test(arguments: try TemplateCase.groups(in: "builtins.jsonl"))
  func `the built-ins do what Jinja2 does`(group: String) throws {
    let renderer = JSONLinesRenderer(limits: .forCases)
    let cases = try TemplateCase.all(in: "builtins.jsonl").filter { $0.group == group }
    let failures = try cases.compactMap { try $0.failure(renderer) }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}

extension TemplateCase {
  /// The groups of the cases in a file, in order.
  static func groups(in file: String) throws -> [String] {
    var seen: Set<String> = []
    return try all(in: file).map(\.group).filter { seen.insert($0).inserted }
  }

  /// Whether the case uses a filter that the site offers, not the language.
  fileprivate var needsSite: Bool {
    ["date", "slugify", "absolute_url", "markdown", "plural"].contains { source.contains("|\($0)") }
      && expected != nil
  }
}

extension RenderLimits {
  /// The limits that the cases about limits were written for.
  static var forCases: RenderLimits {
    var limits = RenderLimits()
    limits.steps = 5_000_000
    limits.string = 64 << 20
    return limits
  }
}
