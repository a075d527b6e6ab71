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
  /// The time alone: `10.41`
  case time

  /// Its place in the patterns of a language.
  var index: Int {
    switch self {
    case .short: 0
    case .medium: 1
    case .long: 2
    case .full: 3
    case .time: 4
    }
  }
}
