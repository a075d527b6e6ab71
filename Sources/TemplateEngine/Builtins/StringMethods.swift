internal import Bytes

/// The methods of texts, named and meant as Python's: `{{ title.startswith("Iran") }}`.
enum StringMethods {
  static let all: [Registry.Method] = [
    upper, lower, capitalize, title, strip, lstrip, rstrip, split, startswith, endswith, replace,
    join, find, count,
  ].map { .init($0, of: .string) }

  static let upper = method(StringFilters.upper)
  static let lower = method(StringFilters.lower)
  static let capitalize = method(StringFilters.capitalize)

  /// `"o'neil".title()` is `O'Neil`, unlike the filter.
  static let title = Builtin("title", Signature(.required("self"))) {
    arguments, context throws(RenderFault) in
    let text = arguments[0].rawText
    try context.charge(bytes: text.count)
    return try context.makeText(flags: arguments[0].flags.intersection(.ofText)) {
      $0.append(titlecased: text)
    }
  }

  static let strip = stripping("strip", atStart: true, atEnd: true)
  static let lstrip = stripping("lstrip", atStart: true, atEnd: false)
  static let rstrip = stripping("rstrip", atStart: false, atEnd: true)

  /// `"a,b".split(",")`; without a separator, the words between runs of white space.
  static let split = Builtin(
    "split", Signature(.required("self"), .optional("sep"), .optional("maxsplit", Value(-1)))
  ) { arguments, context throws(RenderFault) in
    let text = arguments[0].rawText
    let limit = try arguments.size(2)
    try context.charge(bytes: text.count)
    guard let separator = try arguments.optionalText(1) else {
      let ranges = text.wordRanges(maxSplits: limit < 0 ? .max : limit)
      return try context.parts(ranges, of: arguments[0])
    }
    guard separator.count > 0 else {
      throw RenderFault(.badValue, arguments[1], "a separator that is not empty")
    }
    let ranges = text.ranges(between: separator, maxSplits: limit < 0 ? .max : limit)
    return try context.parts(ranges, of: arguments[0])
  }

  /// `url.startswith("https://")`, also with a tuple of texts, one of which is enough.
  static let startswith = affix("startswith") { $0.matches($1, at: 0) }

  /// `path.endswith((".jpg", ".png"))`, also with one text.
  static let endswith = affix("endswith") { text, end in
    end.count <= text.count && text.matches(end, at: text.count - end.count)
  }

  /// `"aaa".replace("a", "b", 2)` is `bba`.
  static let replace = Builtin(
    "replace",
    Signature(
      .required("self"), .required("old"), .required("new"), .optional("count", Value(-1)))
  ) { arguments, context throws(RenderFault) in
    _ = try (arguments.text(1), arguments.text(2))
    return try context.replacing(
      arguments[1], in: arguments[0], with: arguments[2], limit: try arguments.size(3))
  }

  /// `", ".join(names)`, whose elements must be texts.
  static let join = Builtin("join", Signature(.required("self"), .required("iterable"))) {
    arguments, context throws(RenderFault) in
    let items = try context.elements(arguments[1])
    for item in items where !item.isString { throw RenderFault(.wrongKind, item, "a text") }
    return try context.joined(items, separator: arguments[0], isHTML: arguments[0].isSafe)
  }

  /// `"aabaa".find("b")` is `2`, and `-1` when it is not there.
  static let find = Builtin(
    "find",
    Signature(.required("self"), .required("sub"), .optional("start"), .optional("end"))
  ) { arguments, context throws(RenderFault) in
    try context.charge(bytes: arguments[0].rawText.count)
    guard let window = try arguments.window(2),
      let found = window.text.firstOffset(of: try arguments.text(1))
    else { return Value(-1) }
    return Value(window.start + window.text.slice(0..<found).scalarCount)
  }

  /// `"aabaa".count("a")` is `4`.
  static let count = Builtin(
    "count",
    Signature(.required("self"), .required("sub"), .optional("start"), .optional("end"))
  ) { arguments, context throws(RenderFault) in
    try context.charge(bytes: arguments[0].rawText.count)
    guard let window = try arguments.window(2) else { return Value(0) }
    return Value(window.text.occurrences(of: try arguments.text(1)))
  }

  /// The method that does what the filter does.
  private static func method(_ filter: Builtin) -> Builtin {
    Builtin(filter.name, Signature(.required("self")), body: filter.body)
  }

  private static func stripping(_ name: String, atStart: Bool, atEnd: Bool) -> Builtin {
    Builtin(name, Signature(.required("self"), .optional("chars"))) {
      arguments, context throws(RenderFault) in
      let text = arguments[0].rawText
      let range = text.trimmedRange(
        of: try arguments.optionalText(1), atStart: atStart, atEnd: atEnd)
      return text.part(range, of: arguments[0])
    }
  }

  private static func affix(
    _ name: String, _ holds: @escaping @Sendable (Text, Text) -> Bool
  ) -> Builtin {
    Builtin(
      name,
      Signature(.required("self"), .required("affix"), .optional("start"), .optional("end"))
    ) { arguments, context throws(RenderFault) in
      guard let window = try arguments.window(2) else { return .false }
      guard arguments[1].kind == .tuple else {
        return Value(holds(window.text, try arguments.text(1)))
      }
      for affix in arguments[1].rawItems {
        guard let text = affix.text else { throw RenderFault(.wrongKind, affix, "a text") }
        if holds(window.text, text) { return .true }
      }
      return .false
    }
  }
}

extension Arguments {
  /// The part of a text that the arguments `start` (at `index`) and `end` leave, and how many
  /// scalars stand before it; nothing when it begins behind the end.
  fileprivate func window(_ index: Int) throws(RenderFault) -> (text: Text, start: Int)? {
    let text = self[0].rawText
    guard isGiven(index) || isGiven(index + 1) else { return (text, 0) }
    let length = text.scalarCount
    let start = try optionalSize(index).map { $0 < 0 ? max($0 + length, 0) : $0 } ?? 0
    let end = try optionalSize(index + 1).map { $0 < 0 ? max($0 + length, 0) : min($0, length) }
    guard start <= (end ?? length) else { return nil }
    let lower = text.offset(ofScalar: start)
    return (text.slice(lower..<text.offset(ofScalar: end ?? length)), start)
  }
}

extension RenderContext {
  fileprivate mutating func parts(
    _ ranges: [Range<Int>], of value: Value
  ) throws(RenderFault) -> Value {
    try charge(listOf: ranges.count)
    var list = try ListBuilder(room: ranges.count, in: &arena)
    for range in ranges { list.append(value.rawText.part(range, of: value)) }
    return list.list
  }
}

extension Text {
  /// The ranges between the occurrences of `separator`.
  fileprivate func ranges(between separator: Text, maxSplits: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while ranges.count < maxSplits, let found = firstOffset(of: separator, from: start) {
      ranges.append(start..<found)
      start = found + separator.count
    }
    ranges.append(start..<count)
    return ranges
  }

  /// The first words, and what follows them as one last part without white space at its ends.
  fileprivate func wordRanges(maxSplits: Int) -> [Range<Int>] {
    guard maxSplits < .max else { return wordRanges() }
    var words = wordRanges(limit: maxSplits)
    let rest = slice((words.last?.upperBound ?? 0)..<count)
    let trimmed = rest.trimmedRange(atEnd: false) { $0.isPythonSpace }
    guard !trimmed.isEmpty else { return words }
    let shift = count - rest.count
    words.append(trimmed.lowerBound + shift..<count)
    return words
  }
}
