/// Where in JavaScript or JSON a template stands.
///
/// Whether a `/` divides or begins a regular expression cannot always be told without a parser of
/// JavaScript. Where it cannot, both readings are followed until they agree again.
struct ScriptState: Hashable, Sendable {
  var place = Place.code
  /// What a `/` is here.
  var slash = Slash.regex
  /// What a `/` is behind the end of each `(` that is open.
  var parentheses: [Slash] = []
  /// The braces open in each `${…}` that we are in.
  var templates: [UInt8] = []
  var isEscaped = false
  /// Whether the last byte may begin or end a comment.
  var progress: UInt8 = 0
  /// The word that is being read.
  var word = ""
  /// What was read just before, as far as it tells what a `/` is.
  var before = Before()
  /// The other readings, when a `/` could be two things.
  var others: [ScriptState] = []
  /// Whether this reading cannot be right: a string or regular expression was never closed.
  var isBroken = false
  /// Whether there were more readings than are followed.
  var isLost = false

  enum Place: UInt8, Sendable {
    case code, double, single, template, regex, regexClass, lineComment, blockComment
  }

  enum Slash: UInt8, Sendable {
    case regex, division, either
  }

  struct Before: Hashable, Sendable {
    /// The last word, if nothing but white space stands behind it.
    var word = ""
    /// How many dots stand before the word that is being read, or would be.
    var dots = 0
    /// The `+` or `-` that stands directly before.
    var sign: UInt8 = 0
    /// How much of `<!--` has been seen.
    var comment = 0
  }

  /// Whether a value could be two things here.
  var isAmbiguous: Bool { isLost || others.contains { $0.place != place } }
}

// MARK: - Moving on

extension ScriptState {
  mutating func advance(_ byte: UInt8) {
    if byte != .slash, byte != .star { settleSlash() }
    advanceAlone(byte)
    guard !others.isEmpty else {
      isBroken = false
      return
    }
    for index in others.indices { others[index].advanceAlone(byte) }
    keepReadings([self] + others)
  }

  mutating func advanceOverValue() {
    settleSlash()
    moveOverValue()
    for index in others.indices { others[index].moveOverValue() }
  }

  private mutating func moveOverValue() {
    progress = 0
    isEscaped = false
    if place == .code {
      slash = .division
      word = ""
      before = Before()
    }
  }

  /// Takes a `/` that began no comment as a division, as the start of a regular expression, or as
  /// both.
  mutating func settleSlash() {
    guard ([self] + others).contains(where: \.isBehindSlash) else { return }
    keepReadings(([self] + others).flatMap(\.settled))
  }

  private var isBehindSlash: Bool { place == .code && progress == 1 }

  private var settled: [ScriptState] {
    guard isBehindSlash else { return [self] }
    var division = self
    division.progress = 0
    division.slash = .regex
    var regex = division
    regex.place = .regex
    switch slash {
    case .regex: return [regex]
    case .division: return [division]
    case .either: return [division, regex]
    }
  }

  /// Forgets readings that cannot be right and those that have become the same.
  private mutating func keepReadings(_ readings: [ScriptState]) {
    let wasLost = isLost
    var different: [ScriptState] = []
    for var reading in readings {
      reading.others = []
      reading.isLost = false
      if !reading.isBroken, !different.contains(reading) { different.append(reading) }
    }
    self = different.first ?? ScriptState()
    others = Array(different.dropFirst().prefix(Self.mostReadings))
    isLost = wasLost || different.count - 1 > others.count
  }

  private static let mostReadings = 8

  private mutating func advanceAlone(_ byte: UInt8) {
    switch place {
    case .code: advanceCode(byte)
    case .double, .single, .template: advanceString(byte)
    case .regex, .regexClass: advanceRegex(byte)
    case .lineComment: if byte == .newline || byte == .carriageReturn { endComment() }
    case .blockComment:
      if byte == .slash, progress == 1 {
        endComment()
      } else {
        progress = byte == .star ? 1 : 0
      }
    }
  }

  private mutating func endComment() {
    place = .code
    progress = 0
  }

  // MARK: Code

  private mutating func advanceCode(_ byte: UInt8) {
    if progress == 1, byte == .slash || byte == .star {
      place = byte == .slash ? .lineComment : .blockComment
      progress = 0
    } else if byte.isNamePart || byte == .dollar {
      if word.utf8.count < 16 { word.unicodeScalars.append(UnicodeScalar(byte)) }
      slash = .division
    } else {
      endWord()
      if byte.isSpace {
        before.sign = 0
        before.comment = 0
      } else {
        advanceSymbol(byte)
      }
    }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    slash =
      before.dots == 1
      ? .division
      : Self.wordsBeforeOperands.contains(word)
        ? .regex : Self.wordsOfBothKinds.contains(word) ? .either : .division
    before = Before(word: before.dots == 1 ? "" : word)
    word = ""
  }

  private mutating func advanceSymbol(_ byte: UInt8) {
    let last = before
    before = Before()
    switch byte {
    case .quote: open(.double)
    case .apostrophe: open(.single)
    case .backtick: open(.template)
    case .slash: progress = 1
    case .openBrace:
      if !templates.isEmpty { templates[templates.count - 1] &+= 1 }
      slash = .regex
    case .closeBrace: closeBrace()
    case UInt8(ascii: "("): openParenthesis(behind: last.word)
    case UInt8(ascii: ")"): slash = parentheses.popLast() ?? .either
    case UInt8(ascii: "]"): slash = .division
    case .dot:
      before.dots = last.dots + 1
      slash = .regex
    case .plus, .minus: advanceSign(byte, behind: last)
    case .lessThan: begin(comment: 1)
    case .bang where last.comment == 1: begin(comment: 2)
    default: slash = .regex
    }
  }

  private mutating func openParenthesis(behind word: String) {
    switch word {
    case "if", "while", "for", "with": parentheses.append(.regex)
    case "await": parentheses.append(.either)
    default: parentheses.append(.division)
    }
    slash = .regex
  }

  /// `i++ / 2` and `++/a/.lastIndex` are told apart by what stands further away.
  private mutating func advanceSign(_ byte: UInt8, behind last: Before) {
    slash = last.sign == byte ? .either : .regex
    if last.sign != byte { before.sign = byte }
    guard byte == .minus, last.comment >= 2 else { return }
    before.comment = last.comment + 1
    // `<!--` begins a comment to the end of the line.
    if before.comment == 4 { place = .lineComment }
  }

  private mutating func begin(comment length: Int) {
    before.comment = length
    slash = .regex
  }

  private mutating func open(_ string: Place) {
    place = string
    isEscaped = false
    progress = 0
  }

  private mutating func closeBrace() {
    slash = .either
    guard let depth = templates.last else { return }
    if depth == 0 {
      templates.removeLast()
      open(.template)
    } else {
      templates[templates.count - 1] = depth - 1
    }
  }

  // MARK: Strings

  private mutating func advanceString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
      return
    }
    if place == .template {
      advanceTemplate(byte)
      return
    }
    let end: UInt8 = place == .double ? .quote : .apostrophe
    if byte == .backslash {
      isEscaped = true
    } else if byte == end || byte == .newline {
      if byte == .newline { isBroken = true }
      place = .code
      slash = .division
    }
  }

  private mutating func advanceTemplate(_ byte: UInt8) {
    if byte == .backslash {
      isEscaped = true
      progress = 0
    } else if byte == .backtick {
      place = .code
      slash = .division
      progress = 0
    } else if byte == .openBrace, progress == 1 {
      templates.append(0)
      place = .code
      slash = .regex
      progress = 0
    } else {
      progress = byte == .dollar ? 1 : 0
    }
  }

  private mutating func advanceRegex(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
      return
    }
    switch byte {
    case .backslash: isEscaped = true
    case UInt8(ascii: "["): place = .regexClass
    case UInt8(ascii: "]"): place = .regex
    case .slash where place == .regex: endRegex()
    case .newline:
      isBroken = true
      endRegex()
    default: break
    }
  }

  private mutating func endRegex() {
    place = .code
    slash = .division
  }

  /// Words behind which a `/` begins a regular expression.
  private static let wordsBeforeOperands: Set<String> = [
    "return", "typeof", "case", "in", "delete", "void", "throw", "new", "else", "do", "instanceof",
  ]

  /// Words that are names in some places.
  private static let wordsOfBothKinds: Set<String> = ["of", "yield", "await"]
}
