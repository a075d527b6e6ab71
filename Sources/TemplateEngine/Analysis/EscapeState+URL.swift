/// URLs in attributes.
extension EscapeState {
  /// The schemes that a value may bring in.
  static let safeSchemes: Set<String> = [
    "http", "https", "mailto", "tel", "sms", "geo", "ftp",
  ]

  /// Moves on over a byte of a URL.
  mutating func advanceURL(_ byte: UInt8) {
    switch url {
    case .start: advanceStart(byte)
    case .root where byte == .newline || byte == .carriageReturn || byte == 9: break
    case .root where byte == .slash || byte == .backslash: if !isDynamic { url = .path }
    case .root, .path: decide(byte, .path)
    case .query: if byte == .hash { url = .fragment }
    case .mixed: if byte == .hash { url = .fragment }
    case .code: advanceCode(byte)
    case .fragment: break
    }
  }

  /// Pictures as `data:` URLs are the one kind of them that values may be part of.
  private mutating func advanceCode(_ byte: UInt8) {
    guard word.hasPrefix("data"), word.utf8.count < 32 else { return }
    if byte == .semicolon || byte == .comma {
      let pictures = ["avif", "gif", "jpeg", "png", "webp"].map { "dataimage/\($0)" }
      guard pictures.contains(word) else { return }
      url = .path
      word = ""
    } else {
      word.unicodeScalars.append(UnicodeScalar(byte | (byte.isLetter ? 0x20 : 0)))
    }
  }

  private mutating func decide(_ byte: UInt8, _ otherwise: URLPart) {
    switch byte {
    case .question: url = .query
    case .hash: url = .fragment
    default: url = otherwise
    }
  }

  private mutating func advanceStart(_ byte: UInt8) {
    switch byte {
    case .slash, .backslash: url = word.isEmpty ? .root : .path
    case .question, .hash: decide(byte, .start)
    case .colon: url = schemeIsCode ? .code : .path
    case 0...0x20: break
    default:
      guard word.utf8.count < 32 else { return }
      word.unicodeScalars.append(UnicodeScalar(byte | (byte.isLetter ? 0x20 : 0)))
    }
    if url != .start {
      if url != .code {
        word = ""
        isDynamic = false
      }
    }
  }

  /// Whether what stands before the `:` runs code, or could because a value is part of it.
  private var schemeIsCode: Bool {
    isDynamic || Self.codeSchemes.contains(word)
  }

  /// The schemes that run code.
  static let codeSchemes: Set<String> = ["javascript", "vbscript", "livescript", "data"]
}
