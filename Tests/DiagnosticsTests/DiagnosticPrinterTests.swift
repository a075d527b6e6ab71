import Diagnostics
import Testing

@Suite struct DiagnosticPrinterTests {
  let template = "<html>\n  <time>{{ article.date | dateformat }}</time>\n"

  func printed(_ diagnostics: [Diagnostic], _ format: DiagnosticPrinter.Format = .human) -> String {
    var printer = DiagnosticPrinter(format: format) { [template] file in
      file == "Templates/article.html" ? Array(template.utf8) : nil
    }
    return printer.print(DiagnosticGroup.grouping(diagnostics))
  }

  var unknownFilter: Diagnostic {
    Diagnostic(
      .error, id: "template.unknown-filter", "unknown filter 'dateformat'",
      at: SourceLocation(file: "Templates/article.html", range: 33..<43),
      label: "no filter of this name", help: "did you mean 'date'?",
      notes: [.init("included from", at: .init(file: "Templates/article.html", range: 0..<1))])
  }

  @Test func `a diagnostic is a headline, a place, an excerpt, help and notes`() {
    #expect(
      printed([unknownFilter]) == """
        error: unknown filter 'dateformat' [template.unknown-filter]
          --> Templates/article.html:2:27
           |
        2  |   <time>{{ article.date | dateformat }}</time>
           |                           ^^^^^^^^^^ no filter of this name
        help: did you mean 'date'?
        note: included from Templates/article.html:1:1

        """)
  }

  @Test func `programs read one line each`() {
    #expect(
      printed([unknownFilter], .line)
        == "Templates/article.html:2:27: error: unknown filter 'dateformat' "
        + "[template.unknown-filter]; did you mean 'date'?\n")
    #expect(
      printed([unknownFilter], .github)
        == "::error file=Templates/article.html,line=2,col=27,title=template.unknown-filter"
        + "::unknown filter 'dateformat'%0Adid you mean 'date'?\n")
    #expect(printed([unknownFilter], .json).contains("\"line\": 2, \"column\": 27"))
  }

  @Test func `more than three of a kind are printed once`() {
    let many = (0..<5).map { number in
      Diagnostic(
        .warning, id: "a.b", "same thing", at: .init(file: "Content/\(number).md"))
    }
    #expect(
      printed(many) == """
        warning: same thing [a.b]
          in 5 files, 5 times; the first:
          --> Content/0.md

        """)
  }

  @Test func `many of a kind in one file are told as one file`() {
    let many = (0..<5).map { number in
      Diagnostic(.warning, id: "a.b", "same thing", at: .init(file: "a.md", range: 0..<number))
    }
    #expect(printed(many).contains("  in 1 file, 5 times; the first:\n"))
  }

  @Test func `bidi controls in an excerpt cannot reorder the report`() {
    var printer = DiagnosticPrinter { _ in Array("a\u{202E}b".utf8) }
    let text = printer.print([
      DiagnosticGroup.grouping([
        Diagnostic(.error, id: "x.y", "z", at: .init(file: "f", range: 1..<4))
      ])[0]
    ])
    #expect(text.contains("a·b"))
    #expect(!text.contains("\u{202E}"))
  }

  @Test(arguments: [DiagnosticPrinter.Format.human, .line])
  func `no control of a name or message reaches the terminal`(format: DiagnosticPrinter.Format) {
    var printer = DiagnosticPrinter(format: format) { _ in Array("abc".utf8) }
    var diagnostic = Diagnostic(
      .error, id: "x.y", "a\u{1B}[2Jb", at: .init(file: "c\u{1B}d\ne.md", range: 1..<2))
    diagnostic.label = "f\u{9B}g"
    diagnostic.help = "h\u{7}\ni\u{202E}"
    diagnostic.notes = [.init("j\u{1B}k", at: .init(file: "l\rm", range: nil))]
    let text = printer.print(DiagnosticGroup.grouping([diagnostic]))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || TerminalText.printable($0) == $0 })
    #expect(text.contains("a·[2Jb") && text.contains("c·d·e.md:1:2"))
  }
}

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("draf", "draft"), ("titel", "title"), ("dateformat", nil), ("subtitel", "subtitle"),
    ("x", nil), ("auhtors", "authors"),
  ])
  func `a typing error is recognised and a different word is not`(word: String, expected: String?) {
    let known = ["title", "draft", "subtitle", "authors", "date"]
    #expect(Suggestion.closest(to: word, in: known) == expected)
  }
}

@Suite struct SourceTextTests {
  @Test func `columns count scalars and lines end with any line break`() {
    let text = SourceText(Array("نام é\r\nb".utf8))
    #expect(text.line(1) == "نام é")
    #expect(text.position(of: 9) == .init(line: 1, column: 6))
    #expect(text.position(of: 11) == .init(line: 2, column: 1))
  }
}
