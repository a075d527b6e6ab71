internal import Bytes

/// Characters that stand for others between Warta and libcmark.
///
/// libcmark knows no tables, footnotes or strikethrough and undoes `\|` before anybody can see it.
/// Texts hold no C1 controls (`TextCheck`), so seven of them say on the tree what stood in the
/// source. Each is two bytes, `C2` and the raw value.
enum StandIn: UInt8 {
  /// `\|`
  case escapedPipe = 0x91
  /// The `[^` of a line `[^label]: …`, which libcmark would take for a link's definition.
  case noteStart = 0x92
  /// `\~`
  case escapedTilde = 0x93
  /// The `\[` of `\[^`.
  case escapedBracket = 0x94
  /// Four spaces before a further paragraph of a footnote, which libcmark would take for code.
  case noteIndent = 0x95
  /// A tab in the same place.
  case noteTab = 0x96
  /// The `\:` of `\:::`.
  case escapedColon = 0x97

  /// The first byte of each.
  static let lead: UInt8 = 0xC2

  /// Where the character is read back.
  enum Context {
    /// In text, titles and URLs, where a backslash escapes.
    case text
    /// In code and raw HTML, where it does not.
    case verbatim
    /// In the code of a table's cell, where it escapes a pipe only (GFM, tables).
    case tableCode
  }

  /// What stood in the source, as `context` reads it.
  func replacement(in context: Context) -> StaticString {
    switch (self, context) {
    case (.escapedPipe, .verbatim): "\\|"
    case (.escapedPipe, .text), (.escapedPipe, .tableCode): "|"
    case (.escapedTilde, .text): "~"
    case (.escapedTilde, .verbatim), (.escapedTilde, .tableCode): "\\~"
    case (.escapedBracket, .text): "["
    case (.escapedBracket, .verbatim), (.escapedBracket, .tableCode): "\\["
    case (.escapedColon, .text): ":"
    case (.escapedColon, .verbatim), (.escapedColon, .tableCode): "\\:"
    case (.noteStart, _): "[^"
    case (.noteIndent, .text): ""
    case (.noteIndent, .verbatim), (.noteIndent, .tableCode): "    "
    case (.noteTab, .text): ""
    case (.noteTab, .verbatim), (.noteTab, .tableCode): "\t"
    }
  }
}

extension [UInt8] {
  mutating func append(_ standIn: StandIn) {
    append(StandIn.lead)
    append(standIn.rawValue)
  }
}

extension NodeText {
  /// The stand-in whose first byte is at `index`.
  func standIn(at index: Int) -> StandIn? {
    guard self[index] == StandIn.lead else { return nil }
    return StandIn(rawValue: self[index + 1])
  }

  /// The text with every stand-in read back.
  func readBack(_ context: StandIn.Context) -> String {
    var bytes: [UInt8] = []
    var index = 0
    while index < count {
      if let standIn = standIn(at: index) {
        bytes += "\(standIn.replacement(in: context))".utf8
        index += 2
      } else {
        bytes.append(self[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
