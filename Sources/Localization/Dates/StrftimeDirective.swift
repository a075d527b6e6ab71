/// A `%` with its flags and letter: `%-d`, `%^B`, `%:z`.
struct StrftimeDirective {
  /// How a number is padded.
  enum Flag {
    case asUsual, none, space, zero
  }

  private(set) var letter: Unicode.Scalar = "%"
  private(set) var padding = Flag.asUsual
  private(set) var isUpper = false
  private(set) var hasColon = false
  private let range: Range<Int>
  private let text: String

  /// Reads the directive at `place`, which holds a `%`, and moves on behind it.
  init(_ bytes: [UInt8], _ place: inout Int) throws(DatePatternProblem) {
    let start = place
    place += 1
    flags: while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "-"): padding = .none
      case UInt8(ascii: "_"): padding = .space
      case UInt8(ascii: "0"): padding = .zero
      case UInt8(ascii: "^"): isUpper = true
      case UInt8(ascii: ":"): hasColon = true
      case UInt8(ascii: "E"), UInt8(ascii: "O"): break
      default: break flags
      }
      place += 1
    }
    guard place < bytes.count else {
      throw DatePatternProblem(kind: .unfinishedDirective, range: start..<bytes.count)
    }
    place += 1
    while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
    range = start..<place
    text = String(decoding: bytes[range], as: UTF8.self)
    letter = text.unicodeScalars.last ?? "%"
  }

  /// What to say when the letter means nothing.
  var problem: DatePatternProblem {
    DatePatternProblem(kind: .unknownDirective(text), range: range)
  }

  /// The directives that print a number, with their usual width.
  static let numbers: [Unicode.Scalar: (number: DateStep.Number, width: Int, padding: Padding)] = [
    "Y": (.year, 1, .zero), "C": (.century, 2, .zero), "y": (.yearOfCentury, 2, .zero),
    "m": (.month, 2, .zero), "d": (.day, 2, .zero), "e": (.day, 2, .space),
    "H": (.hour, 2, .zero), "k": (.hour, 2, .space), "I": (.hourOfHalf, 2, .zero),
    "l": (.hourOfHalf, 2, .space), "M": (.minute, 2, .zero), "S": (.second, 2, .zero),
    "j": (.dayOfYear, 3, .zero), "u": (.weekdayFromMonday, 1, .zero),
    "w": (.weekdayFromSunday, 1, .zero), "U": (.weekFromSunday, 2, .zero),
    "W": (.weekFromMonday, 2, .zero), "V": (.isoWeek, 2, .zero), "G": (.isoYear, 4, .zero),
    "g": (.isoYearOfCentury, 2, .zero),
  ]
}

/// What is wrong with a date pattern, and where in its UTF-8 bytes.
package struct DatePatternProblem: Error, Hashable, Sendable {
  /// What the matter is.
  package enum Kind: Hashable, Sendable {
    /// A `%` followed by a letter that means nothing; the payload is the whole directive.
    case unknownDirective(String)
    /// A `%` without a letter at the end.
    case unfinishedDirective
  }
  /// What the matter is.
  package var kind: Kind
  /// UTF-8 offsets in the pattern.
  package var range: Range<Int>

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
