internal import Bytes
internal import Localization

/// What somebody meant who wrote a date in another form than the one read here.
struct DateHint {
  /// The same moment in the right form, where it can be told.
  var suggestion: String?
  var reason: SchemaProblem.FormReason
}

extension DateHint {
  /// The hint for `text`, which is no date in the right form.
  init(for text: String) {
    let ascii = Self.asciiDigits(text)
    let hadOtherDigits = ascii != text
    if Self.isRelative(text) {
      self.init(suggestion: nil, reason: .relative)
    } else if hadOtherDigits, let persian = Self.persian(in: ascii) {
      self = persian
    } else if let hint = Self.numeric(ascii) ?? Self.named(ascii) ?? Self.unixTime(ascii) {
      self = hint
      if hadOtherDigits { reason = .digits }
    } else if hadOtherDigits, (try? TimeText.parse(ascii)) != nil {
      self.init(suggestion: ascii, reason: .digits)
    } else {
      self.init(suggestion: nil, reason: .unknown)
    }
  }

  /// A hint for a date in the right form whose year is one of the Persian calendar.
  static func ofYear(_ time: TimeText) -> DateHint? {
    let date: CivilDate
    var clock = ""
    switch time {
    case .instant: return nil
    case .day(let day): date = day
    case .local(let local):
      date = local.date
      clock = Self.clock(local.hour, local.minute)
    }
    guard (1200...1500).contains(date.year) else { return nil }
    let day = CalendarDay(year: date.year, month: date.month, day: date.day)
    let civil = CalendarSystem.persian.civilDate(of: day)
    return DateHint(suggestion: civil.map { Self.text(of: $0) + clock }, reason: .persian)
  }

  /// A hint for `1403-06-31`, which is a day of the Persian calendar only.
  static func persian(year: Int, month: Int, day: Int, in text: String) -> DateHint? {
    guard (1200...1500).contains(year),
      let date = CalendarSystem.persian.civilDate(
        of: CalendarDay(year: year, month: month, day: day))
    else { return nil }
    return DateHint(
      suggestion: Self.text(of: date) + String(text.dropFirst(10)), reason: .persian)
  }

  /// The next day's 00:00 for `2024-09-19 24:00`.
  static func midnight(in text: String) -> String? {
    let parts = text.split { $0 == " " || $0 == "T" }
    guard parts.count == 2, parts[1] == "24:00" || parts[1] == "24:00:00",
      case .day(let date)? = try? TimeText.parse(String(parts[0]))
    else { return nil }
    return Self.text(of: CivilDate(daysSinceEpoch: date.daysSinceEpoch + 1)) + " 00:00"
  }
}

// MARK: - Forms

extension DateHint {
  private static func isRelative(_ text: String) -> Bool {
    ["now", "today", "yesterday", "tomorrow", "sekarang", "hari ini", "kemarin"]
      .contains(text.lowercased())
  }

  /// `۱۴۰۳-۰۶-۲۹` or `۱۴۰۳/۶/۲۹ ۱۰:۴۱`, with its digits in ASCII already.
  private static func persian(in text: String) -> DateHint? {
    let numbers = numbers(in: text)
    guard numbers.count >= 3, (1200...1500).contains(numbers[0]),
      let date = CalendarSystem.persian.civilDate(
        of: CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]))
    else { return nil }
    return DateHint(
      suggestion: self.text(of: date) + clock(after: 3, in: numbers), reason: .persian)
  }

  /// Three numbers with any separators, perhaps a time after them.
  private static func numeric(_ text: String) -> DateHint? {
    let tail = zoneTail(of: text)
    let numbers = numbers(in: tail.rest)
    guard numbers.count >= 3, numbers.count <= 6, !hasLetters(tail.rest) else { return nil }
    let clock = clock(after: 3, in: numbers, isAfternoon: tail.isAfternoon)
    guard let (date, reason) = order(numbers, in: tail.rest) else { return nil }
    var found = DateHint(suggestion: self.text(of: date) + clock, reason: reason)
    if case .ambiguous(let other) = reason { found.reason = .ambiguous(other: other + clock) }
    if tail.isAfternoon != nil { found.reason = .halfDay }
    if let offset = tail.offset { found.suggestion? += offset }
    if let zone = tail.zone { found.reason = .zoneName(zone) }
    return found
  }

  /// Which of three numbers is the day.
  private static func order(
    _ numbers: [Int], in text: String
  ) -> (CivilDate, SchemaProblem.FormReason)? {
    if numbers[0] > 31 {
      guard let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
        return nil
      }
      let hasDot = text.split(separator: " ").dropFirst().contains { $0.contains(".") }
      if text.hasPrefix(self.text(of: date)) { return (date, hasDot ? .timeWithDot : .missingZero) }
      return (date, text.contains("/") || text.contains(".") ? .separators : .missingZero)
    }
    guard numbers[2] > 31 else { return nil }
    let dayFirst = CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
    let monthFirst = CivilDate(year: numbers[2], month: numbers[0], day: numbers[1])
    switch (dayFirst, monthFirst) {
    case (let date?, let other?) where date != other:
      return (date, .ambiguous(other: self.text(of: other)))
    case (let date?, _), (nil, let date?): return (date, .dayFirst)
    case (nil, nil): return nil
    }
  }

  /// `Sep 19, 2024 10:41 Asia/Jakarta`, `19 Agustus 2024`.
  private static func named(_ text: String) -> DateHint? {
    let tail = zoneTail(of: text)
    let words = tail.rest.split { !$0.isLetter }.map { $0.lowercased() }
    guard let month = words.compactMap(self.month).first else { return nil }
    let numbers = numbers(in: tail.rest)
    guard numbers.count >= 2, let yearPlace = numbers.firstIndex(where: { $0 > 31 }), yearPlace < 2,
      let date = CivilDate(year: numbers[yearPlace], month: month, day: numbers[1 - yearPlace])
    else { return nil }
    var suggestion = self.text(of: date)
    suggestion += clock(after: 2, in: numbers, isAfternoon: tail.isAfternoon)
    return DateHint(suggestion: suggestion + (tail.offset ?? ""), reason: .monthName)
  }

  private static func unixTime(_ text: String) -> DateHint? {
    guard (9...13).contains(text.utf8.count), let number = Int64(text) else { return nil }
    let seconds = text.utf8.count > 11 ? number / 1000 : number
    var buffer = ByteBuffer(capacity: 32)
    buffer.append(rfc3339: Instant(seconds: seconds), offset: 0)
    return DateHint(suggestion: buffer.string(), reason: .unixTime)
  }

  /// The first three letters of English and Indonesian names of months.
  private static func month(_ word: String) -> Int? {
    let names: [[String]] = [
      ["jan"], ["feb"], ["mar"], ["apr"], ["may", "mei"], ["jun"], ["jul"], ["aug", "agu", "ags"],
      ["sep"], ["oct", "okt"], ["nov", "nop"], ["dec", "des"],
    ]
    return names.firstIndex { $0.contains(String(word.prefix(3))) }.map { $0 + 1 }
  }
}
