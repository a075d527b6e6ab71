/// A question that a render asked of the site, in 24 bytes.
///
/// Contract:
/// 1. A key means the same in every build: its subject is a hash of a name (a source path, a list,
///    a setting), never the number of a thing, which moves when a file is added.
/// 2. Equal keys have equal answers within one build, and the answer depends on nothing but what
///    earlier stages made.
/// 3. The fingerprint of the answer is all that is remembered of it.
package struct ReadKey: Hashable, Sendable {
  /// What is asked: a number that the site gives a meaning.
  package var question: UInt8
  /// Of what: a hash that is the same on every machine.
  package var subject: UInt64
  /// Further parameters: an offset, a page number, an edition.
  package var first: UInt32
  package var second: UInt32

  package init(_ question: UInt8, subject: UInt64, first: UInt32 = 0, second: UInt32 = 0) {
    self.question = question
    self.subject = subject
    self.first = first
    self.second = second
  }

  /// A mix of all parts, for open addressing: equal on every machine, unlike `hashValue`.
  var mixed: UInt64 {
    var bits = subject &+ UInt64(question) &* 0x9E37_79B9_7F4A_7C15
    bits ^= (UInt64(first) << 32 | UInt64(second)) &* 0xC2B2_AE3D_27D4_EB4F
    bits ^= bits >> 29
    bits = bits &* 0xBF58_476D_1CE4_E5B9
    return bits ^ bits >> 32
  }
}
