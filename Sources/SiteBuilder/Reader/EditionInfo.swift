internal import Bytes
internal import Localization
internal import Markdown
package import SiteModel

/// An edition's settings with what follows from them, worked out once for all pages.
///
/// A class, because settings have dozens of fields: handing out a reference is one count, handing
/// out a copy is dozens, on counters that all workers share.
@dynamicMemberLookup
package final class EditionInfo: Sendable {
  package let settings: EditionSettings
  /// The name of the language in itself.
  let languageName: String
  let openGraphLocale: String?
  /// What `hreflang` says of the edition; nothing when it must not be said.
  let hreflangText: String?
  /// Every UI string of the edition, with those that it takes over from others.
  let strings: [String: StringTable.Entry]
  /// The words of the theme in Markdown.
  let labels: MarkdownLabels
  /// Mixed into the keys of strings, so that each language has its own.
  private let languageIdentity: UInt64

  init(_ settings: EditionSettings, _ table: StringTable) {
    self.settings = settings
    languageName = settings.language.ownName
    openGraphLocale = settings.language.openGraphLocale
    let own = settings.hreflang.map { $0.isEmpty ? nil : $0 }
    hreflangText = own ?? settings.language.hreflang
    let strings = table.entries(for: settings.language)
    self.strings = strings
    labels = MarkdownLabels(strings, settings.numerals)
    languageIdentity = Fingerprint.identity(of: settings.language.tag)
  }

  /// The subject of the question for a UI string.
  func identity(ofString key: String) -> UInt64 {
    Fingerprint.identity(of: key) &+ languageIdentity
  }

  package subscript<Member>(dynamicMember path: KeyPath<EditionSettings, Member>) -> Member {
    settings[keyPath: path]
  }
}

extension MarkdownLabels {
  /// The UI strings that the labels are made of.
  static let keys = ["footnotes", "back_to_reference", "credit_prefix"]

  /// The words of the theme; the defaults where it has none.
  fileprivate init(_ strings: [String: StringTable.Entry], _ numerals: Numerals) {
    self.init()
    func word(_ key: String) -> String? {
      guard case .text(let text)? = strings[key] else { return nil }
      return text
    }
    if let text = word("footnotes") { footnotes = text }
    if let text = word("back_to_reference") { backToReference = text }
    if let text = word("credit_prefix") { credit = text }
    digits = (0...9).map { digit in
      var text = ByteBuffer(capacity: 16)
      text.append(digit, numerals: numerals)
      return text.string()
    }
  }
}
