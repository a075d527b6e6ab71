internal import Diagnostics

/// Where a text that is rendered stands in the file that the user wrote.
package struct MarkdownPlace: Hashable, Sendable {
  /// The path that diagnostics name, relative to the site.
  package var file: String
  /// The UTF-8 offset of the text's first byte in that file: the body follows its front matter.
  package var offset: Int

  package init(file: String, offset: Int = 0) {
    self.file = file
    self.offset = offset
  }
}

extension MarkdownPlace {
  /// The place of a range of the text, as a range of the file.
  func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(file: file, range: range.lowerBound + offset..<range.upperBound + offset)
  }
}
