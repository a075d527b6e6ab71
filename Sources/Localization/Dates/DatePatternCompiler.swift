/// Turns styles and patterns into steps; the names that they need come along.
struct DatePatternCompiler {
  let conventions: Conventions
  private let record: LanguageRecord
  private let names: DateNames
  private(set) var steps: [DateStep] = []
  private(set) var text: [UInt8] = []
  private(set) var nameEnds: [Int] = []
  /// Literals are gathered apart and joined to `text` when all names are known.
  private var literals: [UInt8] = []

  init(_ conventions: Conventions) {
    self.conventions = conventions
    record = LanguageRecord.orEnglish(conventions.language)
    names = DateNames(record, conventions.calendar)
  }

  /// Adds text that is written as it stands.
  mutating func add(literal bytes: some Sequence<UInt8>) {
    let first = literals.count
    literals.append(contentsOf: bytes)
    if let last = steps.last, case .literal = last.field, last.last == first {
      steps[steps.count - 1].last = literals.count
    } else {
      steps.append(DateStep(field: .literal, first: first, last: literals.count))
    }
  }

  /// Adds a number.
  mutating func add(
    _ number: DateStep.Number, width: Int = 1, padding: Padding = .zero, isASCII: Bool = false
  ) {
    steps.append(
      DateStep(field: .number(number), width: width, padding: padding, isASCII: isASCII))
  }

  /// Adds what needs no more than its kind.
  mutating func add(_ field: DateStep.Field, width: Int = 0) {
    steps.append(DateStep(field: field, width: width))
  }

  /// Adds a name out of a list, in the letters asked for.
  mutating func add(_ names: [String], _ list: DateStep.Names, _ letters: NameCase) {
    steps.append(DateStep(field: .name(list), first: nameEnds.count))
    for name in names {
      switch letters {
      case .written: text.append(contentsOf: name.utf8)
      case .upper: text.append(contentsOf: name.uppercased().utf8)
      case .lower: text.append(contentsOf: name.lowercased().utf8)
      }
      nameEnds.append(text.count)
    }
  }

  /// The letters of names.
  enum NameCase {
    case written, upper, lower
  }

  /// Joins the literals to the names; nothing may be added afterwards.
  mutating func finish() {
    let start = text.count
    text += literals
    for index in steps.indices {
      guard case .literal = steps[index].field else { continue }
      steps[index].first += start
      steps[index].last += start
    }
  }
}

// MARK: - CLDR patterns

extension DatePatternCompiler {
  /// Adds the language's own pattern of a style.
  mutating func compile(_ style: DateStyle) {
    add(cldr: record.patterns[style.index])
    finish()
  }

  /// Adds a pattern as CLDR writes it: runs of a letter are fields, quotes hold text.
  mutating func add(cldr pattern: String) {
    var rest = Substring(pattern.replacing("G ", with: "").replacing(" G", with: ""))
    while let first = rest.first {
      if first == "'" {
        let quoted = rest.dropFirst().prefix { $0 != "'" }
        add(literal: (quoted.isEmpty ? "'" : quoted).utf8)
        rest = rest.dropFirst(quoted.count + 2)
      } else if first.isASCII, first.isLetter {
        let run = rest.prefix { $0 == first }
        add(letter: first, count: run.count)
        rest = rest.dropFirst(run.count)
      } else {
        let run = rest.prefix { !($0.isASCII && $0.isLetter || $0 == "'") }
        add(literal: run.utf8)
        rest = rest.dropFirst(run.count)
      }
    }
  }

  private mutating func add(letter: Character, count: Int) {
    switch letter {
    case "y":
      add(.year)
      if let era { add(literal: era.utf8) }
    case "M", "L":
      switch count {
      case 1, 2: add(.month, width: count)
      case 3: add(names.shortMonths, .month, .written)
      default: add(letter == "L" ? names.standaloneMonths : names.months, .month, .written)
      }
    case "d": add(.day, width: count)
    case "E", "c": add(count > 3 ? names.weekdays : names.shortWeekdays, .weekday, .written)
    case "H", "k": add(.hour, width: count)
    case "h", "K": add(.hourOfHalf, width: count)
    case "m": add(.minute, width: count)
    case "s": add(.second, width: count)
    case "a", "b", "B": add(record.dayHalves, .dayHalf, .written)
    case "z": add(.zoneLabel)
    default: preconditionFailure("the table has no pattern with '\(letter)'")
    }
  }

  /// What follows a Hijri year where it could be taken for another calendar's.
  private var era: String? {
    guard conventions.calendar == .islamicUmalqura || conventions.calendar == .islamicCivil else {
      return nil
    }
    return ["ar": " هـ", "en": " AH", "id": " H", "ms": " H"][conventions.language.language]
  }
}

// MARK: - strftime patterns

extension DatePatternCompiler {
  /// Adds a strftime pattern.
  mutating func compile(pattern: String) throws(DatePatternProblem) {
    let bytes = Array(pattern.utf8)
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%") {
        try add(try StrftimeDirective(bytes, &place))
      } else {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "%")) ?? bytes.count
        add(literal: bytes[place..<end])
        place = end
      }
    }
    finish()
  }

  private mutating func add(_ directive: StrftimeDirective) throws(DatePatternProblem) {
    if add(name: directive) || add(number: directive) || add(whole: directive) { return }
    throw directive.problem
  }

  private mutating func add(name directive: StrftimeDirective) -> Bool {
    let letters = directive.isUpper ? NameCase.upper : .written
    switch directive.letter {
    case "A": add(names.weekdays, .weekday, letters)
    case "a": add(names.shortWeekdays, .weekday, letters)
    case "B": add(names.months, .month, letters)
    case "b", "h": add(names.shortMonths, .month, letters)
    case "p": add(record.dayHalves, .dayHalf, letters)
    case "P": add(record.dayHalves, .dayHalf, .lower)
    default: return false
    }
    return true
  }

  private mutating func add(number directive: StrftimeDirective) -> Bool {
    guard let entry = StrftimeDirective.numbers[directive.letter] else { return false }
    let flag = directive.padding
    add(
      entry.number, width: flag == .none ? 1 : entry.width,
      padding: flag == .space ? .space : flag == .zero ? .zero : entry.padding,
      isASCII: "GgV".unicodeScalars.contains(directive.letter))
    return true
  }

  private mutating func add(whole directive: StrftimeDirective) -> Bool {
    switch directive.letter {
    case "%": add(literal: "%".utf8)
    case "n": add(literal: "\n".utf8)
    case "t": add(literal: "\t".utf8)
    case "F": add(.isoDate)
    case "s": add(.epoch)
    case "z": add(.offset, width: directive.hasColon ? 1 : 0)
    case "Z": add(.zoneLabel)
    case "c": add(cldr: record.patterns[DateStyle.full.index])
    case "x": add(cldr: record.patterns[DateStyle.short.index])
    case "X": add(cldr: record.patterns[DateStyle.time.index])
    case "D": add(cldr: "MM/dd/y")
    case "R": add(cldr: "HH:mm")
    case "T": add(cldr: "HH:mm:ss")
    case "r": add(cldr: "hh:mm:ss a")
    default: return false
    }
    return true
  }
}
