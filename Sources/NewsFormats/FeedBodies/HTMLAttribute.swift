/// An attribute of a start tag: where its name and value stand.
struct HTMLAttribute {
  let name: HTMLName
  let nameRange: Range<Int>
  /// The value without quotation marks, references not decoded; empty when there is none.
  let value: Range<Int>

  /// Reads the next attribute from `position` on; at the end of the tag there is none, and
  /// `position` is behind it.
  init?(in html: Span<UInt8>, at position: inout Int) {
    while position < html.count && (html[position].isHTMLSpace || html[position] == slash) {
      position += 1
    }
    guard position < html.count, html[position] != UInt8(ascii: ">") else {
      position = min(position + 1, html.count)
      return nil
    }
    let start = position
    // A stray `=` begins a name, as the HTML standard has it, so that every turn moves on.
    position += 1
    while position < html.count && !html[position].endsAttributeName { position += 1 }
    nameRange = start..<position
    name = HTMLName(html.extracting(nameRange))
    value = Self.value(in: html, at: &position)
  }

  private static func value(in html: Span<UInt8>, at position: inout Int) -> Range<Int> {
    let equals = html.skippingSpace(from: position)
    guard equals < html.count, html[equals] == UInt8(ascii: "=") else {
      return position..<position
    }
    let start = html.skippingSpace(from: equals + 1)
    guard start < html.count, html[start] == UInt8(ascii: "\"") || html[start] == UInt8(ascii: "'")
    else {
      position = start
      while position < html.count && !html[position].endsBareValue { position += 1 }
      return start..<position
    }
    let end = html.firstIndex(of: html[start], from: start + 1)
    position = min(end + 1, html.count)
    return start + 1..<end
  }
}

private let slash = UInt8(ascii: "/")

extension UInt8 {
  fileprivate var endsBareValue: Bool {
    isHTMLSpace || self == UInt8(ascii: ">")
  }

  fileprivate var endsAttributeName: Bool {
    endsBareValue || self == slash || self == UInt8(ascii: "=")
  }
}
