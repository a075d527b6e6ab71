package import FrontMatter

/// Reads `authors.yaml`, `sections.yaml` and `tags.yaml`.
///
/// `editions` are the keys that a text given per edition may have.
package enum RecordSchemas {
  /// The records of `authors.yaml` in the order of the file.
  package static func authors(
    _ tree: YAMLTree, file: String, editions: [String]
  ) -> SchemaReading<[AuthorRecord]> {
    SchemaReading(value: nil, diagnostics: [])
  }

  /// The records of `sections.yaml` in the order of the file.
  package static func sections(
    _ tree: YAMLTree, file: String, editions: [String]
  ) -> SchemaReading<[SectionRecord]> {
    SchemaReading(value: nil, diagnostics: [])
  }

  /// The records of `tags.yaml` in the order of the file.
  package static func tags(
    _ tree: YAMLTree, file: String, editions: [String]
  ) -> SchemaReading<[TagRecord]> {
    SchemaReading(value: nil, diagnostics: [])
  }
}

/// Reads `fronts/<edition>.yaml`.
package enum FrontSchema {
  /// The containers in `file`, and everything wrong with them.
  package static func read(_ tree: YAMLTree, file: String) -> SchemaReading<FrontRecord> {
    SchemaReading(value: nil, diagnostics: [])
  }
}
