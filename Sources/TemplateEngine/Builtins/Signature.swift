/// What a function takes: checked when a template is compiled, also in branches that never run.
package struct Signature: Sendable {
  package let parameters: [Parameter]
  /// Whether further positional arguments are taken; they arrive as one list.
  package let takesMore: Bool
  /// Whether further keyword arguments are taken; they arrive as one map, the last argument.
  package let takesKeywords: Bool

  /// A signature of `parameters`; for filters and tests the first is the value before the `|`.
  package init(_ parameters: Parameter..., more: Bool = false, keywords: Bool = false) {
    self.parameters = parameters
    self.takesMore = more
    self.takesKeywords = keywords
  }

  /// The number of values that the function gets.
  package var argumentCount: Int {
    parameters.count + (takesMore ? 1 : 0) + (takesKeywords ? 1 : 0)
  }

  /// One parameter.
  package struct Parameter: Sendable {
    package let name: String
    /// The value when the argument is left out; nothing when it must be there.
    package let defaultValue: Value?
    /// Whether a missing value may be passed instead of being an error.
    package let allowsMissing: Bool
    /// Whether a literal names a filter or test, which the compiler then looks for.
    package let names: NamedThing

    /// What a text argument names.
    package enum NamedThing: UInt8, Sendable {
      case nothing
      case filter
      case test
    }

    /// A parameter that must be given.
    package static func required(_ name: String, allowsMissing: Bool = false) -> Parameter {
      Parameter(name: name, defaultValue: nil, allowsMissing: allowsMissing, names: .nothing)
    }

    /// A parameter that may be left out; then it is `value`, `.missing` to tell the two apart.
    package static func optional(
      _ name: String, _ value: Value = .missing, names: NamedThing = .nothing
    ) -> Parameter {
      Parameter(name: name, defaultValue: value, allowsMissing: false, names: names)
    }
  }
}
