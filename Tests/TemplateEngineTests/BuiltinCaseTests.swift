import Testing

@testable import TemplateEngine

struct BuiltinCaseTests {
  @Test func `filters, tests, functions and methods do what Jinja2 does`() throws {
    let renderer = JSONLinesRenderer(limits: .forCases)
    var failures: [String] = []
    for templateCase in try TemplateCase.all(in: "builtins.jsonl") {
      if let failure = try templateCase.failure(renderer) { failures.append(failure) }
    }
    #expect(failures.isEmpty, "\(failures.count) failures\n\(failures.prefix(60).joined(separator: "\n"))")
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
