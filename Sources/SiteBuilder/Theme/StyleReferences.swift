/// Finds what a stylesheet refers to: `url(…)` and `@import "…"` (CSS Syntax, sections 4.3.3–4.3.6).
enum StyleReferences {
  /// One reference.
  struct Reference {
    /// The UTF-8 offsets of the address without its quotes.
    var range: Range<Int>
    var text: String
  }

  /// The references in `css`, in order; those in comments and in strings of other rules are none.
  static func find(in css: [UInt8]) -> [Reference] {
    var scanner = StyleScanner(css)
    var references: [Reference] = []
    while let reference = scanner.next() { references.append(reference) }
    return references
  }
}

private struct StyleScanner {
  private let css: [UInt8]
  private var offset = 0
  private var isAfterImport = false

  init(_ css: [UInt8]) {
    self.css = css
  }

  mutating func next() -> StyleReferences.Reference? {
    while offset < css.count {
      if holds("/*") {
        skipComment()
      } else if holds("url(") {
        offset += 4
        isAfterImport = false
        if let reference = address() { return reference }
      } else if holds("@import") {
        offset += 7
        isAfterImport = true
      } else if css[offset] == UInt8(ascii: "\"") || css[offset] == UInt8(ascii: "'") {
        let reference = string()
        if isAfterImport {
          isAfterImport = false
          return reference
        }
      } else {
        if css[offset] == UInt8(ascii: ";") { isAfterImport = false }
        offset += 1
      }
    }
    return nil
  }

  private func holds(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset + count <= css.count else { return false }
    return word.description.utf8.elementsEqual(css[offset..<(offset + count)]) { wanted, byte in
      // ASCII letters of functions and at-rules fold their case.
      wanted == byte || (0x41...0x5A).contains(byte) && wanted == byte | 0x20
    }
  }

  private mutating func skipComment() {
    offset += 2
    while offset < css.count, !holds("*/") { offset += 1 }
    offset += 2
  }

  /// What stands inside `url(`…`)`.
  private mutating func address() -> StyleReferences.Reference? {
    while offset < css.count, css[offset] <= 0x20 { offset += 1 }
    guard offset < css.count else { return nil }
    if css[offset] == UInt8(ascii: "\"") || css[offset] == UInt8(ascii: "'") { return string() }
    let start = offset
    while offset < css.count, css[offset] != UInt8(ascii: ")"), css[offset] > 0x20 { offset += 1 }
    return reference(start..<offset)
  }

  private mutating func string() -> StyleReferences.Reference {
    let quote = css[offset]
    offset += 1
    let start = offset
    while offset < css.count, css[offset] != quote, css[offset] != 0x0A {
      offset += css[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(offset, css.count)
    offset = end + 1
    return reference(start..<end)
  }

  private func reference(_ range: Range<Int>) -> StyleReferences.Reference {
    StyleReferences.Reference(range: range, text: String(decoding: css[range], as: UTF8.self))
  }
}
