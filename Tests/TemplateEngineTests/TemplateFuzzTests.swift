import Foundation
import Testing

import TemplateEngine

struct TemplateFuzzTests {
  /// Set `WARTA_FUZZ` to a number of executions to look longer, `WARTA_FUZZ_SEED` to look elsewhere.
  @Test func `no template does more than render or fail`() throws {
    let environment = ProcessInfo.processInfo.environment
    let executions = environment["WARTA_FUZZ"].flatMap { Int($0) } ?? 2000
    let seed = environment["WARTA_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
    let cases = try TemplateCase.all(in: "cases.jsonl") + TemplateCase.all(in: "builtins.jsonl")
    let seeds = cases.map { Array($0.source.utf8) }.filter { $0.count < 2000 }
    var fuzzer = try TemplateFuzzer(seeds: seeds, seed: seed)
    for _ in 0..<executions { try fuzzer.step() }
  }
}
