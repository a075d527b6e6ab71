import Foundation
import Testing

import Localization

struct NormalizationTableTests {
  @Test(
    .enabled(if: TableFile.isUpdating, "the table follows the Unicode version it was made with"))
  func `the table says what Foundation says`() throws {
    var rows: [String] = []
    for value in UInt32(0x80)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), !(0xAC00...0xD7A3).contains(value) else { continue }
      let text = String(Character(scalar))
      let parts = text.decomposedStringWithCanonicalMapping.unicodeScalars
      if parts.elementsEqual([scalar]) { continue }
      let whole = text.precomposedStringWithCanonicalMapping.unicodeScalars
      let hex = { (scalar: Unicode.Scalar) in String(scalar.value, radix: 16) }
      guard whole.elementsEqual([scalar]), let last = parts.last else {
        rows.append("\(hex(scalar))!\(parts.map(hex).joined(separator: " "))")
        continue
      }
      // A composite is what its shorter composite and its last part make.
      let before = String(Substring(parts.dropLast())).precomposedStringWithCanonicalMapping
      try #require(before.unicodeScalars.count == 1)
      rows.append("\(hex(scalar))=\(before.unicodeScalars.map(hex).joined()) \(hex(last))")
    }
    let table = TableFile(
      name: "NormalizationTable", source: "canonical decompositions of Unicode (UAX #15)",
      version: "15.1",
      summary: "Decompositions of scalars; `CanonicalData` reads it.")
    try table.check(rows)
  }
}
