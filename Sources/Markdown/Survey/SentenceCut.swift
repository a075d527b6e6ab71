/// Cuts a text at the end of a sentence, in any script.
enum SentenceCut {
  /// `text` itself when it has at most `limit` scalars, else as many whole sentences as fit; when
  /// none fits, as many words as fit and `…`.
  static func cut(_ text: [UInt8], limit: Int) -> String {
    guard let end = end(of: limit, in: text) else { return String(decoding: text, as: UTF8.self) }
    var index = end
    while index > end / 3 {
      index -= 1
      if let cut = sentenceEnd(in: text, at: index), cut <= end {
        return String(decoding: text[..<cut], as: UTF8.self)
      }
    }
    return words(of: String(decoding: text, as: UTF8.self), before: end)
  }

  /// The offset behind the first `limit` scalars; nothing when there are no more of them.
  private static func end(of limit: Int, in text: [UInt8]) -> Int? {
    guard text.count > limit else { return nil }
    var scalars = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 {
      if scalars == limit { return index }
      scalars += 1
    }
    return nil
  }

  private static func words(of text: String, before end: Int) -> String {
    let end = text.utf8.index(text.startIndex, offsetBy: end)
    var cut = text.startIndex
    var space: String.Index?
    while cut < end {
      let next = text.index(after: cut)
      guard next <= end else { break }
      if text[cut] == " " { space = cut }
      cut = next
    }
    var shown = text[..<(space ?? cut)]
    while let last = shown.last, ",;:،؛、—–-".contains(last) { shown.removeLast() }
    return shown + "…"
  }

  /// Where the sentence ends whose mark stands at `index`, if one does.
  private static func sentenceEnd(in text: [UInt8], at index: Int) -> Int? {
    guard let mark = scalar(in: text, at: index), isMark(mark) else { return nil }
    if mark == ".", isAbbreviation(text, at: index) { return nil }
    var end = index + UTF8.width(mark)
    while let closer = scalar(in: text, at: end), isCloser(closer) { end += UTF8.width(closer) }
    guard isWideMark(mark) || scalar(in: text, at: end) == " " || end == text.count else {
      return nil
    }
    return end
  }

  /// The scalar at `index`; nothing at the end, inside a scalar or where none ends a sentence.
  private static func scalar(in text: [UInt8], at index: Int) -> Unicode.Scalar? {
    guard index < text.count else { return nil }
    let lead = text[index]
    if lead < 0x80 { return Unicode.Scalar(lead) }
    guard lead >= 0xC2 else { return nil }
    return String(decoding: text[index..<min(index + 4, text.count)], as: UTF8.self)
      .unicodeScalars.first
  }

  /// Whether the full stop ends an initial, a number or a short form: `J. F.`, `12.`, `dr.`.
  private static func isAbbreviation(_ text: [UInt8], at index: Int) -> Bool {
    var start = index
    while start > 0, !isBeforeWord(text[start - 1]) { start -= 1 }
    let word = String(decoding: text[start..<index], as: UTF8.self)
    if word.contains(".") || word.count <= 1 { return true }
    if word.count <= 2, word.allSatisfy(\.isNumber) { return true }
    return abbreviations.contains(word.lowercased())
  }

  private static func isBeforeWord(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "[")
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "…", "؟", "۔", "。", "！", "？", "।", "॥", "።", "။", "｡": true
    default: false
    }
  }

  /// Marks that no space follows.
  private static func isWideMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "！" || scalar == "？" || scalar == "｡"
  }

  /// What may stand between a mark and the end of its sentence.
  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "”", "’", "»", ")", "]", "」", "』", "›", "“": true
    default: false
    }
  }

  /// Short forms that end with a full stop inside a sentence, in the languages of news sites.
  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sen", "rep", "gov", "no", "vs",
    "inc", "ltd", "co", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "bpk", "ny", "tn", "sdr", "ir", "drs", "hj", "jend", "kol", "letjen", "mayjen",
    "brigjen", "dll", "dsb", "tgl", "hal", "jl", "pt", "cv", "tbk", "z", "bzw", "ca", "nr", "str",
    "mme", "mlle", "av", "sr", "sra", "ud", "ing",
  ]
}
