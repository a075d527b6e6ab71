internal import Bytes

/// Filters that fit a text into a length: by characters, by words, by lines.
enum LengthFilters {
  static let all: [Builtin] = [truncate, truncateWords, wordwrap]

  /// `{{ text | truncate(20, end="…") }}` cuts at a space so that at most 20 characters remain.
  ///
  /// A text that is longer by no more than `leeway` stays whole. With `killwords` the cut may fall
  /// into a word, but never into a grapheme cluster: then it moves back.
  static let truncate = Builtin(
    "truncate",
    Signature(
      .required("value"), .optional("length", Value(255)), .optional("killwords", .false),
      .optional("end", "..."), .optional("leeway", Value(5)))
  ) { arguments, context throws(RenderFault) in
    let text = try arguments.text(0)
    let end = try arguments.text(3)
    let room = try arguments.size(1) - end.scalarCount
    let leeway = try arguments.optionalSize(4) ?? 5
    guard room >= 0 else {
      throw RenderFault(.badValue, arguments[1], "a length of at least that of the end")
    }
    guard leeway >= 0 else { throw RenderFault(.badValue, arguments[4], "a leeway of 0 or more") }
    try context.charge(bytes: text.count)
    if try text.scalarCount <= arguments.size(1) + leeway { return arguments[0] }
    var cut = text.clusterBoundary(atOrBefore: text.offset(ofScalar: room))
    if try !context.isTrue(arguments[2]) { cut = text.lastSpace(before: cut) ?? cut }
    return try context.joined(text.part(0..<cut, of: arguments[0]), arguments[3])
  }

  /// `{{ "satu dua  tiga empat" | truncate_words(3) }}` prints `satu dua tiga…`.
  static let truncateWords = Builtin(
    "truncate_words", Signature(.required("value"), .required("count"), .optional("end", "…"))
  ) { arguments, context throws(RenderFault) in
    let text = try context.string(arguments[0])
    let limit = try arguments.size(1)
    guard limit >= 0 else { throw RenderFault(.badValue, arguments[1], "a count of 0 or more") }
    try context.charge(bytes: text.count)
    let found = text.wordRanges(limit: limit + 1)
    let words = try context.makeText(flags: arguments[0].flags.intersection(.ofText)) { buffer in
      for (index, word) in found.prefix(limit).enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: " ")) }
        buffer.append(text.slice(word))
      }
    }
    return found.count > limit ? try context.joined(words, arguments[2]) : words
  }

  /// `{{ text | wordwrap(40) }}` breaks lines so that none is longer than 40 characters.
  static let wordwrap = Builtin(
    "wordwrap",
    Signature(
      .required("value"), .optional("width", Value(79)), .optional("break_long_words", .true),
      .optional("wrapstring", "\n"), .optional("break_on_hyphens", .true))
  ) { arguments, context throws(RenderFault) in
    let text = try arguments.text(0)
    let width = try arguments.size(1)
    guard width > 0 else { throw RenderFault(.badValue, arguments[1], "a width above 0") }
    let lineBreak = arguments.isGiven(3) ? arguments[3] : "\n"
    let wrap = WordWrap(
      width: width, breaksLongWords: try context.isTrue(arguments[2]),
      breaksOnHyphens: try context.isTrue(arguments[4]))
    // Every scalar is moved a few times and may end up on a line of its own.
    try context.charge(bytes: text.count)
    try context.charge(elements: text.count)
    let start = context.beginText()
    try context.appendWrapped(text, wrap, lineBreak: lineBreak)
    return try context.endText(from: start, flags: lineBreak.flags.intersection(.safe))
  }
}

extension RenderContext {
  /// `first + second`: when one is safe HTML the other is escaped, and so is the result.
  mutating func joined(_ first: Value, _ second: Value) throws(RenderFault) -> Value {
    let isHTML = first.isSafe || second.isSafe
    let start = beginText()
    try append(first, toHTML: isHTML)
    try append(second, toHTML: isHTML)
    return try endText(from: start, flags: isHTML ? .safe : [])
  }

  fileprivate mutating func appendWrapped(
    _ text: Text, _ wrap: WordWrap, lineBreak: Value
  ) throws(RenderFault) {
    let separator = try string(lineBreak)
    let start = beginText()
    for (index, range) in text.lineRanges().enumerated() {
      if index > 0 { scratch.append(separator) }
      let lines = wrap.lines(of: text.slice(range).scalars())
      let (product, overflow) = lines.count.multipliedReportingOverflow(by: separator.count)
      try charge(
        textOf: overflow ? (0, true) : (scratch.count - start).addingReportingOverflow(product))
      for (index, line) in lines.enumerated() {
        if index > 0 { scratch.append(separator) }
        if lineBreak.isSafe {
          scratch.append(htmlEscaped: String(String.UnicodeScalarView(line)))
        } else {
          scratch.append(line[...])
        }
      }
    }
  }
}

extension Text {
  /// The byte offset of the last space before `end`.
  fileprivate func lastSpace(before end: Int) -> Int? {
    slice(0..<end).lastIndex(of: UInt8(ascii: " "))
  }

  /// The last offset up to `offset` at which no grapheme cluster is cut (UAX #29).
  fileprivate func clusterBoundary(atOrBefore offset: Int) -> Int {
    guard offset > 0, offset < count else { return offset }
    // Two ASCII characters are never one cluster but for CR LF.
    if self[offset] < 0x80, self[offset - 1] < 0x80, self[offset] != 0x0A { return offset }
    // Looking from a line break or space far enough before sees every cluster as it is.
    var start = offset
    while start > 0, self[start - 1] != UInt8(ascii: " "), self[start - 1] != 0x0A { start -= 1 }
    var end = start
    for cluster in slice(start..<Swift.min(count, offset + 4)).string {
      let next = end + cluster.utf8.count
      if next > offset { return end }
      end = next
    }
    return end
  }
}
