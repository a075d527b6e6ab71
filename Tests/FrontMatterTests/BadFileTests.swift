import Diagnostics
import FrontMatter
import TestSupport
import Testing

@Suite struct BadFileTests {
  /// What the user sees of `file`.
  static func report(on file: BadFile) -> String {
    let diagnostics =
      file.isWholeYAML
      ? YAMLReader.read(file.bytes, file: "Content/data/a.yaml").diagnostics
      : FrontMatterReader.read(file.bytes, file: "Content/a.md").diagnostics
    var printer = DiagnosticPrinter { _ in file.bytes }
    return printer.print(DiagnosticGroup.grouping(diagnostics))
  }

  @Test(arguments: BadFile.fences + BadFile.headlines + BadFile.structures)
  func `every bad file is answered`(file: BadFile) {
    let reading = FrontMatterReader.read(file.bytes, file: "Content/a.md")
    #expect(!reading.diagnostics.isEmpty)
    for diagnostic in reading.diagnostics {
      #expect(diagnostic.location?.file == "Content/a.md")
      #expect(!diagnostic.summary.hasSuffix("."))
      #expect(diagnostic.help != nil || diagnostic.label != nil)
    }
  }

  @Test func `what the user sees is reviewed`() throws {
    for (name, files) in [
      ("fences", BadFile.fences), ("headlines", BadFile.headlines),
      ("structures", BadFile.structures),
    ] {
      let text = files.map { "# \($0.name)\n\(Self.report(on: $0))" }.joined(separator: "\n")
      try Golden.check(text, "\(name).txt")
    }
  }
}
