/// What the settings of an edition say about reading its front matter.
///
/// Made once an edition and handed to every worker.
package struct SchemaContext: Sendable {
  package var unknownKeys: UnknownKeyPolicy

  /// Prepares reading the front matter of `edition`.
  package init(edition: EditionSettings) {
    unknownKeys = edition.unknownKeys
  }
}
