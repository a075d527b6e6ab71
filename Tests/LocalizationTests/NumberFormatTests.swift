import Foundation
import Testing

import Bytes
import Localization

struct NumberFormatTests {
  @Test(arguments: [
    ("id", "1.234.567", "-1.234,5"), ("en", "1,234,567", "-1,234.5"),
    ("fa", "۱٬۲۳۴٬۵۶۷", "-۱٬۲۳۴٫۵"), ("ar", "1,234,567", "-1,234.5"),
    ("hi", "12,34,567", "-1,234.5"), ("es", "1.234.567", "-1234,5"),
    ("pl", "1\u{A0}234\u{A0}567", "-1234,5"), ("de", "1.234.567", "-1.234,5"),
    ("qqq", "1,234,567", "-1,234.5"),
  ])
  func `a language groups digits in its own way`(tag: String, whole: String, decimal: String) throws
  {
    let format = NumberFormat(language: try #require(LanguageTag(tag)))
    var buffer = ByteBuffer()
    format.append(1_234_567, to: &buffer)
    #expect(buffer.string() == whole)
    buffer.removeAll()
    format.append(-1234.5, to: &buffer)
    #expect(buffer.string() == decimal)
  }

  @Test func `digits can be set`() throws {
    let format = NumberFormat(language: try #require(LanguageTag("ar")), numerals: .arab)
    var buffer = ByteBuffer()
    format.append(1_234_567.25, to: &buffer)
    #expect(buffer.string() == "١٬٢٣٤٬٥٦٧٫٢٥")
  }

  @Test(arguments: [
    (0.0, 0, 3, "0"), (-0.0, 0, 3, "0"), (1.0, 1, 3, "1.0"), (0.125, 0, 2, "0.12"),
    (0.135, 0, 2, "0.14"), (2.5, 0, 0, "2"), (3.5, 0, 0, "4"), (9.999, 0, 2, "10"),
    (999.9996, 0, 3, "1,000"), (0.0004, 0, 3, "0"), (-0.0004, 0, 3, "0"), (1e-7, 0, 9, "0.0000001"),
    (1e16, 0, 3, "10,000,000,000,000,000"), (1e300, 0, 3, "1e+300"), (0.1 + 0.2, 0, 3, "0.3"),
    (0.5, 2, 2, "0.50"), (.infinity, 0, 3, "∞"), (-.infinity, 0, 3, "-∞"), (.nan, 0, 3, "NaN"),
    (0.05, 0, 1, "0"), (0.15, 0, 1, "0.2"),
  ])
  func `decimals are rounded half to even`(
    number: Double, minimum: Int, maximum: Int, text: String
  ) throws {
    let format = NumberFormat(language: try #require(LanguageTag("en")))
    var buffer = ByteBuffer()
    format.append(number, minimumFraction: minimum, maximumFraction: maximum, to: &buffer)
    #expect(buffer.string() == text)
  }

  @Test func `random numbers are written as Foundation writes them`() throws {
    let format = NumberFormat(language: try #require(LanguageTag("en")))
    let style = FloatingPointFormatStyle<Double>(locale: Locale(identifier: "en"))
      .precision(.fractionLength(0...3))
    var random = SeededGenerator(seed: 3)
    var buffer = ByteBuffer()
    for _ in 0..<2000 {
      let number = Double.random(in: -1e7...1e7, using: &random)
      buffer.removeAll()
      format.append(number, to: &buffer)
      #expect(buffer.string() == number.formatted(style))
    }
  }

  @Test func `numbers at the edge of 64 bits are written`() throws {
    let format = NumberFormat(language: try #require(LanguageTag("en")))
    var buffer = ByteBuffer()
    format.append(Int64.min, to: &buffer)
    #expect(buffer.string() == "-9,223,372,036,854,775,808")
  }

  @Test(
    arguments: [
      ("latin", Numerals.latn), ("arab", .arab), ("persian", .arabext), ("arabext", .arabext),
      ("roman", nil),
    ] as [(String, Numerals?)])
  func `numerals have two names each`(name: String, numerals: Numerals?) {
    #expect(Numerals(name: name) == numerals)
  }
}
