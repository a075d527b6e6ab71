internal import Bytes

/// What a language calls a zone's time: `WIB`, `به وقت تهران`, else `GMT+7`.
struct ZoneLabel: Sendable {
  private let name: String?
  /// The offset, in seconds, for which the name is right.
  private let namedOffset: Int?
  private let before: String
  private let after: String
  private let numerals: Numerals

  init(_ conventions: Conventions) {
    let parts = LanguageRecord.orEnglish(conventions.language).zoneLabel.split(
      separator: "{0}", omittingEmptySubsequences: false)
    before = String(parts.first ?? "GMT")
    after = String(parts.dropFirst().first ?? "")
    numerals = conventions.numerals
    let entry = Self.entry(conventions.language.language, conventions.zone.identifier)
    name = entry?.name
    namedOffset = entry?.offset
  }

  /// Appends the name that holds at `offset`, or the offset itself.
  func append(_ instant: Instant, offset: Int, to buffer: inout ByteBuffer) {
    if let name, namedOffset == nil || namedOffset == offset { return buffer.append(name) }
    buffer.append(before)
    if offset != 0 { append(offset, to: &buffer) }
    buffer.append(after)
  }

  /// Appends `+7` or `-3:30`.
  private func append(_ offset: Int, to buffer: inout ByteBuffer) {
    let minutes = abs(offset) / 60
    buffer.append(offset < 0 ? "-" : "+")
    buffer.append(minutes / 60, numerals: numerals)
    guard !minutes.isMultiple(of: 60) else { return }
    buffer.append(":")
    buffer.append(minutes % 60, numerals: numerals, width: 2)
  }

  private static func entry(_ language: String, _ zone: String) -> (name: String, offset: Int?)? {
    switch (language, zone) {
    case ("id", "Asia/Jakarta"), ("id", "Asia/Pontianak"): ("WIB", 7 * 3600)
    case ("id", "Asia/Makassar"), ("id", "Asia/Ujung_Pandang"): ("WITA", 8 * 3600)
    case ("id", "Asia/Jayapura"): ("WIT", 9 * 3600)
    case ("fa", "Asia/Tehran"), ("fa", "Iran"): ("به وقت تهران", nil)
    case ("fa", "Asia/Kabul"), ("prs", "Asia/Kabul"): ("به وقت کابل", nil)
    case (_, "UTC"), (_, "Etc/UTC"): ("UTC", nil)
    default: nil
    }
  }
}
