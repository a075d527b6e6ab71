internal import Bytes
internal import Localization

/// JSON (RFC 8259) as a stream: commas follow from the last byte written, so nothing is collected.
extension ByteBuffer {
  /// Writes a comma unless an object or array has just been opened.
  mutating func separate() {
    let isFirst = withSpan { bytes in
      bytes.count == 0 || bytes[bytes.count - 1] == UInt8(ascii: "{")
        || bytes[bytes.count - 1] == UInt8(ascii: "[")
    }
    if !isFirst { append(UInt8(ascii: ",")) }
  }

  /// Writes the name of a member.
  mutating func key(_ name: StaticString) {
    separate()
    append("\"")
    append(name)
    append("\":")
  }

  /// Writes a member that is an object; an object without a name is an element of an array.
  mutating func object(_ name: StaticString? = nil, _ members: (inout ByteBuffer) -> Void) {
    if let name { key(name) } else { separate() }
    append("{")
    members(&self)
    append("}")
  }

  /// Writes a member that is an array of objects, unless it would be empty.
  mutating func array<Element>(
    _ name: StaticString, of elements: [Element], _ members: (inout ByteBuffer, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    key(name)
    append("[")
    for element in elements { object { members(&$0, element) } }
    append("]")
  }

  /// Writes a member that is an array of texts, unless it would be empty.
  mutating func array(_ name: StaticString, texts: [String]) {
    guard !texts.isEmpty else { return }
    key(name)
    append("[")
    for text in texts {
      separate()
      append(json: text)
    }
    append("]")
  }

  /// Writes a member that is an array of addresses, unless it would be empty.
  mutating func array(_ name: StaticString, uris: [String]) {
    guard !uris.isEmpty else { return }
    key(name)
    append("[")
    for uri in uris {
      separate()
      append("\"")
      append(uri: uri, for: .script)
      append("\"")
    }
    append("]")
  }

  /// Writes a member that is a text, unless there is none.
  mutating func member(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    key(name)
    append(json: text)
  }

  /// Writes a member that is a text known to need no escape.
  mutating func member(_ name: StaticString, literal: StaticString) {
    key(name)
    append("\"")
    append(literal)
    append("\"")
  }

  /// Writes a member that is an address with a fragment, unless there is none.
  mutating func member(_ name: StaticString, uri: String?, fragment: StaticString = "") {
    guard let uri, !uri.isEmpty else { return }
    key(name)
    append("\"")
    append(uri: uri, for: .script)
    append(fragment)
    append("\"")
  }

  /// Writes a member that is a time (RFC 3339), unless there is none.
  mutating func member(_ name: StaticString, _ time: Timestamp?) {
    guard let time else { return }
    key(name)
    append("\"")
    append(rfc3339: time.instant, offset: time.offset)
    append("\"")
  }

  /// Writes a member that is a number, unless there is none.
  mutating func member(_ name: StaticString, number: Int?) {
    guard let number else { return }
    key(name)
    append(decimal: number)
  }

  /// Writes a member that is a truth value.
  mutating func member(_ name: StaticString, flag: Bool) {
    key(name)
    append(flag ? "true" : "false")
  }
}
