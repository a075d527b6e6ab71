package import Diagnostics

/// Splits a content file into front matter and body, and reads the front matter.
package enum FrontMatterReader {
  /// Reads `bytes`, the whole of a Markdown file; `file` is the path that diagnostics name.
  package static func read(_ bytes: [UInt8], file: String) -> FrontMatterReading {
    FrontMatterReading(tree: nil, body: 0..<bytes.count, diagnostics: [])
  }
}

/// What a content file holds.
package struct FrontMatterReading: Sendable {
  /// The front matter; nothing when there is none or when it cannot be understood.
  package var tree: YAMLTree?
  /// UTF-8 offsets of the Markdown in the file: after the line of the closing `---`.
  package var body: Range<Int>
  /// What is wrong with the form of the front matter, in the order of the file.
  package var diagnostics: [Diagnostic]
}
