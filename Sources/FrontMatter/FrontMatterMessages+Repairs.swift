internal import Diagnostics

/// Words for lines that can be repaired.
extension FrontMatterMessages {
  func diagnostic(of repair: LineRepair) -> Diagnostic {
    let words = self.words(for: repair.cause, owner: owner(of: repair))
    return Diagnostic(
      .error, id: "yaml.\(words.id)", words.summary, at: place(repair.marked), label: words.label,
      help: "write it like this:\n\(repair.line)",
      fix: .init(replacing: repair.replaced, with: repair.replacement))
  }

  private func owner(of repair: LineRepair) -> String {
    repair.key.map { "the value of '\(shortened($0))'" } ?? "an element of the list"
  }

  private typealias Words = (id: String, summary: String, label: String)

  private func words(for cause: LineRepair.Cause, owner: String) -> Words {
    switch cause {
    case .value(let fault): words(for: fault, owner: owner)
    case .tab: ("tab", "a tab stands in the indentation", "YAML indents with spaces only")
    case .missingSpace:
      ("missing-space", "no space follows the colon of a key", "a space is missing after it")
    case .foreignColon:
      ("colon-character", "the key ends with a character that only looks like ': '", "not ': '")
    }
  }

  private func words(for fault: ValueFault, owner: String) -> Words {
    switch fault {
    case .colon:
      ("colon", "\(owner) holds ': ' without quotes around it", "YAML takes this for a key")
    case .colonAtEnd:
      ("colon", "\(owner) ends with ':' without quotes around it", "YAML takes this for a key")
    case .textAfterQuote:
      ("quote", "\(owner) goes on after its closing quote", "quotes must enclose all of it")
    case .unclosedQuote(let quote):
      ("quote", "\(owner) opens a quote and never closes it", "no second \(quote) follows")
    case .textAfterBracket(let bracket):
      (
        "bracket", "\(owner) starts with '\(bracket)' without quotes around it",
        "YAML takes the bracket for \(bracket == "[" ? "a list" : "a mapping")"
      )
    case .unclosedBracket(let bracket):
      ("bracket", "\(owner) opens '\(bracket)' and never closes it", "no closing bracket follows")
    case .indicator(let character):
      (
        "indicator", "\(owner) starts with '\(character)' without quotes around it",
        "'\(character)' means something else to YAML here"
      )
    case .curlyQuotes:
      (
        "curly-quotes", "\(owner) stands in curly quotes, which protect nothing",
        "YAML knows straight quotes only"
      )
    case .backslash:
      (
        "backslash", "\(owner) holds a backslash in double quotes",
        "in double quotes a backslash begins an escape"
      )
    case .lineSeparator:
      (
        "line-separator", "\(owner) holds an invisible line break",
        "U+2028, U+2029 or U+0085"
      )
    }
  }
}
