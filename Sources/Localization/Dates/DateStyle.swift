/// A named date format; each language has its own pattern for it.
package enum DateStyle: String, CaseIterable, Sendable {
  /// `19/09/2024`
  case short
  /// `19 Sep 2024`
  case medium
  /// `19 September 2024`
  case long
  /// `Kamis, 19 September 2024 pukul 10.41 WIB`
  case full
}
