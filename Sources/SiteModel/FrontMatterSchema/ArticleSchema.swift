package import Diagnostics
package import FrontMatter

/// Reads the front matter of stories: YAML in, typed metadata and everything wrong with it out.
package enum ArticleSchema {
  /// The metadata of an article, and all problems of it in the order of the file.
  ///
  /// The metadata are missing when there is an error. Reading is a pure function of its arguments.
  package static func read(
    _ tree: YAMLTree, file: String, edition: SchemaContext
  ) -> (metadata: ArticleMetadata?, diagnostics: [Diagnostic]) {
    (nil, [])
  }
}
