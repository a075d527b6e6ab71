package import Diagnostics

/// A value together with the place it was written at, for checks that come after reading.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  /// UTF-8 offsets into the file that the value was read from.
  package var range: SourceRange

  package init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located {
  /// The place in `file`, for a diagnostic.
  package func location(in file: String) -> SourceLocation {
    SourceLocation(file: file, range: range.offsets)
  }
}

/// A range of UTF-8 offsets in a file of less than four gigabytes, in eight bytes.
package struct SourceRange: Hashable, Sendable {
  package var lowerBound: UInt32
  package var upperBound: UInt32

  /// Makes a range; offsets beyond four gigabytes are cut there.
  package init(_ range: Range<Int>) {
    lowerBound = UInt32(clamping: range.lowerBound)
    upperBound = UInt32(clamping: range.upperBound)
  }

  /// The range as offsets into an array of bytes.
  package var offsets: Range<Int> { Int(lowerBound)..<Int(max(lowerBound, upperBound)) }
}
