/// Where in its output language a template stands: what the compiler knows between two bytes.
struct EscapeState: Hashable, Sendable {
  var isXML = false

  static let html = EscapeState()
  static let xml = EscapeState(isXML: true)
}

/// How a value is written.
enum Escaper: UInt8, Sendable {
  case raw
  case text
}

extension EscapeState {
  /// The state after `bytes` of literal text.
  mutating func advance(over bytes: Text) {}

  /// The escaper of a value that is written here.
  var escaper: Escaper { .text }

  /// The state that two branches have in common, when there is one.
  static func joined(_ a: EscapeState, _ b: EscapeState) -> EscapeState? { a == b ? a : nil }

  /// The state in words.
  var description: String { "text" }

  /// The state of a text that is captured to be used elsewhere.
  var neutral: EscapeState { isXML ? .xml : .html }
}
