internal import Localization

/// Plain text that runs the other way than what it is read in.
extension String {
  /// The text, between isolates (U+2068, U+2069) if it runs against its surroundings.
  ///
  /// Plain text has no `dir`; without them the full stop of a Persian headline jumps to the wrong
  /// end in an English list.
  func isolated(_ direction: TextDirection, in surroundings: TextDirection) -> String {
    direction == surroundings ? self : "\u{2068}\(self)\u{2069}"
  }
}
