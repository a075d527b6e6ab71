package import FrontMatter

/// Reads the front matter of stories.
package enum ArticleSchema {
  /// The metadata of the story in `file`, and everything wrong with it.
  package static func read(
    _ tree: YAMLTree, file: String, context: SchemaContext
  ) -> SchemaReading<ArticleMetadata> {
    SchemaReading(value: nil, diagnostics: [])
  }
}
