package import Localization

/// What the settings of an edition say about reading its front matter.
///
/// Made once an edition and handed to every worker.
package struct SchemaContext: Sendable {
  package var unknownKeys: UnknownKeyPolicy
  /// Where dates without an offset are; nothing makes the first such date an error.
  package var zone: Zone?

  package init(unknownKeys: UnknownKeyPolicy = .error, zone: Zone? = nil) {
    self.unknownKeys = unknownKeys
    self.zone = zone
  }

  /// Prepares reading the front matter of `edition`, whose settings have been checked.
  package init(edition: EditionSettings) {
    self.init(
      unknownKeys: edition.unknownKeys,
      zone: edition.timezone.flatMap { Zone(identifier: $0.value) })
  }
}
