/// Makes the ids of a text's headings, each of them once.
struct HeadingIDs {
  private let reserved: Set<String>
  private var taken: Set<String> = []
  private var counts: [String: Int] = [:]

  init(reserved: Set<String>) {
    self.reserved = reserved
  }

  /// The id of a heading that says `title`: letters, marks and digits of any script, joined by `-`.
  mutating func claim(_ title: String) -> String {
    let wanted = Self.slug(of: title)
    if take(wanted) { return wanted }
    var number = counts[wanted, default: 1]
    while true {
      number += 1
      let candidate = "\(wanted)-\(number)"
      if take(candidate) {
        counts[wanted] = number
        return candidate
      }
    }
  }

  private mutating func take(_ id: String) -> Bool {
    !reserved.contains(id) && taken.insert(id).inserted
  }

  /// The form of an id, at most 120 bytes; `section` when nothing of `title` can be in one.
  static func slug(of title: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(title.utf8.count)
    var needsHyphen = false
    for scalar in title.unicodeScalars {
      switch fate(of: scalar) {
      case .dropped: continue
      case .separator: needsHyphen = true
      case .kept:
        let length = slug.count
        if needsHyphen, length > 0 { slug.append(UInt8(ascii: "-")) }
        append(lowercase: scalar, to: &slug)
        needsHyphen = false
        guard slug.count <= 120 else {
          slug.removeSubrange(length...)
          return String(decoding: slug, as: UTF8.self)
        }
      }
    }
    return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
  }

  private static func append(lowercase scalar: Unicode.Scalar, to slug: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A: slug.append(UInt8(scalar.value) | 0x20)
    case 0x00...0x7F: slug.append(UInt8(scalar.value))
    default: slug += scalar.properties.lowercaseMapping.utf8
    }
  }

  private enum Fate {
    case kept
    case dropped
    case separator
  }

  private static func fate(of scalar: Unicode.Scalar) -> Fate {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .kept
    case 0x00...0x7F, 0x200C: return .separator
    // Tatweel, harakat, ZWJ, marks of direction: they change the look, not the word.
    case 0x0640, 0x064B...0x065F, 0x0670, 0x061C, 0x200D...0x200F, 0x202A...0x202E,
      0x2066...0x2069, 0xFE0E, 0xFE0F, 0x00AD, 0x27, 0x2019:
      return .dropped
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return .kept
    default: return .separator
    }
  }
}
