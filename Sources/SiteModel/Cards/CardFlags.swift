/// The yes-or-no facts of a card and its small enumerations, in one word.
package struct CardFlags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  package static let draft = CardFlags(rawValue: 1 << 0)
  /// `on_expiry: gone`.
  package static let goneOnExpiry = CardFlags(rawValue: 1 << 1)
  package static let retracted = CardFlags(rawValue: 1 << 2)
  package static let withdrawn = CardFlags(rawValue: 1 << 3)
  package static let notInFeeds = CardFlags(rawValue: 1 << 4)
  package static let notInSitemap = CardFlags(rawValue: 1 << 5)
  package static let decorativeImage = CardFlags(rawValue: 1 << 6)
  package static let rightToLeft = CardFlags(rawValue: 1 << 7)
  package static let leftToRight = CardFlags(rawValue: 1 << 8)
  package static let hasCorrections = CardFlags(rawValue: 1 << 9)

  /// The flags that a list shows, or goes by.
  static let face: CardFlags = [
    .retracted, .notInFeeds, .decorativeImage, .rightToLeft, .leftToRight,
    CardFlags(rawValue: 0xFF00_0000),
  ]

  /// The flags with `genre` in their upper byte.
  package func with(_ genre: Genre) -> CardFlags {
    let index = Genre.allCases.firstIndex(of: genre) ?? 0
    return CardFlags(rawValue: rawValue & 0x00FF_FFFF | UInt32(index) << 24)
  }

  package var genre: Genre {
    let index = Int(rawValue >> 24)
    return index < Genre.allCases.count ? Genre.allCases[index] : .news
  }
}
