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
