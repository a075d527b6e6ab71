/// Where sentences end, in the scripts that news is written in.
package enum Sentence {
  /// Whether a scalar ends a sentence: `. ! ? … ؟ ۔ 。 ！ ？ ।` and their like.
  package static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "…", "‼", "⁇", "⁈", "⁉": true
    // Arabic, Urdu, Ethiopic, Armenian, Devanagari, Burmese, Khmer, Tibetan.
    case "؟", "۔", "።", "፧", "։", "।", "॥", "။", "។", "།": true
    case "。", "！", "？", "｡", "．": true
    default: false
    }
  }

  /// The beginning of `text`, at most `limit` characters, cut after a sentence.
  ///
  /// When the first sentence is longer, the cut is after a word and `…` follows. A text that fits
  /// comes back as it is. White space at both ends is dropped.
  package static func lead(of text: String, limit: Int) -> String {
    let text = Substring(text).trimmed
    guard text.dropFirst(limit).first != nil else { return String(text) }
    let window = text.prefix(limit)
    if let end = lastEnd(in: window, of: text) { return String(text[..<end]) }
    // One place is kept for the sign of omission.
    var words = text.prefix(max(0, limit - 1))
    if text[words.endIndex...].first?.isWhitespace != true,
      let gap = words.lastIndex(where: \.isWhitespace)
    {
      words = words[..<gap]
    }
    let kept = words.trimmed
    let isPause =
      kept.unicodeScalars.last.map { ",;:،؛、，-–—.".unicodeScalars.contains($0) } ?? false
    return String(isPause ? kept.dropLast().trimmed : kept) + "…"
  }
}

extension Sentence {
  /// The end of the last sentence in `window`, which begins where `text` does.
  private static func lastEnd(in window: Substring, of text: Substring) -> Substring.Index? {
    var best: Substring.Index?
    var place = window.startIndex
    while place < window.endIndex {
      defer { place = window.index(after: place) }
      guard let sign = window[place].unicodeScalars.first, isTerminator(sign) else { continue }
      var end = window.index(after: place)
      while end < window.endIndex, isCloser(window[end]) { end = window.index(after: end) }
      if isEnd(of: sign, at: place, next: text[end...].first, in: window) { best = end }
    }
    return best
  }

  private static func isEnd(
    of sign: Unicode.Scalar, at place: Substring.Index, next: Character?, in window: Substring
  ) -> Bool {
    // Signs of scripts without spaces end a sentence wherever they stand.
    if ["。", "！", "？", "｡", "．"].contains(sign) { return true }
    guard next?.isWhitespace ?? true else { return false }
    return sign != "." || !isAbbreviation(window[..<place])
  }

  /// Whether the point after `text` marks a short form, as in `J.`, `Dr.`, `No.` and `U.S.`.
  private static func isAbbreviation(_ text: Substring) -> Bool {
    let word = text.suffix { !$0.isWhitespace && $0 != "(" }
    if word.count == 1 { return word.first?.isLetter ?? false }
    if word.contains(".") { return word.split(separator: ".").allSatisfy { $0.count == 1 } }
    return abbreviations.contains(word.lowercased())
  }

  private static func isCloser(_ character: Character) -> Bool {
    ["\"", "'", "”", "’", "»", ")", "]", "」", "』", "）", "›"].contains(character)
  }

  /// Titles and short words before a name or number, in the languages of the tests and near ones.
  private static let abbreviations: Set<String> = [
    "dr", "drs", "dra", "prof", "ir", "hj", "kh", "tgk", "st", "mr", "mrs", "ms", "jr", "sr", "gen",
    "col", "lt", "sen", "rep", "gov", "no", "vs", "hal", "tn", "ny", "yth", "art", "bzw", "z.b",
    "nr", "mme", "mlle",
  ]
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    return start[
      ..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)]
  }

  fileprivate func suffix(while isKept: (Character) -> Bool) -> Substring {
    guard let last = lastIndex(where: { !isKept($0) }) else { return self }
    return self[index(after: last)...]
  }
}
