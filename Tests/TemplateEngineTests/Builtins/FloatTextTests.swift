import Bytes
import Testing

import TemplateEngine

struct FloatTextTests {
  @Test(arguments: [
    (2.5, "2.5"), (3, "3.0"), (0, "0.0"), (-0.0, "-0.0"), (1e15, "1000000000000000.0"),
    (1e16, "1e+16"), (9_999_999_999_999_998, "9999999999999998.0"), (1e22, "1e+22"),
    (1.5e300, "1.5e+300"), (0.0001, "0.0001"), (0.00001, "1e-05"), (-1.25e-7, "-1.25e-07"),
    (Double.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
    (0.1 + 0.2, "0.30000000000000004"), (123_456_789_012_345_680, "1.2345678901234568e+17"),
    (Double.infinity, "inf"), (-Double.infinity, "-inf"), (Double.nan, "nan"),
  ])
  func `a float is printed by the shortest digits that read back`(number: Double, text: String) {
    var buffer = ByteBuffer()
    buffer.append(float: number)
    #expect(buffer.string() == text)
  }

  @Test func `what is printed reads back as the same number`() {
    var generator = Xorshift(state: 42)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      var buffer = ByteBuffer()
      buffer.append(float: number)
      #expect(Double(buffer.string())?.bitPattern == number.bitPattern)
    }
  }

  @Test(arguments: [
    (2.675, 2, "2.67"), (2.5, 0, "2"), (3.5, 0, "4"), (0.125, 2, "0.12"), (0.375, 2, "0.38"),
    (999.995, 2, "1000.00"), (9.5, 0, "10"), (0.05, 1, "0.1"), (0.04, 1, "0.0"),
    (1e21, 1, "1000000000000000000000.0"), (0.1, 20, "0.10000000000000000555"),
    (Double.leastNonzeroMagnitude, 2, "0.00"), (123.456, 1, "123.5"), (-1.25, 1, "-1.2"),
  ])
  func `fixed digits round the exact value half to even`(
    number: Double, places: Int, text: String
  ) throws {
    let page = try Page(#"{{ "%.\#(places)f"|format(n) }}"#, #"{"n": \#(number)}"#)
    #expect(page.summary == text)
  }

  @Test(arguments: [
    (2.675, 2, 2.67), (1.005, 2, 1.0), (2.5, 0, 2), (-2.5, 0, -2), (1234.5678, -2, 1200),
    (0.1, 400, 0.1), (5, -400, 0), (1.7976931348623157e308, 2, 1.7976931348623157e308),
    (Double.leastNonzeroMagnitude, 323, 0), (1.15, 1, 1.1), (0.045, 2, 0.04),
  ])
  func `rounding finds the nearest number with so many digits`(
    number: Double, places: Int, rounded: Double
  ) throws {
    let page = try Page("{{ n|round(\(places)) }}", #"{"n": \#(number)}"#)
    #expect(Double(page.summary) == rounded)
  }

  @Test(arguments: 0..<5)
  func `the quick way of rounding agrees with the exact one`(places: Int) throws {
    var generator = Xorshift(state: 7 + UInt64(places))
    let numbers = (0..<4000).map { _ in Double(Int64(bitPattern: generator.next()) >> 20) / 1000 }
    let page = try Page(
      #"{% for n in numbers %}{{ n|round(\#(places)) }} {{ "%.\#(places)f"|format(n) }}{{ "\n" }}{% endfor %}"#,
      #"{"numbers": \#(numbers)}"#)
    let lines = page.summary.split(separator: "\n")
    #expect(lines.count == numbers.count)
    for line in lines {
      let roundings = line.split(separator: " ").map { Double($0) }
      #expect(roundings.count == 2 && roundings[0] == roundings[1], "\(line)")
    }
  }
}
