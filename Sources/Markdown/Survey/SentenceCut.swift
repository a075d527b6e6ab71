/// Cuts a text at the end of a sentence, in any script.
enum SentenceCut {
  /// `text` itself when it has at most `limit` scalars, else as many whole sentences as fit; when
  /// none fits, as many words as fit and `…`.
  static func cut(_ text: String, limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard
      let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    if let sentence = lastSentenceEnd(in: Array(scalars[..<end]), next: scalars[end]) {
      return String(scalars[..<scalars.index(scalars.startIndex, offsetBy: sentence)])
    }
    return words(of: text, before: end)
  }

  private static func words(of text: String, before end: String.Index) -> String {
    var cut = text.startIndex
    var space: String.Index?
    while cut < end {
      let next = text.index(after: cut)
      guard next < end else { break }
      if text[cut] == " " { space = cut }
      cut = next
    }
    var shown = text[..<(space ?? cut)]
    while let last = shown.last, ",;:،؛、—–-".contains(last) { shown.removeLast() }
    return shown + "…"
  }

  /// The index behind the last sentence that ends in `scalars`, past a third of them.
  private static func lastSentenceEnd(in scalars: [Unicode.Scalar], next: Unicode.Scalar) -> Int? {
    var index = scalars.count - 1
    while index > scalars.count / 3 {
      if let end = sentenceEnd(in: scalars, at: index, next: next) { return end }
      index -= 1
    }
    return nil
  }

  private static func sentenceEnd(
    in scalars: [Unicode.Scalar], at index: Int, next: Unicode.Scalar
  ) -> Int? {
    let mark = scalars[index]
    guard marks.contains(mark) else { return nil }
    if mark == ".", isAbbreviation(scalars, at: index) { return nil }
    var end = index + 1
    while end < scalars.count, closers.contains(scalars[end]) { end += 1 }
    let follower = end < scalars.count ? scalars[end] : next
    if wideMarks.contains(mark) || follower == " " { return end }
    return nil
  }

  /// Whether the full stop ends an initial or a number: `J. F.`, `12. `, `a.n.`
  private static func isAbbreviation(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    var start = index
    while start > 0, scalars[start - 1] != " ", !closers.contains(scalars[start - 1]) { start -= 1 }
    let word = scalars[start..<index]
    if word.contains(".") || word.count <= 1 { return true }
    if word.allSatisfy({ $0.properties.numericType != nil }), word.count <= 2 { return true }
    return abbreviations.contains(
      String(String.UnicodeScalarView(word)).lowercased())
  }

  private static let marks: Set<Unicode.Scalar> = [
    ".", "!", "?", "…", "؟", "۔", "。", "！", "？", "।", "॥", "።", "။", "｡",
  ]
  private static let wideMarks: Set<Unicode.Scalar> = ["。", "！", "？", "｡"]
  private static let closers: Set<Unicode.Scalar> = [
    "\"", "'", "”", "’", "»", ")", "]", "」", "』", "›", "“",
  ]
  /// Short forms that end with a full stop inside a sentence, in the languages of news sites.
  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sen", "rep", "gov", "no", "vs",
    "inc", "ltd", "co", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "bpk", "ny", "tn", "sdr", "ir", "drs", "hj", "jend", "kol", "letjen", "mayjen",
    "brigjen", "dll", "dsb", "tgl", "hal", "jl", "pt", "cv", "tbk", "z", "bzw", "ca", "nr", "str",
    "mme", "mlle", "av", "sr", "sra", "ud", "ing",
  ]
}
