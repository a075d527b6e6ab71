import Diagnostics
import TestSupport
import Testing

@Suite struct BadSchemaTests {
  @Test(arguments: SchemaCase.allBad)
  func `every bad value is answered with a place and a hint`(bad: SchemaCase) {
    let diagnostics = bad.diagnostics
    #expect(!diagnostics.isEmpty)
    for diagnostic in diagnostics {
      #expect(diagnostic.location?.file == bad.file)
      #expect(diagnostic.location?.range != nil)
      #expect(diagnostic.help != nil)
      #expect(!diagnostic.summary.hasSuffix("."))
    }
  }

  @Test(arguments: SchemaCase.allBad)
  func `every fix does away with what it fixes`(bad: SchemaCase) {
    for diagnostic in bad.diagnostics {
      guard let fix = diagnostic.fix else { continue }
      var bytes = bad.bytes
      bytes.replaceSubrange(fix.range, with: Array(fix.replacement.utf8))
      let summaries = bad.diagnostics(of: bytes).map(\.summary)
      #expect(!summaries.contains(diagnostic.summary))
      #expect(!summaries.contains { $0.hasPrefix("this is not YAML") })
    }
  }

  @Test func `what the user sees is reviewed`() throws {
    for (name, cases) in [
      ("keys", SchemaCase.badKeys), ("values", SchemaCase.badValues),
      ("dates", SchemaCase.badDates), ("settings", SchemaCase.badSettings),
      ("records", SchemaCase.badRecords),
    ] {
      let text = cases.map { "# \($0.name)\n\($0.report)" }.joined(separator: "\n")
      try Golden.check(text, "schema-\(name).txt")
    }
  }
}
