package import FrontMatter

/// Reads `site.yaml`.
package enum SettingsSchema {
  /// The settings in `file` with every default resolved, and everything wrong with them.
  package static func read(_ tree: YAMLTree, file: String) -> SchemaReading<SiteSettings> {
    SchemaReading(value: nil, diagnostics: [])
  }
}
