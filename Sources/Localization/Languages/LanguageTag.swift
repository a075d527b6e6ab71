/// A BCP 47 language tag: `id`, `fa-AF`, `zh-Hant-TW`.
package struct LanguageTag: Hashable, Sendable {
  /// The tag in its canonical case.
  package let tag: String
  /// The primary language, in small letters.
  package let language: String
  /// The script, as `Hant`, if it is written.
  package let script: String?
  /// The region, as `TW` or `419`, if it is written.
  package let region: String?

  /// Reads a well-formed tag in any case, or nothing (`id_ID`, `indonesian-`, empty text).
  ///
  /// The grammar is that of RFC 5646, section 2.1, without the grandfathered tags.
  package init?(_ text: String) {
    var reader = SubtagReader(text)
    guard let parts = reader.read() else { return nil }
    tag = parts.all.joined(separator: "-")
    language = parts.all[0]
    script = parts.script
    region = parts.region
  }
}

/// Reads the subtags of a language tag from left to right and gives each its usual case.
private struct SubtagReader {
  struct Parts {
    var all: [String]
    var script: String?
    var region: String?
  }

  private var subtags: [Substring]
  private var place = 0

  init(_ text: String) {
    subtags = text.split(separator: "-", omittingEmptySubsequences: false)
  }

  mutating func read() -> Parts? {
    let isSound = subtags.allSatisfy { subtag in
      (1...8).contains(subtag.utf8.count) && subtag.utf8.allSatisfy { $0.isLetter || $0.isDigit }
    }
    guard isSound, let language = take({ (2...8).contains($0.count) && $0.allSatisfy(\.isLetter) })
    else { return nil }
    var parts = Parts(all: [language.lowercased()])
    if language.utf8.count <= 3 { takeExtendedLanguages(&parts) }
    if let script = take({ $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
      parts.script = script.prefix(1).uppercased() + script.dropFirst().lowercased()
      parts.all.append(parts.script ?? "")
    }
    let region = take { region in
      region.count == 2 && region.allSatisfy(\.isLetter)
        || region.count == 3 && region.allSatisfy(\.isDigit)
    }
    if let region {
      parts.region = region.uppercased()
      parts.all.append(region.uppercased())
    }
    takeVariants(&parts)
    return takeExtensions(&parts) ? parts : nil
  }

  private mutating func takeExtendedLanguages(_ parts: inout Parts) {
    for _ in 0..<3 {
      guard let extended = take({ $0.count == 3 && $0.allSatisfy(\.isLetter) }) else { return }
      parts.all.append(extended.lowercased())
    }
  }

  private mutating func takeVariants(_ parts: inout Parts) {
    while let variant = take({ $0.count >= 5 || $0.count == 4 && $0.first?.isDigit == true }) {
      parts.all.append(variant.lowercased())
    }
  }

  /// `u-nu-arab`, `x-private`; every single letter needs something after it.
  private mutating func takeExtensions(_ parts: inout Parts) -> Bool {
    while let single = take({ $0.count == 1 }) {
      let shortest = single.lowercased() == "x" ? 1 : 2
      guard let first = take({ $0.count >= shortest }) else { return false }
      parts.all += [single.lowercased(), first.lowercased()]
      while let more = take({ $0.count >= shortest }) { parts.all.append(more.lowercased()) }
    }
    return place == subtags.count
  }

  private mutating func take(_ isWanted: (Substring.UTF8View) -> Bool) -> Substring? {
    guard place < subtags.count, isWanted(subtags[place].utf8) else { return nil }
    place += 1
    return subtags[place - 1]
  }
}

extension UInt8 {
  /// Whether this is an ASCII letter.
  var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  /// Whether this is an ASCII digit.
  var isDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
