/// Writes text so that YAML reads it back unchanged.
package enum YAMLQuoting {
  /// `text` in quotes: double ones, or single ones where it holds double quotes or backslashes.
  package static func quoted(_ text: String) -> String {
    let needsSingle = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    guard needsSingle else { return "\"\(text)\"" }
    // By scalars: a quote and a mark that follows it are one `Character`.
    var quoted = String.UnicodeScalarView("'".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "'" { quoted.append("'") }
      quoted.append(scalar)
    }
    quoted.append("'")
    return String(quoted)
  }
}
