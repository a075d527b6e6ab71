/// Latin, Cyrillic and Greek letters in ASCII, for slugs and for the order of foreign letters.
enum Transliteration {
  /// The ASCII letters for a small letter, or nothing where there is no sound convention.
  ///
  /// Letters with diacritics are decomposed first; what is here has no decomposition or is written
  /// otherwise in the language.
  static func ascii(of scalar: Unicode.Scalar, language: String?) -> String? {
    own[language ?? ""]?[scalar] ?? latin[scalar] ?? cyrillic[scalar] ?? greek[scalar]
  }

  /// Latin letters that no decomposition takes apart.
  static let latin: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h",
    "ı": "i", "ŋ": "n", "ĸ": "k", "ŧ": "t", "ə": "e", "ɛ": "e", "ɔ": "o", "ƙ": "k", "ɗ": "d",
    "ɓ": "b", "ƴ": "y", "ƒ": "f", "ɩ": "i", "ʋ": "v", "ɖ": "d", "ɣ": "g",
  ]

  private static let cyrillic = pairs(
    """
    а a б b в v г g ґ g д d ђ dj ѓ gj е e ё yo є ye ж zh з z ѕ dz и i і i ї yi й y ј j к k л l \
    љ lj м m н n њ nj о o п p р r с s т t ћ c ќ kj у u ў u ф f х kh ц ts ч ch џ dz ш sh щ shch \
    ъ - ы y ь - э e ю yu я ya ә a ғ gh қ q ң ng ө o ұ u ү u һ h
    """)

  private static let greek = pairs(
    """
    α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch \
    ψ ps ω o
    """)

  private static let own: [String: [Unicode.Scalar: String]] = [
    "de": pairs("ä ae ö oe ü ue"),
    "uk": pairs("г h и y й i ї i є ie ю iu я ia"),
    "be": pairs("г h"),
    "bg": pairs("щ sht ъ a х h"),
    "sr": pairs("ж z х h ц c ч c ш s"),
    "mk": pairs("ж z х h ц c ч c ш s"),
  ]

  /// Reads letters and their ASCII in turn; `-` is nothing at all.
  private static func pairs(_ text: String) -> [Unicode.Scalar: String] {
    let words = text.split(separator: " ")
    var result: [Unicode.Scalar: String] = [:]
    for place in stride(from: 0, to: words.count - 1, by: 2) {
      guard let letter = words[place].unicodeScalars.first else { continue }
      result[letter] = words[place + 1] == "-" ? "" : String(words[place + 1])
    }
    return result
  }
}
