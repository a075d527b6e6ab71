package import Diagnostics

/// Reads a file that is YAML as a whole: `site.yaml`, records, strings, data.
package enum YAMLReader {
  /// Reads `bytes`; `file` is the path that diagnostics name.
  ///
  /// The subset is that of front matter: no anchors, aliases, tags, merge keys, duplicate keys or
  /// second documents. With an error among the diagnostics the tree may still be there, as far as
  /// it could be repaired, so that a schema can report what else is wrong.
  package static func read(
    _ bytes: [UInt8], file: String, limits: YAMLLimits = .dataFile
  ) -> (tree: YAMLTree?, diagnostics: [Diagnostic]) {
    let messages = FrontMatterMessages(file: file)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (nil, [messages.diagnostic(of: .utf16)])
    }
    if let zero = bytes.prefix(8192).firstIndex(of: 0) {
      return (nil, [messages.diagnostic(of: .binary(at: zero))])
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let parsing = YAMLParsing(bytes, region: start..<bytes.count, limits: limits)
    return (parsing.tree, parsing.problems.map(messages.diagnostic))
  }
}
