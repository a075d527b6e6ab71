/// Names for the bytes that the syntax of templates and of HTML is made of.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let percent = UInt8(ascii: "%")
  static let hash = UInt8(ascii: "#")
  static let minus = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let dot = UInt8(ascii: ".")
  static let zero = UInt8(ascii: "0")
  static let underscore = UInt8(ascii: "_")
  static let backslash = UInt8(ascii: "\\")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backtick = UInt8(ascii: "`")
  static let lessThan = UInt8(ascii: "<")
  static let greaterThan = UInt8(ascii: ">")
  static let ampersand = UInt8(ascii: "&")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let question = UInt8(ascii: "?")
  static let equals = UInt8(ascii: "=")
  static let comma = UInt8(ascii: ",")
  static let bang = UInt8(ascii: "!")
  static let star = UInt8(ascii: "*")
  static let dollar = UInt8(ascii: "$")

  /// ASCII white space.
  var isSpace: Bool { self == .space || (self >= 0x09 && self <= 0x0D) }

  /// An ASCII digit.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// An ASCII digit or a letter from `a` to `f`.
  var isHexDigit: Bool { isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x66) }

  /// An ASCII letter.
  var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }

  /// A byte that a name starts with; every byte beyond ASCII counts as a letter.
  var isNameStart: Bool { isLetter || self == .underscore || self >= 0x80 }

  /// A byte inside a name.
  var isNamePart: Bool { isNameStart || isDigit }
}
