package import Bytes
package import Diagnostics

// Diagnostics as a journal keeps them, so that a build that renders little says as much as one that
// renders all.

extension ByteBuffer {
  /// Appends a diagnostic in the form that `ByteReader.diagnostic()` reads.
  package mutating func append(_ diagnostic: Diagnostic) {
    append(littleEndian: UInt32(diagnostic.severity.rawValue))
    append(counted: diagnostic.id)
    append(counted: diagnostic.summary)
    append(diagnostic.location)
    append(counted: diagnostic.label)
    append(counted: diagnostic.help)
    append(littleEndian: UInt32(diagnostic.notes.count))
    for note in diagnostic.notes {
      append(counted: note.summary)
      append(note.location)
    }
    append(counted: diagnostic.fix?.replacement)
    if let fix = diagnostic.fix { append(fix.range) }
  }

  private mutating func append(_ location: SourceLocation?) {
    append(counted: location?.file)
    guard let location else { return }
    append(littleEndian: UInt32(location.range == nil ? 0 : 1))
    if let range = location.range { append(range) }
  }

  private mutating func append(_ range: Range<Int>) {
    append(littleEndian: Int64(range.lowerBound))
    append(littleEndian: Int64(range.upperBound))
  }
}

extension ByteReader {
  /// The diagnostic that stands next.
  package mutating func diagnostic() -> Diagnostic {
    var diagnostic = Diagnostic(
      Diagnostic.Severity(rawValue: UInt8(truncatingIfNeeded: uint32())) ?? .error, id: text(),
      text(), at: location(), label: optionalText(), help: optionalText())
    for _ in 0..<uint32() { diagnostic.notes.append(.init(text(), at: location())) }
    if let replacement = optionalText() {
      diagnostic.fix = Diagnostic.Fix(replacing: range(), with: replacement)
    }
    return diagnostic
  }

  private mutating func location() -> SourceLocation? {
    guard let file = optionalText() else { return nil }
    return SourceLocation(file: file, range: uint32() == 0 ? nil : range())
  }

  private mutating func range() -> Range<Int> {
    let lower = Int(int64())
    return lower..<Int(int64())
  }
}
