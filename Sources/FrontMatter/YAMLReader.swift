package import Diagnostics

/// Reads a file that is YAML as a whole: `site.yaml`, records, strings, data.
package enum YAMLReader {
  /// Reads `bytes`; `file` is the path that diagnostics name.
  ///
  /// The tree is missing when something is wrong. The subset is that of front matter: no anchors,
  /// aliases, tags, merge keys, duplicate keys or second documents.
  package static func read(
    _ bytes: [UInt8], file: String, limits: YAMLLimits = .dataFile
  ) -> (tree: YAMLTree?, diagnostics: [Diagnostic]) {
    (nil, [])
  }
}

/// How much YAML is accepted.
package struct YAMLLimits: Hashable, Sendable {
  /// The most bytes of YAML.
  package var size: Int
  /// The most collections inside each other.
  package var depth: Int

  package init(size: Int, depth: Int) {
    self.size = size
    self.depth = depth
  }

  /// Front matter of a story.
  package static let frontMatter = YAMLLimits(size: 64 << 10, depth: 16)
  /// Settings, records and data files.
  package static let dataFile = YAMLLimits(size: 16 << 20, depth: 64)
}
