import Bytes
import Testing

@Suite struct ByteBufferTests {
  @Test func `what is appended comes back in order`() {
    var buffer = ByteBuffer(capacity: 1)
    buffer.append("kabar ")
    buffer.append(String("ایران"))
    buffer.append([0x20, 0x21])
    buffer.append(decimal: -2024)
    #expect(buffer.string() == "kabar ایران !-2024")
  }

  @Test(arguments: [
    (0, 2, "00"), (7, 2, "07"), (123, 2, "123"), (-5, 3, "-005"),
    (Int.min, 1, "-9223372036854775808"),
  ])
  func `decimals are padded to a width`(number: Int, width: Int, expected: String) {
    var buffer = ByteBuffer()
    if number == .min {
      buffer.append(decimal: number)
    } else {
      buffer.append(decimal: number, width: width)
    }
    #expect(buffer.string() == expected)
  }

  @Test func `truncating keeps the first bytes`() {
    var buffer = ByteBuffer()
    buffer.append("abcdef")
    buffer.truncate(to: 2)
    buffer.append("z")
    #expect(buffer.bytes() == Array("abz".utf8))
  }
}

@Suite struct ByteViewTests {
  @Test func `a byte is found at or behind a place`() {
    let view = ByteView("a/b/c")
    #expect(view.firstIndex(of: UInt8(ascii: "/")) == 1)
    #expect(view.firstIndex(of: UInt8(ascii: "/"), from: 2) == 3)
    #expect(view.firstIndex(of: UInt8(ascii: "/"), from: 3) == 3)
    #expect(view.firstIndex(of: UInt8(ascii: "/"), from: 5) == nil)
    #expect(view.slice(0..<1).firstIndex(of: UInt8(ascii: "/")) == nil)
    #expect(ByteView.empty.firstIndex(of: 0) == nil)
  }
}

@Suite struct EscapingTests {
  @Test func `html references are those that Jinja writes`() {
    var buffer = ByteBuffer()
    buffer.append(htmlEscaped: #"<a href="x">R&D's</a>"#)
    #expect(buffer.string() == "&lt;a href=&#34;x&#34;&gt;R&amp;D&#39;s&lt;/a&gt;")
  }

  @Test func `json strings escape controls and quotes`() {
    var buffer = ByteBuffer()
    buffer.append(jsonString: "a\"b\\c\n\u{1}\u{7F}é")
    #expect(buffer.string() == #""a\"b\\c\n\u0001\u007fé""#)
  }

  @Test func `paths are percent-encoded byte by byte`() {
    var buffer = ByteBuffer()
    buffer.append(percentEncodedPath: "/fa/ایران/a b%")
    #expect(buffer.string() == "/fa/%D8%A7%DB%8C%D8%B1%D8%A7%D9%86/a%20b%25")
  }
}

@Suite struct FingerprintTests {
  @Test func `digits are written as they are read`() {
    let words: [UInt64] = [
      0, .max, 0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210, 0xA0A0_9F9F << 16,
    ]
    for (low, high) in zip(words, words.reversed()) {
      let fingerprint = Fingerprint(low: low, high: high)
      var buffer = ByteBuffer()
      buffer.append(hexadecimal: fingerprint)
      #expect(buffer.string() == fingerprint.hexadecimal)
      #expect(buffer.withView { Fingerprint(hexadecimal: $0) } == fingerprint)
    }
  }

  @Test func `the empty input has the published XXH3 value`() {
    let fingerprint = Fingerprint(of: [UInt8]())
    #expect(fingerprint.hexadecimal == "99aa06d3014798d86001c324468d497f")
  }

  @Test func `order matters when fingerprints are combined`() {
    let a = Fingerprint(of: "a")
    let b = Fingerprint(of: "b")
    var ab = a
    ab.combine(b)
    var ba = b
    ba.combine(a)
    #expect(ab != ba)
  }
}
