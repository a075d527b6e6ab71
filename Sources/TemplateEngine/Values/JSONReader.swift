/// Reads JSON (RFC 8259) into template values: maps keep their order, whole numbers are 64-bit.
///
/// Of equal keys the last value counts. Text must be UTF-8; a byte order mark is passed over.
package struct JSONReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0
  /// Elements and entries that wait for the end of their list or map.
  private var waiting: [Value] = []

  /// How deep lists and maps may be nested.
  private static let deepest = 200

  /// Reads `bytes`, which hold one value, into `arena`.
  package static func read(
    _ bytes: [UInt8], into arena: inout Arena
  ) throws(JSONError) -> Value {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.offset = 3 }
    let value = try reader.value(&arena)
    reader.skipSpace()
    if reader.offset < bytes.count { throw reader.error(.textBehindValue) }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

extension FrozenData {
  /// Reads JSON into values that outlive renders.
  package static func json(_ bytes: [UInt8]) throws(JSONError) -> FrozenData {
    var arena = Arena()
    let root = try JSONReader.read(bytes, into: &arena)
    return arena.frozen(root: root)
  }
}

// MARK: - Values

extension JSONReader {
  private mutating func value(_ arena: inout Arena) throws(JSONError) -> Value {
    skipSpace()
    guard let byte = current else { throw error(.endOfFile) }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      if depth > Self.deepest { throw error(.tooDeep) }
      defer { depth -= 1 }
      return byte == UInt8(ascii: "{") ? try map(&arena) : try list(&arena)
    case UInt8(ascii: "\""): return try string(&arena)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .true)
    case UInt8(ascii: "f"): return try word("false", .false)
    case UInt8(ascii: "n"): return try word("null", .none)
    default: throw error(.notAValue)
    }
  }

  private mutating func list(_ arena: inout Arena) throws(JSONError) -> Value {
    let first = waiting.count
    offset += 1
    if !skip(UInt8(ascii: "]")) {
      repeat { waiting.append(try value(&arena)) } while skip(UInt8(ascii: ","))
      guard skip(UInt8(ascii: "]")) else { throw error(.unclosedList) }
    }
    defer { waiting.removeSubrange(first...) }
    return try stored { () throws(RenderFault) in try arena.list(waiting[first...]) }
  }

  private mutating func map(_ arena: inout Arena) throws(JSONError) -> Value {
    let first = waiting.count
    offset += 1
    if !skip(UInt8(ascii: "}")) {
      repeat {
        skipSpace()
        guard current == UInt8(ascii: "\"") else { throw error(.notAKey) }
        waiting.append(try string(&arena))
        guard skip(UInt8(ascii: ":")) else { throw error(.missingColon) }
        waiting.append(try value(&arena))
      } while skip(UInt8(ascii: ","))
      guard skip(UInt8(ascii: "}")) else { throw error(.unclosedMap) }
    }
    defer { waiting.removeSubrange(first...) }
    let count = (waiting.count - first) / 2
    if count == 0 { return Value(kind: .map) }
    return try stored { () throws(RenderFault) in
      var builder = try MapBuilder(room: count, in: &arena)
      for index in 0..<count {
        builder.insert(waiting[first + 2 * index], waiting[first + 2 * index + 1])
      }
      return builder.map
    }
  }

  private mutating func word(_ word: String, _ value: Value) throws(JSONError) -> Value {
    guard bytes[offset...].starts(with: word.utf8) else { throw error(.notAValue) }
    offset += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONError) -> Value {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    let hasLeadingZero = current == UInt8(ascii: "0")
    let whole = skipDigits()
    guard whole > 0, whole == 1 || !hasLeadingZero else { throw error(.notANumber, from: start) }
    var isWhole = true
    if current == UInt8(ascii: ".") {
      isWhole = false
      offset += 1
      guard skipDigits() > 0 else { throw error(.notANumber, from: start) }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isWhole = false
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      guard skipDigits() > 0 else { throw error(.notANumber, from: start) }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole {
      guard let number = Int(text) else { throw error(.numberTooLarge, from: start) }
      return Value(number)
    }
    guard let number = Double(text), number.isFinite else {
      throw error(.numberTooLarge, from: start)
    }
    return Value(number)
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset - start
  }

  private func stored(
    _ make: () throws(RenderFault) -> Value
  ) throws(JSONError) -> Value {
    do {
      return try make()
    } catch {
      throw self.error(.tooLarge)
    }
  }
}

// MARK: - Text

extension JSONReader {
  private mutating func string(_ arena: inout Arena) throws(JSONError) -> Value {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    var copied = offset
    var flags: Value.Flags = [.clean, .ascii]
    while true {
      guard let byte = current else { throw error(.unclosedText, from: start) }
      switch byte {
      case UInt8(ascii: "\""):
        text += bytes[copied..<offset]
        offset += 1
        return try stored { () throws(RenderFault) in
          try arena.string(text.span, flags: flags)
        }
      case UInt8(ascii: "\\"):
        text += bytes[copied..<offset]
        // What an escape stands for is not looked at: the text is just not known to be clean.
        flags = []
        text += Array(String(try escape()).utf8)
        copied = offset
      case 0..<0x20: throw error(.controlCharacter)
      case 0x80...:
        flags.remove(.ascii)
        try skipScalar()
      default:
        if byte.isSpecialInHTML { flags.remove(.clean) }
        offset += 1
      }
    }
  }

  /// Passes over one scalar of several bytes, which must be well formed (RFC 3629).
  private mutating func skipScalar() throws(JSONError) {
    let lead = bytes[offset]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    let end = min(offset + length, bytes.count)
    guard String(validating: bytes[offset..<end], as: UTF8.self) != nil else {
      throw error(.notUTF8)
    }
    offset = end
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = offset
    offset += 2
    guard offset <= bytes.count else { throw error(.endOfFile) }
    switch bytes[offset - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw error(.unknownEscape, from: start)
    }
  }

  private mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let unit = try hexadecimal(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // A character beyond U+FFFF is written as two surrogates, high before low.
    guard unit < 0xDC00, bytes[offset...].starts(with: "\\u".utf8) else {
      throw error(.loneSurrogate, from: start)
    }
    offset += 2
    let low = try hexadecimal(from: start)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw error(.loneSurrogate, from: start) }
    return scalar
  }

  private mutating func hexadecimal(from start: Int) throws(JSONError) -> UInt32 {
    let digits = bytes[offset..<min(offset + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy(\.isHexadecimal),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error(.unknownEscape, from: start) }
    offset += 4
    return unit
  }
}

// MARK: - Bytes

extension JSONReader {
  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    offset += 1
    return true
  }

  private func error(_ reason: JSONError.Reason, from start: Int? = nil) -> JSONError {
    let start = start ?? offset
    return JSONError(reason: reason, range: start..<max(offset, min(start + 1, bytes.count)))
  }
}

extension UInt8 {
  fileprivate var isSpecialInHTML: Bool {
    switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  fileprivate var isHexadecimal: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
