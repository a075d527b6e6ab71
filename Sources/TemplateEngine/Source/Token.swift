/// A piece of a template's text: what the parser reads.
struct Token: Equatable {
  let kind: Kind
  /// UTF-8 offsets into the source.
  let range: Range<Int>

  enum Kind: Equatable {
    /// Literal text, already trimmed by `-` at the tags beside it.
    case text
    case variableStart, variableEnd
    case blockStart, blockEnd
    case name
    case string
    case integer, float
    case symbol(Symbol)
    case end
    /// Text that is no token; the parser reports it where it meets it.
    case bad(Problem)
  }

  /// Operators and punctuation.
  enum Symbol: String, CaseIterable {
    case plus = "+", minus = "-", times = "*", divide = "/", floorDivide = "//", modulo = "%"
    case power = "**", tilde = "~"
    case equal = "==", notEqual = "!=", less = "<", lessEqual = "<="
    case greater = ">", greaterEqual = ">="
    case assign = "=", dot = ".", comma = ",", colon = ":", pipe = "|", semicolon = ";"
    case openParen = "(", closeParen = ")"
    case openBracket = "[", closeBracket = "]"
    case openBrace = "{", closeBrace = "}"
  }

  /// Why a piece of text is no token.
  enum Problem: Equatable {
    case strayCharacter
    case unclosedString
    case unclosedComment
    case unclosedRaw
  }
}
