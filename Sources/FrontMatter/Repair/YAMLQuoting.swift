/// Writes text so that YAML reads it back unchanged.
package enum YAMLQuoting {
  /// `text` in quotes: double ones, or single ones where it holds double quotes or backslashes.
  package static func quoted(_ text: String) -> String {
    let needsSingle = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    guard needsSingle else { return "\"\(text)\"" }
    let doubled = text.split(separator: "'", omittingEmptySubsequences: false).joined(
      separator: "''")
    return "'\(doubled)'"
  }
}
