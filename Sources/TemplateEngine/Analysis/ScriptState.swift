/// JavaScript, as far as it decides how a value has to be escaped.
extension ScriptState {
  mutating func advance(_ byte: UInt8) {
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

  mutating func advanceOverValue() {
    settleSlash()
    progress = 0
    isEscaped = false
    if place == .code {
      expectsOperand = false
      word = ""
    }
  }

  private mutating func endComment() {
    place = .code
    progress = 0
  }

  private mutating func advanceCode(_ byte: UInt8) {
    if progress == 1 {
      progress = 0
      if byte == .slash || byte == .star {
        place = byte == .slash ? .lineComment : .blockComment
        return
      }
      progress = 1
      settleSlash()
      if place != .code {
        advance(byte)
        return
      }
    }
    if byte.isNamePart || byte == .dollar {
      if word.utf8.count < 16 { word.unicodeScalars.append(UnicodeScalar(byte)) }
      expectsOperand = false
      return
    }
    if !word.isEmpty {
      expectsOperand = Self.wordsBeforeOperands.contains(word)
      word = ""
    }
    advanceSymbol(byte)
  }

  /// Takes a `/` that began no comment as a division or as the start of a regular expression.
  mutating func settleSlash() {
    guard place == .code, progress == 1 else { return }
    progress = 0
    if expectsOperand {
      place = .regex
    } else {
      expectsOperand = true
    }
  }

  private mutating func advanceSymbol(_ byte: UInt8) {
    switch byte {
    case .quote: open(.double)
    case .apostrophe: open(.single)
    case .backtick: open(.template)
    case .slash: progress = 1
    case .openBrace:
      if !templates.isEmpty { templates[templates.count - 1] &+= 1 }
      expectsOperand = true
    case .closeBrace: closeBrace()
    case UInt8(ascii: ")"), UInt8(ascii: "]"): expectsOperand = false
    default: if !byte.isSpace { expectsOperand = true }
    }
  }

  private mutating func open(_ string: Place) {
    place = string
    isEscaped = false
    progress = 0
  }

  private mutating func closeBrace() {
    expectsOperand = false
    guard let depth = templates.last else { return }
    if depth == 0 {
      templates.removeLast()
      open(.template)
    } else {
      templates[templates.count - 1] = depth - 1
    }
  }

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
      place = .code
      expectsOperand = false
    }
  }

  private mutating func advanceTemplate(_ byte: UInt8) {
    if byte == .backslash {
      isEscaped = true
      progress = 0
    } else if byte == .backtick {
      place = .code
      expectsOperand = false
      progress = 0
    } else if byte == .openBrace, progress == 1 {
      templates.append(0)
      place = .code
      expectsOperand = true
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
    case .slash where place == .regex, .newline:
      place = .code
      expectsOperand = false
    default: break
    }
  }

  /// Words behind which a `/` begins a regular expression.
  private static let wordsBeforeOperands: Set<String> = [
    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do",
    "instanceof", "yield", "await",
  ]
}

/// CSS, as far as it decides how a value has to be escaped.
extension StyleState {
  mutating func advance(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
      return
    }
    if byte == .backslash, place != .comment {
      isEscaped = true
      return
    }
    switch place {
    case .code: advanceCode(byte)
    case .double: if byte == .quote { place = .code }
    case .single: if byte == .apostrophe { place = .code }
    case .url: advanceURL(byte)
    case .urlDouble: if byte == .quote { place = .url }
    case .urlSingle: if byte == .apostrophe { place = .url }
    case .comment:
      if byte == .slash, progress == 1 {
        place = .code
        progress = 0
      } else {
        progress = byte == .star ? 1 : 0
      }
    }
  }

  private mutating func advanceURL(_ byte: UInt8) {
    switch byte {
    case .quote: place = .urlDouble
    case .apostrophe: place = .urlSingle
    case UInt8(ascii: ")"): place = .code
    default: break
    }
  }

  private mutating func advanceCode(_ byte: UInt8) {
    if byte == .star, progress == 1 {
      place = .comment
      progress = 0
      return
    }
    progress = byte == .slash ? 1 : 0
    switch byte {
    case .quote: place = .double
    case .apostrophe: place = .single
    case UInt8(ascii: "(") where ["url", "src", "image"].contains(word): place = .url
    default: break
    }
    if byte.isLetter {
      if word.utf8.count < 8 { word.unicodeScalars.append(UnicodeScalar(byte | 0x20)) }
    } else {
      word = ""
    }
  }
}
