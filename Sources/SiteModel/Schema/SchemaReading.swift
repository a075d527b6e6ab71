package import Diagnostics

/// What a schema made of a file.
package struct SchemaReading<Value: Sendable>: Sendable {
  /// The value; missing when there is an error.
  package var value: Value?
  /// Everything that is wrong, in the order of the file.
  package var diagnostics: [Diagnostic]

  package init(value: Value?, diagnostics: [Diagnostic]) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
