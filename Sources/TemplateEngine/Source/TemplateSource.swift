/// The text of one template under the name that other templates use for it.
package struct TemplateSource: Sendable {
  /// The name in `extends`, `include` and `import`: `partials/card.html`.
  package let name: String
  /// The file as messages name it: `Templates/partials/card.html`.
  package let displayPath: String
  package let bytes: [UInt8]

  package init(name: String, displayPath: String, bytes: [UInt8]) {
    self.name = name
    self.displayPath = displayPath
    self.bytes = bytes
  }
}
