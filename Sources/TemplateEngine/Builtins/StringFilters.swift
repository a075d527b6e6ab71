internal import Bytes

/// Filters that change the letters and the ends of a text.
///
/// A filter is a `Builtin`: its name, what it takes, and a function. To add one, write it here (or
/// in the file of its family), put it into `all`, and add lines to the table of its tests.
enum StringFilters {
  static let all: [Builtin] = [
    upper, lower, capitalize, title, trim, center, replace, indent, wordcount, string,
  ]

  /// `{{ "berita" | upper }}` prints `BERITA`.
  static let upper = cased("upper") { $0.append(uppercased: $1) }

  /// `{{ "BERITA" | lower }}` prints `berita`.
  static let lower = cased("lower") { $0.append(lowercased: $1) }

  /// `{{ "kOTA jakarta" | capitalize }}` prints `Kota jakarta`.
  static let capitalize = cased("capitalize") { $0.append(capitalized: $1) }

  /// `{{ "berita-baru o'neil" | title }}` prints `Berita-Baru O'neil`.
  static let title = cased("title", keeps: [.clean, .ascii]) { $0.append(titledWords: $1) }

  /// A filter that only maps letters; the result is as safe as the value where `keeps` says so.
  private static func cased(
    _ name: String, keeps: Value.Flags = .ofText,
    _ write: @escaping @Sendable (inout ByteBuffer, Text) -> Void
  ) -> Builtin {
    Builtin(name, Signature(.required("value"))) { arguments, context throws(RenderFault) in
      let text = try context.string(arguments[0])
      try context.charge(bytes: text.count)
      let flags = arguments[0].flags.intersection(keeps)
      return try context.makeText(flags: flags) { write(&$0, text) }
    }
  }

  /// `{{ "  a b " | trim }}` prints `a b`; `trim("/")` takes other characters away.
  static let trim = Builtin("trim", Signature(.required("value"), .optional("chars"))) {
    arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0])
    let range = text.trimmedRange(of: try arguments.optionalText(1))
    return text.part(range, of: arguments[0])
  }

  /// `{{ "ab" | center(6) }}` prints `  ab  `.
  static let center = Builtin(
    "center", Signature(.required("value"), .optional("width", Value(80)))
  ) {
    arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0])
    let width = try arguments.size(1)
    let padding = max(width - text.scalarCount, 0)
    try context.charge(textOf: text.count.addingReportingOverflow(padding))
    // An odd blank goes to the left when the width is odd, as in Python.
    let left = padding / 2 + (padding & width & 1)
    return try context.makeText(flags: arguments[0].flags.intersection(.ofText)) { buffer in
      buffer.append(spaces: left)
      buffer.append(text)
      buffer.append(spaces: padding - left)
    }
  }

  /// `{{ "aaa" | replace("a", "b", 2) }}` prints `bba`.
  ///
  /// In HTML the new text is escaped unless it is safe, and an unsafe value is escaped first when
  /// safe text is put into it.
  static let replace = Builtin(
    "replace",
    Signature(.required("value"), .required("old"), .required("new"), .optional("count"))
  ) { arguments, context throws(RenderFault) in
    var value = arguments[0]
    let mixesInHTML = context.isEscaping && (arguments[1].isSafe || arguments[2].isSafe)
    if mixesInHTML, !value.isSafe { value = try context.escaped(value) }
    if !context.isEscaping { value = value.withoutSafety }
    return try context.replacing(
      arguments[1], in: value, with: arguments[2], limit: try arguments.optionalSize(3) ?? -1)
  }

  /// `{{ text | indent(2, first=true) }}` puts two blanks (or a text) before the lines.
  static let indent = Builtin(
    "indent",
    Signature(
      .required("value"), .optional("width", Value(4)), .optional("first", .false),
      .optional("blank", .false))
  ) { arguments, context throws(RenderFault) in
    let text = try arguments.text(0)
    let indentation = try context.indentation(arguments[1])
    let lines = text.linesWithLast()
    let (product, overflow) = lines.count.multipliedReportingOverflow(by: indentation.count)
    try context.charge(textOf: overflow ? (0, true) : text.count.addingReportingOverflow(product))
    let indentsFirst = try context.isTrue(arguments[2])
    let indentsBlank = try context.isTrue(arguments[3])
    return try context.makeText(flags: arguments[0].flags.intersection(.safe)) { buffer in
      for (index, line) in lines.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: "\n")) }
        if index == 0 ? indentsFirst : indentsBlank || !line.isEmpty { buffer.append(indentation) }
        buffer.append(text.slice(line))
      }
    }
  }

  /// `{{ "satu dua  tiga-empat" | wordcount }}` prints `4`.
  static let wordcount = Builtin("wordcount", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0])
    try context.charge(bytes: text.count)
    return Value(text.wordCharacterRuns)
  }

  /// `{{ 5 | string }}` makes a text of anything.
  static let string = Builtin("string", Signature(.required("value"))) {
    arguments, context throws(RenderFault) in
    if arguments[0].isString { return arguments[0] }
    return Value(sharing: try context.string(arguments[0]))
  }
}

// MARK: - What filters and methods share

extension RenderContext {
  /// `value` as HTML: itself when it is safe, escaped otherwise.
  mutating func escaped(_ value: Value) throws(RenderFault) -> Value {
    if value.isSafe { return value }
    let start = beginText()
    try appendHTML(value)
    return try endText(from: start, flags: .safe)
  }

  /// Replaces up to `limit` occurrences (all when negative), escaping `new` for a safe value.
  mutating func replacing(
    _ old: Value, in value: Value, with new: Value, limit: Int
  ) throws(RenderFault) -> Value {
    let text = try string(value)
    let wanted = try string(old)
    let new = try string(value.isSafe ? try escaped(new) : new)
    try charge(bytes: text.count)
    let found = text.occurrences(of: wanted)
    let count = limit < 0 ? found : min(limit, found)
    if count == 0 { return Value(sharing: text, flags: value.flags.intersection(.ofText)) }
    let (growth, overflow) = count.multipliedReportingOverflow(by: new.count - wanted.count)
    try charge(textOf: overflow ? (0, true) : text.count.addingReportingOverflow(growth))
    return try makeText(flags: value.flags.intersection(.safe)) { buffer in
      buffer.append(text, replacing: wanted, with: new, count: count)
    }
  }

  fileprivate mutating func indentation(_ width: Value) throws(RenderFault) -> Text {
    if let text = width.text { return text }
    guard let count = width.int.map(Value.size) else {
      throw RenderFault(.wrongKind, width, "a number or a text")
    }
    try charge(bytes: max(count, 0))
    return try string(makeText { $0.append(spaces: count) })
  }
}

extension Value {
  /// The same value with nothing known about its text being HTML.
  var withoutSafety: Value { replacing(flags: flags.intersection([.clean, .ascii])) }
}

extension ByteBuffer {
  /// Appends `count` blanks; none when it is negative.
  mutating func append(spaces count: Int) {
    for _ in 0..<max(count, 0) { append(UInt8(ascii: " ")) }
  }

  /// Appends `text` with its first `count` occurrences of `old` replaced; an empty `old` stands
  /// before every scalar and at the end.
  fileprivate mutating func append(
    _ text: Text, replacing old: Text, with new: Text, count: Int
  ) {
    var copied = 0
    var next = 0
    for _ in 0..<count {
      guard let found = text.firstOffset(of: old, from: next) else { break }
      append(text.slice(copied..<found))
      append(new)
      copied = found + old.count
      next =
        old.count > 0 ? copied : found + (found < text.count ? text.scalarLength(at: found) : 1)
    }
    append(text.slice(copied..<text.count))
  }
}

extension Text {
  /// What is left when white space, or the characters in `chars`, go from the ends.
  func trimmedRange(
    of chars: Text?, atStart: Bool = true, atEnd: Bool = true
  ) -> Range<Int> {
    guard let chars else {
      return trimmedRange(atStart: atStart, atEnd: atEnd) { $0.isPythonSpace }
    }
    let dropped = chars.scalars()
    return trimmedRange(atStart: atStart, atEnd: atEnd) { dropped.contains($0) }
  }

  /// The lines, and behind a line break at the end one that is empty.
  fileprivate func linesWithLast() -> [Range<Int>] {
    guard count > 0 else { return [0..<0] }
    let last = scalar(at: scalarStart(before: count)).scalar
    let isOpen = last.isPythonLineBreak && last != "\r"
    return isOpen ? lineRanges() + [count..<count] : lineRanges()
  }

  /// The number of runs of letters, digits and underscores (`\w+`).
  fileprivate var wordCharacterRuns: Int {
    var runs = 0
    var isInside = false
    var offset = 0
    while offset < count {
      let next = scalar(at: offset)
      let isWord = next.scalar.isPythonWord
      if isWord, !isInside { runs += 1 }
      isInside = isWord
      offset += next.width
    }
    return runs
  }
}
