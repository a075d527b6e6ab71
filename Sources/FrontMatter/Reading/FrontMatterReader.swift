package import Diagnostics

/// Splits a content file into front matter and body, and reads the front matter.
package enum FrontMatterReader {
  /// Reads `bytes`, the whole of a Markdown file; `file` is the path that diagnostics name.
  ///
  /// A byte order mark, any of the three line breaks and white space after `---` are accepted in
  /// silence. The characters of the body are not looked at.
  package static func read(_ bytes: [UInt8], file: String) -> FrontMatterReading {
    let fences = FenceScan(bytes)
    var reading = FrontMatterReading(tree: nil, body: fences.body, diagnostics: [])
    let messages = FrontMatterMessages(file: file)
    if let problem = fences.problem { reading.diagnostics.append(messages.diagnostic(of: problem)) }
    guard let yaml = fences.yaml else { return reading }
    let parsing = YAMLParsing(bytes, region: yaml, limits: .frontMatter)
    reading.tree = parsing.tree
    reading.diagnostics += parsing.problems.map(messages.diagnostic)
    return reading
  }
}

/// What a content file holds.
package struct FrontMatterReading: Sendable {
  /// The front matter; nothing when there is none or when it cannot be understood.
  ///
  /// With an error among the diagnostics it may still be there, as far as it could be repaired, so
  /// that the schema can report what else is wrong.
  package var tree: YAMLTree?
  /// UTF-8 offsets of the Markdown in the file: after the line of the closing `---`.
  package var body: Range<Int>
  /// What is wrong with the form of the front matter.
  package var diagnostics: [Diagnostic]
}
