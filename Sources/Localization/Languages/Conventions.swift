/// How an edition writes dates and numbers; nothing in it comes from the host.
package struct Conventions: Sendable {
  package var language: LanguageTag
  package var zone: Zone
  package var calendar: CalendarSystem
  package var secondCalendar: CalendarSystem?
  package var numerals: Numerals

  /// The usual conventions of `language`, with what the settings say otherwise.
  ///
  /// `fa` and `ps` imply persian, gregorian and arabext; every other language gregorian and latn.
  package init(
    language: LanguageTag, zone: Zone = .utc, calendar: CalendarSystem? = nil,
    secondCalendar: CalendarSystem? = nil, numerals: Numerals? = nil
  ) {
    self.language = language
    self.zone = zone
    self.calendar = calendar ?? .gregorian
    self.secondCalendar = secondCalendar
    self.numerals = numerals ?? .latn
  }
}
