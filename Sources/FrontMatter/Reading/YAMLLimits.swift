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
