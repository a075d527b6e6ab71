/// Character references in attribute values (`&#106;`, `&colon;`).
enum HTMLReferences {
  /// `text` with numeric references and the named ones that matter in URLs undone.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var output = ""
    var rest = Substring(text)
    while let ampersand = rest.firstIndex(of: "&") {
      output += rest[..<ampersand]
      rest = rest[ampersand...]
      if let (scalar, length) = reference(rest) {
        output.unicodeScalars.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        output += "&"
        rest = rest.dropFirst()
      }
    }
    return output + rest
  }

  private static func reference(_ text: Substring) -> (Unicode.Scalar, length: Int)? {
    let body = text.dropFirst()
    if body.first == "#" { return numeric(body.dropFirst()) }
    let name = body.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard body.dropFirst(name.count).first == ";", let scalar = named[String(name)] else {
      return nil
    }
    return (scalar, name.count + 2)
  }

  /// The code point of the numeric reference whose `&#` ends before `body`; none when it is none.
  static func code(_ body: Substring) -> UInt32? {
    let isHex = body.first == "x" || body.first == "X"
    let digits = (isHex ? body.dropFirst() : body).prefix { $0.isASCII && $0.isHexDigit }
    return UInt32(digits, radix: isHex ? 16 : 10)
  }

  private static func numeric(_ body: Substring) -> (Unicode.Scalar, length: Int)? {
    let isHex = body.first == "x" || body.first == "X"
    let digits = (isHex ? body.dropFirst() : body).prefix { $0.isASCII && $0.isHexDigit }
    guard let value = UInt32(digits, radix: isHex ? 16 : 10) else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    let end = (isHex ? body.dropFirst() : body).dropFirst(digits.count).first == ";" ? 1 : 0
    return (scalar ?? "\u{FFFD}", 2 + (isHex ? 1 : 0) + digits.count + end)
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"",
    "QUOT": "\"", "apos": "'", "colon": ":", "sol": "/", "bsol": "\\", "Tab": "\t",
    "NewLine": "\n", "nbsp": "\u{A0}", "num": "#", "quest": "?", "period": ".", "lpar": "(",
    "rpar": ")", "equals": "=", "percnt": "%", "commat": "@", "plus": "+", "hyphen": "\u{2010}",
    "shy": "\u{AD}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
  ]
}
