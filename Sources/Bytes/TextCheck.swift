/// Finds what must not be in a text that people wrote: broken UTF-8, controls, text direction
/// tricks and characters that XML forbids.
package enum TextCheck {
  /// Something that must not be in a text.
  package struct Problem: Hashable, Sendable {
    package var kind: Kind
    /// The offending bytes' UTF-8 offsets.
    package var range: Range<Int>
    /// The code point, where the bytes are one.
    package var scalar: Unicode.Scalar?
  }

  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// Bytes that are not UTF-8 (RFC 3629).
    case notUTF8
    /// A control of C0 or C1 other than tab, line feed and carriage return; also U+007F.
    case control
    /// U+202A, U+202B, U+202C: old marks of direction that are removed with a warning.
    case bidiEmbedding
    /// U+202D, U+202E: they make a text read as something else.
    case bidiOverride
    /// U+FFFE and U+FFFF, which no XML document may hold (XML 1.0, section 2.2).
    case notInXML
  }

  /// The first `limit` problems of `text`, in order.
  package static func problems(in text: Span<UInt8>, limit: Int = 20) -> [Problem] {
    []
  }

  /// `text` without U+202A, U+202B and U+202C.
  package static func withoutEmbeddings(_ text: Span<UInt8>) -> [UInt8] {
    []
  }
}
