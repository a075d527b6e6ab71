/// Where sentences end, in the scripts that news is written in.
package enum Sentence {
  /// Whether a scalar ends a sentence: `. ! ? … ؟ ۔ 。 ！ ？ ।` and their like.
  package static func isTerminator(_ scalar: Unicode.Scalar) -> Bool { false }

  /// The beginning of `text`, at most `limit` characters, cut after a sentence.
  ///
  /// When the first sentence is longer, the cut is after a word and `…` follows. A text that fits
  /// comes back as it is.
  package static func lead(of text: String, limit: Int) -> String { text }
}
