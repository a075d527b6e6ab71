/// How an edition writes dates and numbers; nothing in it comes from the host.
package struct Conventions: Sendable {
  /// Whose names and patterns are used.
  package var language: LanguageTag
  /// Where the edition's clocks stand.
  package var zone: Zone
  /// The calendar of dates and archives.
  package var calendar: CalendarSystem
  /// The calendar shown beside the first, if any.
  package var secondCalendar: CalendarSystem?
  /// The digits of dates and numbers.
  package var numerals: Numerals

  /// The usual conventions of `language`, with what the settings say otherwise.
  ///
  /// Persian (in Iran and Afghanistan) and Pashto imply persian, gregorian and arabext; every
  /// other language gregorian, none and latn. A second calendar is implied by persian only.
  package init(
    language: LanguageTag, zone: Zone = .utc, calendar: CalendarSystem? = nil,
    secondCalendar: CalendarSystem? = nil, numerals: Numerals? = nil
  ) {
    let isPersian = ["fa", "ps", "prs", "pes"].contains(language.language)
    self.language = language
    self.zone = zone
    self.calendar = calendar ?? (isPersian ? .persian : .gregorian)
    self.secondCalendar = secondCalendar ?? (self.calendar == .persian ? .gregorian : nil)
    self.numerals = numerals ?? (isPersian ? .arabext : .latn)
  }
}
