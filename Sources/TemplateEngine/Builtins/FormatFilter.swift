internal import Bytes

/// The `format` filter: `{{ "%s has %d stories, %.1f %%" | format(name, n, share) }}`.
///
/// It is Python's `%` on texts: flags `# 0 - + blank`, width, precision (`*` takes either from the
/// arguments), conversions `d i u o x X e E f F g G c s r a %`, and `%(name)s` with keyword
/// arguments. On a safe text what is put in is escaped.
enum FormatFilter {
  static let all: [Builtin] = [format]

  static let format = Builtin(
    "format", Signature(.required("value"), more: true, keywords: true)
  ) { arguments, context throws(RenderFault) in
    let pattern = try context.string(arguments[0])
    let positional = arguments[1].items.map(Array.init) ?? []
    let isNamed = (arguments[2].entries?.count ?? 0) > 0
    if isNamed, !positional.isEmpty {
      throw RenderFault(
        .custom, "'format' takes positional or named arguments, not both",
        "name all of them or none")
    }
    try context.charge(bytes: pattern.count)
    var run = FormatRun(
      pattern: pattern, isHTML: arguments[0].isSafe, values: isNamed ? [arguments[2]] : positional,
      names: isNamed ? arguments[2] : nil)
    let start = context.beginText()
    run.textStart = start
    try run.append(to: &context)
    return try context.endText(from: start, flags: arguments[0].flags.intersection(.safe))
  }
}

/// One `%` conversion as it is written.
private struct Conversion {
  var isAlternate = false
  var padsWithZeros = false
  var alignsLeft = false
  var showsPlus = false
  var showsBlank = false
  var width = 0
  var precision: Int?
  var letter: UInt8 = 0
}

/// The work of one call: a place in the pattern and the arguments that are left.
private struct FormatRun {
  let pattern: Text
  let isHTML: Bool
  let values: [Value]
  let names: Value?
  var textStart = 0
  private var offset = 0
  private var used = 0

  init(pattern: Text, isHTML: Bool, values: [Value], names: Value?) {
    self.pattern = pattern
    self.isHTML = isHTML
    self.values = values
    self.names = names
  }

  mutating func append(to context: inout RenderContext) throws(RenderFault) {
    while let percent = pattern.firstOffset(of: UInt8(ascii: "%"), from: offset) {
      context.scratch.append(pattern.slice(offset..<percent))
      offset = percent + 1
      try appendConversion(to: &context)
      try context.check(textSince: textStart)
    }
    context.scratch.append(pattern.slice(offset..<pattern.count))
    if names == nil, used < values.count {
      throw RenderFault(
        .custom, "the format has fewer places than 'format' has arguments",
        "write one '%s' for each argument, and '%%' for a percent sign")
    }
  }

  private mutating func appendConversion(
    to context: inout RenderContext
  ) throws(RenderFault) {
    let name = try keyName()
    var conversion = Conversion()
    readFlags(&conversion)
    if let width = try number(&context) {
      conversion.width = abs(width)
      if width < 0 { conversion.alignsLeft = true }
    }
    if current == UInt8(ascii: ".") {
      offset += 1
      conversion.precision = max(try number(&context) ?? 0, 0)
    }
    while let letter = current, "hlL".utf8.contains(letter) { offset += 1 }
    guard let letter = current else { throw incomplete }
    offset += 1
    conversion.letter = letter
    try context.charge(bytes: max(conversion.width, conversion.precision ?? 0))
    if letter == UInt8(ascii: "%") {
      context.scratch.append(letter)
    } else {
      try append(try argument(named: name, &context), as: conversion, to: &context)
    }
  }

  private var current: UInt8? { offset < pattern.count ? pattern[offset] : nil }

  private var incomplete: RenderFault {
    RenderFault(
      .custom, "the format ends in the middle of a place", "write '%%' for a percent sign")
  }

  /// The name in `%(name)s`.
  private mutating func keyName() throws(RenderFault) -> Text? {
    guard current == UInt8(ascii: "(") else { return nil }
    offset += 1
    let start = offset
    var depth = 1
    while let byte = current {
      offset += 1
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return pattern.slice(start..<offset - 1) }
    }
    throw incomplete
  }

  private mutating func readFlags(_ conversion: inout Conversion) {
    while let byte = current {
      switch byte {
      case UInt8(ascii: "#"): conversion.isAlternate = true
      case UInt8(ascii: "0"): conversion.padsWithZeros = true
      case UInt8(ascii: "-"): conversion.alignsLeft = true
      case UInt8(ascii: "+"): conversion.showsPlus = true
      case UInt8(ascii: " "): conversion.showsBlank = true
      default: return
      }
      offset += 1
    }
  }

  /// A width or precision: digits, or `*` for the next argument.
  private mutating func number(_ context: inout RenderContext) throws(RenderFault) -> Int? {
    if current == UInt8(ascii: "*") {
      offset += 1
      let value = try argument(named: nil, &context)
      guard let number = value.int.map(Value.size) else {
        throw RenderFault(.wrongKind, value, "a whole number")
      }
      try context.charge(bytes: abs(number))
      return number
    }
    var number: Int?
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      number = min((number ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), 1 << 48)
      offset += 1
    }
    return number
  }

  private mutating func argument(
    named name: Text?, _ context: inout RenderContext
  ) throws(RenderFault) -> Value {
    if let name {
      guard let names else {
        throw RenderFault(
          .custom, "the format has a named place, but 'format' has no named arguments",
          "write `format(name=value)`")
      }
      guard let value = names.entry(Value(sharing: name)) else {
        throw RenderFault(.missingArgument, Value(sharing: name))
      }
      return value
    }
    guard used < values.count else {
      throw RenderFault(
        .custom, "the format has more places than 'format' has arguments",
        "write '%%' for a percent sign")
    }
    used += 1
    return values[used - 1]
  }
}

// MARK: - One conversion

extension FormatRun {
  private func append(
    _ value: Value, as conversion: Conversion, to context: inout RenderContext
  ) throws(RenderFault) {
    let start = context.beginText()
    switch conversion.letter {
    case UInt8(ascii: "s"): try context.append(value, toHTML: isHTML)
    case UInt8(ascii: "r"), UInt8(ascii: "a"):
      try context.appendRepresentation(value, toHTML: isHTML)
    case UInt8(ascii: "c"): try context.appendCharacter(value, toHTML: isHTML)
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"):
      try appendInteger(value, isRounding: true, as: conversion, to: &context)
      return
    case UInt8(ascii: "o"), UInt8(ascii: "x"), UInt8(ascii: "X"):
      try appendInteger(value, isRounding: false, as: conversion, to: &context)
      return
    case UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "g"), UInt8(ascii: "E"),
      UInt8(ascii: "F"), UInt8(ascii: "G"):
      try appendFloat(value, as: conversion, to: &context)
      return
    default:
      throw RenderFault(
        .badValue, Value(sharing: pattern.slice(offset - 1..<offset)),
        "one of the conversions d i u o x X e E f F g G c s r a %")
    }
    guard let text = try context.endText(from: start).text else { return }
    let cut = conversion.letter == UInt8(ascii: "c") ? nil : conversion.precision
    let shown = cut.map { text.slice(0..<text.offset(ofScalar: $0)) } ?? text
    let padding = conversion.width - shown.scalarCount
    if !conversion.alignsLeft { context.scratch.append(spaces: padding) }
    context.scratch.append(shown)
    if conversion.alignsLeft { context.scratch.append(spaces: padding) }
  }

  private func appendInteger(
    _ value: Value, isRounding: Bool, as conversion: Conversion, to context: inout RenderContext
  ) throws(RenderFault) {
    guard let number = try integer(value, isRounding: isRounding) else {
      throw RenderFault(.wrongKind, value, isRounding ? "a number" : "a whole number")
    }
    let letter = conversion.letter
    let radix = letter | 0x20 == UInt8(ascii: "x") ? 16 : letter == UInt8(ascii: "o") ? 8 : 10
    let digits = String(number.magnitude, radix: radix, uppercase: letter == UInt8(ascii: "X"))
    let zeros = max((conversion.precision ?? 0) - digits.utf8.count, 0)
    var prefix = number < 0 ? "-" : conversion.showsPlus ? "+" : conversion.showsBlank ? " " : ""
    if conversion.isAlternate, radix != 10 {
      prefix += radix == 8 ? "0o" : letter == UInt8(ascii: "X") ? "0X" : "0x"
    }
    append(prefix: prefix, to: &context.scratch, conversion, length: zeros + digits.utf8.count) {
      for _ in 0..<zeros { $0.append(UInt8(ascii: "0")) }
      $0.append(digits)
    }
  }

  private func integer(_ value: Value, isRounding: Bool) throws(RenderFault) -> Int? {
    if let number = value.int { return number }
    // In HTML a text is read as a number, because there it is asked for one.
    if isHTML, isRounding, case .number(let number) = value.text?.integer() { return number }
    guard isRounding, let number = value.double, number.isFinite else { return nil }
    guard let whole = Int(exactly: number.rounded(.towardZero)) else {
      throw RenderFault(.overflow)
    }
    return whole
  }

  private func appendFloat(
    _ value: Value, as conversion: Conversion, to context: inout RenderContext
  ) throws(RenderFault) {
    let number = value.double ?? value.text.flatMap { isHTML ? $0.float() : nil }
    guard let number else { throw RenderFault(.wrongKind, value, "a number") }
    let prefix =
      number.sign == .minus && !number.isNaN
      ? "-" : conversion.showsPlus ? "+" : conversion.showsBlank ? " " : ""
    let places = conversion.precision ?? 6
    let start = context.beginText()
    switch conversion.letter | 0x20 {
    case UInt8(ascii: "e"):
      context.scratch.append(
        exponential: number.magnitude, places: places, keepsPoint: conversion.isAlternate)
    case UInt8(ascii: "f"):
      context.scratch.append(
        fixed: number.magnitude, places: places, keepsPoint: conversion.isAlternate)
    default:
      context.scratch.append(
        general: number.magnitude, significant: places, keepsPoint: conversion.isAlternate)
    }
    let isUpper = conversion.letter < 0x60
    guard let digits = try context.endText(from: start).text else { return }
    append(prefix: prefix, to: &context.scratch, conversion, length: digits.count) {
      if isUpper { $0.append(uppercased: digits) } else { $0.append(digits) }
    }
  }

  /// Appends a number with its padding: blanks before the sign or zeros behind it.
  private func append(
    prefix: String, to buffer: inout ByteBuffer, _ conversion: Conversion, length: Int,
    _ write: (inout ByteBuffer) -> Void
  ) {
    let padding = conversion.width - prefix.utf8.count - length
    let usesZeros = conversion.padsWithZeros && !conversion.alignsLeft
    if !usesZeros, !conversion.alignsLeft { buffer.append(spaces: padding) }
    buffer.append(prefix)
    if usesZeros, padding > 0 { for _ in 0..<padding { buffer.append(UInt8(ascii: "0")) } }
    write(&buffer)
    if conversion.alignsLeft { buffer.append(spaces: padding) }
  }
}

extension RenderContext {
  fileprivate mutating func appendRepresentation(
    _ value: Value, toHTML isHTML: Bool
  ) throws(RenderFault) {
    guard isHTML else { return try append(representationOf: value) }
    let start = beginText()
    try append(representationOf: value)
    try appendHTML(try endText(from: start))
  }

  fileprivate mutating func appendCharacter(
    _ value: Value, toHTML isHTML: Bool
  ) throws(RenderFault) {
    if let text = value.text, text.scalarCount == 1 { return try append(value, toHTML: isHTML) }
    guard let scalar = value.int.flatMap(UInt32.init(exactly:)).flatMap(Unicode.Scalar.init) else {
      throw RenderFault(.wrongKind, value, "a character or the number of one")
    }
    let start = beginText()
    scratch.append(scalar)
    try append(try endText(from: start), toHTML: isHTML)
  }
}
