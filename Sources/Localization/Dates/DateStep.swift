/// One part of a compiled date pattern.
struct DateStep: Sendable {
  /// What is written.
  enum Field: Sendable {
    /// `text[first ..< last]`
    case literal
    /// One of the names from number `first` on.
    case name(Names)
    case number(Number)
    case zoneLabel
    /// `+0700`, with a colon when `width` is 1.
    case offset
    case isoDate
    case epoch
  }

  /// Lists of names.
  enum Names: Sendable {
    case month, weekday, dayHalf
  }

  /// Numbers of a date and its clock.
  enum Number: Sendable {
    case year, century, yearOfCentury, month, day, hour, hourOfHalf, minute, second
    case dayOfYear, weekdayFromMonday, weekdayFromSunday, weekFromSunday, weekFromMonday
    case isoWeek, isoYear, isoYearOfCentury
  }

  var field: Field
  var first = 0
  var last = 0
  var width = 1
  var padding = Padding.zero
  /// Whether the number is for programs.
  var isASCII = false
}

/// What stands before a number that is shorter than its width.
enum Padding: Sendable {
  case zero, space
}
