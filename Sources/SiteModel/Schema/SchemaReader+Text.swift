internal import Diagnostics
internal import FrontMatter

extension SchemaReader {
  /// Text of one line: line breaks and runs of white space in it become one space.
  ///
  /// Nothing, in silence, for an empty text.
  mutating func line(_ value: SchemaValue, limit: Int? = nil) -> Located<String>? {
    guard expect(.text, value, isProse: true), !noteCut(value) else { return nil }
    let needsCare = tree.withText(of: value.node) { Self.needsFolding($0) }
    var text = tree.text(of: value.node)
    if needsCare { text = Self.folded(text) }
    guard !text.isEmpty else { return nil }
    if let limit, text.utf8.count > limit { warnIfLong(text, value, limit: limit) }
    return Located(text, at: range(of: value))
  }

  /// Text of several lines, such as Markdown; white space around it goes.
  mutating func text(_ value: SchemaValue) -> Located<String>? {
    guard expect(.text, value, isProse: true), !noteCut(value) else { return nil }
    let text = Self.trimmed(tree.text(of: value.node))
    return text.isEmpty ? nil : Located(text, at: range(of: value))
  }

  /// A word without spaces at its ends whose form the caller checks; comments may follow it.
  mutating func word(_ value: SchemaValue) -> Located<String>? {
    guard expect(.text, value) else { return nil }
    if tree.isNull(value.node), noteCut(value) { return nil }
    let text = Self.trimmed(tree.text(of: value.node))
    return text.isEmpty ? nil : Located(text, at: range(of: value))
  }

  /// The case of an enumeration that the value names.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: SchemaValue, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let word = word(value)?.value else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let choices = type.allCases.map(\.rawValue)
    noteNotAChoice(word, of: choices, at: value)
    return nil
  }

  mutating func noteNotAChoice(_ word: String, of choices: [String], at value: SchemaValue) {
    let lowered = ForeignKey.normalized(word)
    let suggestion =
      choices.first { ForeignKey.normalized($0) == lowered }
      ?? Suggestion.closest(to: word, in: choices)
    note(
      .form(
        .notAChoice(key: name(of: value), value: word, choices: choices, suggestion: suggestion)),
      at: value, replacement: suggestion)
  }

  /// `true`, `false`, `yes` or `no`.
  mutating func flag(_ value: SchemaValue) -> Bool? {
    guard let word = word(value)?.value else { return nil }
    switch word {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      let suggestion: String? =
        switch word.lowercased() {
        case "true", "yes", "on", "1", "y", "ya": "true"
        case "false", "no", "off", "0", "n", "tidak": "false"
        default: nil
        }
      note(
        .form(.notAFlag(key: name(of: value), value: word, suggestion: suggestion)), at: value,
        replacement: suggestion)
      return nil
    }
  }

  /// A whole number in `range`.
  mutating func integer(_ value: SchemaValue, in range: ClosedRange<Int>) -> Int? {
    guard let word = word(value)?.value else { return nil }
    if let number = Int(word), range.contains(number), !word.hasPrefix("+") { return number }
    note(.form(.notANumber(key: name(of: value), value: word, range: range)), at: value)
    return nil
  }

  /// Seconds of `45s`, `10m`, `2h` or `1d`; `0` is no time at all.
  mutating func duration(_ value: SchemaValue) -> Int64? {
    guard let word = word(value)?.value else { return nil }
    if word == "0" { return 0 }
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
    if let unit = word.last.flatMap({ units[$0] }), let count = Int64(word.dropLast()),
      (0...100_000).contains(count), !word.hasPrefix("+")
    {
      return count * unit
    }
    note(.form(.notADuration(key: name(of: value), value: word)), at: value)
    return nil
  }

  /// The whole value as plain data, for templates.
  func data(_ value: SchemaValue) -> DataValue { tree.dataValue(of: value.node) }

  /// A mapping as plain data.
  mutating func dataMap(_ value: SchemaValue) -> DataValue? {
    expect(.mapping, value) ? data(value) : nil
  }
}

// MARK: - White space

extension SchemaReader {
  /// Notes a text that YAML ended at ` #`.
  private mutating func noteCut(_ value: SchemaValue) -> Bool {
    guard let cut = tree.cut(of: value.node) else { return false }
    note(
      SchemaProblem(
        kind: .text(.cutText(key: name(of: value), text: cut.text)), range: cut.range,
        replacement: YAMLQuoting.quoted(cut.text)))
    return true
  }

  private mutating func warnIfLong(_ text: String, _ value: SchemaValue, limit: Int) {
    let count = text.count
    guard count > limit else { return }
    warn(
      .text(.tooLong(key: name(of: value), count: count, limit: limit)),
      at: tree.range(of: value.node))
  }

  /// Whether a text has breaks, tabs, or spaces at its ends or two in a row.
  private static func needsFolding(_ text: Span<UInt8>) -> Bool {
    var wasSpace = true
    for index in text.indices {
      let byte = text[index]
      if byte == 0x20 {
        if wasSpace { return true }
        wasSpace = true
      } else {
        if byte < 0x20 { return true }
        wasSpace = false
      }
    }
    return wasSpace && !text.isEmpty
  }

  static func folded(_ text: String) -> String {
    text.utf8.split(whereSeparator: isSpace).map { String(Substring($0)) }.joined(separator: " ")
  }

  static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, isSpace(first) || isSpace(last)
    else { return text }
    var rest = text.utf8.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(Substring(rest))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
