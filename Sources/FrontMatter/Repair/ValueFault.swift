/// Why a value that somebody wrote after `key:` is not the text that it looks like.
enum ValueFault: Hashable {
  /// `Iran: Presiden …`: YAML takes what stands before the colon for a key.
  case colon
  /// `Siapa menang:`
  case colonAtEnd
  /// `"x" y`
  case textAfterQuote
  case unclosedQuote(String)
  /// `[Video] …`
  case textAfterBracket(String)
  case unclosedBracket(String)
  /// A first character that means something else to YAML: `@ % * & > | - ? !`.
  case indicator(String)
  /// A value in curly quotes that holds what only straight quotes protect.
  case curlyQuotes
  /// `"C:\Berita"`: a backslash in double quotes begins an escape.
  case backslash
  /// U+0085, U+2028 and U+2029 end a line in YAML.
  case lineSeparator
}

extension ValueFault {
  /// What is wrong with `value`, the text of one line without white space around it.
  init?(in value: String) {
    guard let first = value.unicodeScalars.first else { return nil }
    if value.unicodeScalars.contains(where: Self.isLineSeparator) {
      self = .lineSeparator
      return
    }
    let found: ValueFault?
    switch first {
    case "\"", "'": found = Self.quoted(value, by: first)
    case "[", "{": found = Self.bracketed(value, by: first)
    case "|", ">": found = Self.isBlockHeader(value) ? nil : .indicator(String(first))
    case "@", "`", "%", "*", "&", "!", ",", "]", "}": found = .indicator(String(first))
    case "-", "?", ":":
      let next = value.unicodeScalars.dropFirst().first
      found = next == nil || next == " " || next == "\t" ? .indicator(String(first)) : nil
    default: found = nil
    }
    let isBare = !"\"'[{".unicodeScalars.contains(first)
    guard let fault = found ?? (isBare ? Self.plain(value) : nil) else { return nil }
    self = fault
  }

  static func isLineSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  private static func plain(_ value: String) -> ValueFault? {
    let bytes = Array(value.utf8)
    let hasColon = bytes.indices.dropLast().contains {
      bytes[$0] == UInt8(ascii: ":") && KeyLine.isBlank(bytes[$0 + 1])
    }
    let endsWithColon = bytes.last == UInt8(ascii: ":")
    guard hasColon || endsWithColon else { return nil }
    if curlyQuotesAround(value) != nil { return .curlyQuotes }
    return hasColon ? .colon : .colonAtEnd
  }

  /// The text between curly quotes when they enclose the whole of `value`.
  static func curlyQuotesAround(_ value: String) -> String? {
    let opening: Set<Unicode.Scalar> = ["“", "”", "„", "‘", "’", "«"]
    let closing: Set<Unicode.Scalar> = ["“", "”", "‘", "’", "»"]
    let scalars = value.unicodeScalars
    guard scalars.count > 2, let first = scalars.first, let last = scalars.last,
      opening.contains(first), closing.contains(last)
    else { return nil }
    return String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))
  }

  private static func quoted(_ value: String, by quote: Unicode.Scalar) -> ValueFault? {
    let scalars = Array(value.unicodeScalars)
    var index = 1
    var hasBadEscape = false
    while index < scalars.count {
      if quote == "\"", scalars[index] == "\\" {
        let next = index + 1 < scalars.count ? scalars[index + 1] : " "
        if !"0abt\tnvfre \"/\\N_LPxuU".unicodeScalars.contains(next) { hasBadEscape = true }
        index += 2
      } else if scalars[index] == quote {
        guard quote == "'", index + 1 < scalars.count, scalars[index + 1] == "'" else { break }
        index += 2
      } else {
        index += 1
      }
    }
    guard index < scalars.count else { return .unclosedQuote(String(quote)) }
    let rest = scalars[(index + 1)...].drop { $0 == " " || $0 == "\t" }
    if let first = rest.first, first != "#" { return .textAfterQuote }
    return hasBadEscape ? .backslash : nil
  }

  private static func bracketed(_ value: String, by bracket: Unicode.Scalar) -> ValueFault? {
    let scalars = Array(value.unicodeScalars)
    var depth = 0
    var quote: Unicode.Scalar?
    for (index, scalar) in scalars.enumerated() {
      if let open = quote {
        if scalar == open { quote = nil }
        continue
      }
      switch scalar {
      case "\"", "'": if "[{, ".unicodeScalars.contains(scalars[index - 1]) { quote = scalar }
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      default: break
      }
      guard depth == 0 else { continue }
      let rest = scalars[(index + 1)...].drop { $0 == " " || $0 == "\t" }
      if let first = rest.first, first != "#" { return .textAfterBracket(String(bracket)) }
      return nil
    }
    return .unclosedBracket(String(bracket))
  }

  /// `|`, `>-`, `|2+`, perhaps with a comment (YAML 1.1, section 9.1).
  private static func isBlockHeader(_ value: String) -> Bool {
    let header = value.unicodeScalars.dropFirst().prefix { $0 != " " && $0 != "\t" }
    let rest = value.unicodeScalars.dropFirst(header.count + 1).drop { $0 == " " || $0 == "\t" }
    let isHeader =
      header.count <= 2 && header.allSatisfy { "+-123456789".unicodeScalars.contains($0) }
    return isHeader && (rest.isEmpty || rest.first == "#")
  }
}
