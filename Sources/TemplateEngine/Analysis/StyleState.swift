/// Where in CSS a template stands.
struct StyleState: Hashable, Sendable {
  var place = Place.code
  var isEscaped = false
  var progress: UInt8 = 0
  var word = ""

  enum Place: UInt8, Sendable {
    case code, double, single, url, urlDouble, urlSingle, comment
  }
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
