/// Plain data that the user hands to templates: `extra` mappings, files of `Content/data/`.
///
/// Unquoted YAML scalars become what JSON would make of them and nothing more: `true`, `false`,
/// `null` (also `~` and nothing at all), decimal integers and decimal fractions. So `no`, `007`,
/// `1e3` and `2024-09-19` stay text, and so does everything in quotes.
package enum DataValue: Hashable, Sendable {
  case none
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([DataValue])
  /// Members in the order of the file; keys are distinct.
  case map([Member])

  /// One member of a mapping.
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: DataValue

    package init(key: String, value: DataValue) {
      self.key = key
      self.value = value
    }
  }

  /// A mapping without members.
  package static let emptyMap = DataValue.map([])

  /// The member called `key` of a mapping; nothing for other values.
  package func member(_ key: String) -> DataValue? {
    guard case .map(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
