internal import Bytes
internal import FrontMatter
internal import Localization

extension SchemaReader {
  /// A moment: a day, or a day and a time, with or without an offset.
  ///
  /// Without an offset it is a time on the clocks of the edition; a day alone begins at 00:00.
  mutating func timestamp(_ value: SchemaValue) -> Located<Timestamp>? {
    guard expect(.text, value) else { return nil }
    let outcome = tree.withText(of: value.node) { span in
      Result { () throws(TimeText.Problem) in try TimeText.parse(span) }
    }
    switch outcome {
    case .failure(let problem): return timestamp(value, after: problem)
    case .success(let time):
      if let hint = DateHint.ofYear(time) {
        noteForm(hint, at: value)
        return nil
      }
      return resolve(time, at: value)
    }
  }

  /// The second attempt: without the white space around it, else what was meant.
  private mutating func timestamp(
    _ value: SchemaValue, after problem: TimeText.Problem
  ) -> Located<Timestamp>? {
    guard let word = word(value)?.value else { return nil }
    let key = name(of: value)
    switch problem {
    case .form:
      if let time = try? TimeText.parse(word) { return resolve(time, at: value) }
      noteForm(DateHint(for: word), at: value)
    case .noSuchDay(let year, let month, let day):
      if let hint = DateHint.persian(year: year, month: month, day: day, in: word) {
        noteForm(hint, at: value)
      } else {
        let fault = SchemaProblem.DateFault.noSuchDay(year: year, month: month, day: day)
        note(.time(.date(key: key, value: word, fault)), at: value)
      }
    case .noSuchTime:
      let suggestion = DateHint.midnight(in: word)
      note(
        .time(.date(key: key, value: word, .noSuchTime(suggestion: suggestion))), at: value,
        replacement: suggestion)
    case .noSuchOffset: note(.time(.date(key: key, value: word, .noSuchOffset)), at: value)
    }
    return nil
  }

  private mutating func noteForm(_ hint: DateHint, at value: SchemaValue) {
    let word = tree.text(of: value.node)
    note(
      .time(
        .date(
          key: name(of: value), value: word,
          .form(suggestion: hint.suggestion, reason: hint.reason))),
      at: value, replacement: hint.suggestion)
  }
}

// MARK: - Zones

extension SchemaReader {
  private mutating func resolve(_ time: TimeText, at value: SchemaValue) -> Located<Timestamp>? {
    if case .instant(let instant, let offset) = time {
      return located(instant, offset: offset, at: value)
    }
    guard let zone = context.zone else {
      note(.time(.zoneRequired), at: value)
      return nil
    }
    let resolution = time.resolve(in: zone)
    let instant = resolution.instant
    switch (resolution, time) {
    case (.gap, .local):
      // The instant is that of a clock that was not set forward: it shows what was meant.
      let suggestion = Self.text(of: zone.local(at: instant))
      let fault = SchemaProblem.DateFault.gap(zone: zone.identifier, suggestion: suggestion)
      note(
        .time(.date(key: name(of: value), value: tree.text(of: value.node), fault)), at: value,
        replacement: suggestion)
      return nil
    case (.fold(let earlier, let later), .local):
      let fault = SchemaProblem.DateFault.fold(
        zone: zone.identifier, earlier: Self.text(of: earlier, in: zone),
        later: Self.text(of: later, in: zone))
      warn(
        .time(.date(key: name(of: value), value: tree.text(of: value.node), fault)),
        at: tree.range(of: value.node))
    default: break
    }
    return located(instant, offset: zone.offset(at: instant), at: value)
  }

  private func located(_ instant: Instant, offset: Int, at value: SchemaValue) -> Located<Timestamp>
  {
    let timestamp = Timestamp(seconds: instant.seconds, offsetMinutes: Int16(offset / 60))
    return Located(timestamp, at: range(of: value))
  }

  /// A local time as `2024-09-19 10:41`.
  private static func text(of local: LocalTime) -> String {
    var buffer = ByteBuffer(capacity: 32)
    buffer.append(isoDate: local.date)
    buffer.append(" ")
    buffer.append(decimal: local.hour, width: 2)
    buffer.append(":")
    buffer.append(decimal: local.minute, width: 2)
    return buffer.string()
  }

  /// An instant as `2024-09-19T10:41:00+07:00`.
  private static func text(of instant: Instant, in zone: Zone) -> String {
    var buffer = ByteBuffer(capacity: 32)
    buffer.append(rfc3339: instant, offset: zone.offset(at: instant))
    return buffer.string()
  }
}
