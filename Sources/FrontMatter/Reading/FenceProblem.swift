/// Something that is wrong with a content file before its YAML is looked at.
enum FenceProblem: Hashable {
  case empty
  /// It holds a zero byte.
  case binary(at: Int)
  case utf16
  /// The file starts with something else than `---`.
  case missing(Start, line: Range<Int>)
  /// No line of `---` ends the front matter; `instead` looks as if it should.
  case unclosed(opening: Range<Int>, instead: Range<Int>?)

  /// What stands where the opening `---` should.
  enum Start: Hashable {
    /// `key: value`: only the `---` is missing.
    case key
    /// `+++`, as Hugo writes TOML.
    case toml
    /// `{`, as Hugo writes JSON.
    case json
    /// `----`, `--`, `—`, ` ---`: nearly right.
    case nearly(String)
    /// Empty lines, then `---`.
    case emptyLines(fence: Range<Int>)
    case text
  }
}
