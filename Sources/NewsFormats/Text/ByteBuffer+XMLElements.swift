internal import Bytes
internal import Localization

/// Elements of the documents of this module, one a line.
extension ByteBuffer {
  /// Appends `<name>text</name>` and a line break.
  mutating func element(_ name: StaticString, text: String) {
    open(name)
    append(xml: text)
    close(name)
  }

  /// Appends `<name>uri</name>` and a line break.
  mutating func element(_ name: StaticString, uri: String) {
    open(name)
    append(uri: uri, for: .xml)
    close(name)
  }

  /// Appends `<name>2024-09-19T10:41:00+07:00</name>` and a line break.
  mutating func element(_ name: StaticString, rfc3339 time: Timestamp) {
    open(name)
    append(rfc3339: time.instant, offset: time.offset)
    close(name)
  }

  /// Appends `<name>Thu, 19 Sep 2024 10:41:00 +0700</name>` and a line break.
  mutating func element(_ name: StaticString, rfc822 time: Timestamp) {
    open(name)
    append(rfc822: time.instant, offset: time.offset)
    close(name)
  }

  /// Appends ` name="value"`.
  mutating func attribute(_ name: StaticString, text: String) {
    append(" ")
    append(name)
    append("=\"")
    append(xmlAttribute: text)
    append("\"")
  }

  /// Appends ` name="uri"`.
  mutating func attribute(_ name: StaticString, uri: String) {
    append(" ")
    append(name)
    append("=\"")
    append(uri: uri, for: .xml)
    append("\"")
  }

  /// Appends ` name="number"`, unless the number is not known.
  mutating func attribute(_ name: StaticString, number: Int) {
    guard number > 0 else { return }
    append(" ")
    append(name)
    append("=\"")
    append(decimal: number)
    append("\"")
  }

  /// Appends `<name>`.
  mutating func open(_ name: StaticString) {
    append("<")
    append(name)
    append(">")
  }

  /// Appends `</name>` and a line break.
  mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    append(">\n")
  }
}
