/// The Umm al-Qura calendar of Saudi Arabia, a table of month lengths.
enum UmalquraCalendar {
  /// The years that the table has; before and after, the arithmetic calendar stands in.
  static let years = 1300...1600
}
