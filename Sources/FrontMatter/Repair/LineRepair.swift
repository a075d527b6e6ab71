/// A line that YAML refuses or misreads, and how it should have been written.
struct LineRepair: Hashable {
  var cause: Cause
  /// The key of the line; nothing in a list.
  var key: String?
  /// The bytes that are exchanged, and for what.
  var replaced: Range<Int>
  var replacement: String
  /// The whole repaired line without the white space before it.
  var line: String
  /// What the carets stand under.
  var marked: Range<Int>

  enum Cause: Hashable {
    case value(ValueFault)
    /// A tab in the indentation.
    case tab
    /// `title:Iran`
    case missingSpace
    /// A colon of another script, or one followed by a no-break space.
    case foreignColon
  }
}

extension LineRepair {
  /// What is wrong with the line of `bytes` in `range`; nothing when it reads well on its own.
  ///
  /// `above` is the line before, which tells how far a key is meant to be indented.
  init?(_ range: Range<Int>, of bytes: [UInt8], above: Range<Int>? = nil) {
    let line = KeyLine(range, of: bytes)
    if bytes[line.indent].contains(UInt8(ascii: "\t")) {
      self.init(tabIn: line, of: bytes, above: above.map { KeyLine($0, of: bytes) })
    } else if line.key != nil || line.isItem, !line.value.isEmpty {
      self.init(valueOf: line, of: bytes)
    } else if line.key == nil {
      self.init(colonOf: line, of: bytes)
    } else {
      return nil
    }
  }

  private init(tabIn line: KeyLine, of bytes: [UInt8], above: KeyLine?) {
    var spaces = bytes[line.indent].map { $0 == UInt8(ascii: "\t") ? "  " : " " }.joined()
    if let above, above.key != nil, !above.value.isEmpty, line.key != nil {
      spaces = String(repeating: " ", count: above.indent.count)
    }
    self.init(
      cause: .tab, key: Self.text(line.key, of: bytes), replaced: line.indent, replacement: spaces,
      line: Self.text(line.indent.upperBound..<line.range.upperBound, of: bytes),
      marked: line.indent)
  }

  private init?(valueOf line: KeyLine, of bytes: [UInt8]) {
    let value = Self.text(line.value, of: bytes)
    guard let fault = ValueFault(in: value) else { return nil }
    self.init(
      quoting: value, at: line.value, cause: .value(fault), in: line, of: bytes,
      marked: Self.marked(fault, in: line.value, of: bytes))
  }

  /// Exchanges a value for the same text in quotes, or closes the bracket of a list.
  init(
    quoting value: String, at range: Range<Int>, cause: Cause, in line: KeyLine, of bytes: [UInt8],
    marked: Range<Int>
  ) {
    let isList = cause == .value(.unclosedBracket("[")) && value.contains(",")
    let quoted = isList ? value + "]" : YAMLQuoting.quoted(Self.meant(by: value, cause))
    let before = Self.text(line.indent.upperBound..<range.lowerBound, of: bytes)
    self.init(
      cause: cause, key: Self.text(line.key, of: bytes), replaced: range, replacement: quoted,
      line: before + quoted, marked: marked)
  }

  /// A key whose colon is not followed by a space, or is not a colon.
  private init?(colonOf line: KeyLine, of bytes: [UInt8]) {
    let start = line.value.lowerBound
    let rest = Self.text(start..<line.value.upperBound, of: bytes)
    let name = rest.unicodeScalars.prefix { $0.isASCII && KeyLine.isKeyByte(UInt8($0.value)) }
    let after = rest.unicodeScalars.dropFirst(name.count)
    guard !name.isEmpty, let colon = after.first else { return nil }
    let next = after.dropFirst().first
    let cause: Cause
    switch colon {
    case "：", "﹕", "︓", "։", "∶": cause = .foreignColon
    case ":" where next.map(Self.isStrangeSpace) == true: cause = .foreignColon
    case ":" where next != nil && next != "/": cause = .missingSpace
    default: return nil
    }
    let value = String(String.UnicodeScalarView(after.dropFirst().drop(while: Self.isStrangeSpace)))
    let key = String(String.UnicodeScalarView(name))
    let fixed = ValueFault(in: value) == nil ? value : YAMLQuoting.quoted(value)
    let colonStart = start + key.utf8.count
    self.init(
      cause: cause, key: key, replaced: start..<line.value.upperBound,
      replacement: "\(key): \(fixed)", line: "\(key): \(fixed)",
      marked: colonStart..<colonStart + String(colon).utf8.count)
  }

  private static func isStrangeSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{3000}"
      || scalar == "\u{200B}" || scalar == "\u{200C}" || scalar == "\u{FEFF}"
  }

  private static func text(_ range: Range<Int>, of bytes: [UInt8]) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private static func text(_ range: Range<Int>?, of bytes: [UInt8]) -> String? {
    range.map { text($0, of: bytes) }
  }
}

// MARK: - What was meant

extension LineRepair {
  /// The text that the editor had in mind.
  private static func meant(by value: String, _ cause: Cause) -> String {
    switch cause {
    case .value(.curlyQuotes): ValueFault.curlyQuotesAround(value) ?? value
    case .value(.unclosedQuote("\"")): String(value.dropFirst())
    case .value(.backslash): String(value.dropFirst().dropLast())
    case .value(.lineSeparator):
      String(
        String.UnicodeScalarView(
          value.unicodeScalars.map { ValueFault.isLineSeparator($0) ? " " : $0 }))
    default: value
    }
  }

  /// The part of a value that YAML stumbles over.
  private static func marked(
    _ fault: ValueFault, in value: Range<Int>, of bytes: [UInt8]
  ) -> Range<Int> {
    let first = value.lowerBound
    switch fault {
    case .colon:
      let colon = value.dropLast().first {
        bytes[$0] == UInt8(ascii: ":") && KeyLine.isBlank(bytes[$0 + 1])
      }
      return colon.map { $0..<$0 + 1 } ?? value
    case .colonAtEnd: return value.upperBound - 1..<value.upperBound
    case .indicator, .unclosedQuote, .unclosedBracket: return first..<first + 1
    case .textAfterQuote, .textAfterBracket, .curlyQuotes, .backslash, .lineSeparator: return value
    }
  }
}
