package import FrontMatter

/// Reads the front matter of standing pages.
package enum StandingSchema {
  /// The metadata of the page in `file`, and everything wrong with it.
  package static func read(
    _ tree: YAMLTree, file: String, context: SchemaContext
  ) -> SchemaReading<StandingMetadata> {
    SchemaReading(value: nil, diagnostics: [])
  }
}

/// Reads the front matter of `_index.md`.
package enum SectionSchema {
  /// The metadata of the section page in `file`, and everything wrong with it.
  package static func read(
    _ tree: YAMLTree, file: String, context: SchemaContext
  ) -> SchemaReading<SectionMetadata> {
    SchemaReading(value: nil, diagnostics: [])
  }
}
