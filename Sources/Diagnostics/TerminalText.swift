/// Text of other people on somebody's terminal.
package enum TerminalText {
  /// A scalar that can neither move the cursor nor reorder what stands beside it: controls and bidi
  /// controls are shown as `·`, a tab as a space.
  package static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .control: scalar == "\t" ? " " : "·"
    case .format where scalar != "\u{200C}" && scalar != "\u{200D}": "·"
    case .lineSeparator, .paragraphSeparator: "·"
    default: scalar
    }
  }

  /// A line of printable scalars.
  package static func printable(_ line: String) -> String {
    guard !line.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return line }
    return String(String.UnicodeScalarView(line.unicodeScalars.map { printable($0) }))
  }

  /// Lines of printable scalars.
  package static func printable(lines text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { printable(String($0)) }.joined(separator: "\n")
  }

  /// How many columns a scalar takes, after the East Asian wide ranges of UAX #11.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// How many columns some scalars take.
  package static func columns(of text: some Sequence<Unicode.Scalar>) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }
}
