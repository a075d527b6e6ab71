extension UInt8 {
  /// Whether HTML calls the byte white space.
  var isHTMLSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
  }
}

/// Steps over pieces of HTML; each returns an index, `count` when the piece has no end.
extension Span<UInt8> {
  /// The next `byte` at or behind `start`.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    var index = start
    while index < count && self[index] != byte { index += 1 }
    return index
  }

  /// The next byte at or behind `start` that is not white space.
  func skippingSpace(from start: Int) -> Int {
    var index = start
    while index < count && self[index].isHTMLSpace { index += 1 }
    return index
  }

  /// The end of the name of a tag that begins at `start`.
  func endOfName(from start: Int) -> Int {
    var index = start
    while index < count && !self[index].isHTMLSpace && self[index] != UInt8(ascii: ">")
      && self[index] != UInt8(ascii: "/")
    { index += 1 }
    return index
  }

  /// Behind a comment, doctype or processing instruction that begins at `start`.
  func endOfDeclaration(at start: Int) -> Int {
    let isComment =
      start + 3 < count && self[start + 2] == UInt8(ascii: "-")
      && self[start + 3] == UInt8(ascii: "-")
    var end = firstIndex(of: UInt8(ascii: ">"), from: start)
    // `<!-->` is a whole comment, as the HTML standard has it.
    while isComment && end < count
      && !(end >= start + 4 && self[end - 1] == UInt8(ascii: "-")
        && self[end - 2] == UInt8(ascii: "-"))
    { end = firstIndex(of: UInt8(ascii: ">"), from: end + 1) }
    return Swift.min(end + 1, count)
  }

  /// Behind the end tag of an element whose content begins at `start`.
  func endOfElement(_ name: HTMLName, from start: Int) -> Int {
    var index = firstIndex(of: UInt8(ascii: "<"), from: start)
    while index < count {
      if index + 1 < count && self[index + 1] == UInt8(ascii: "/") {
        let nameEnd = endOfName(from: index + 2)
        if HTMLName(extracting(index + 2..<nameEnd)) == name {
          return Swift.min(firstIndex(of: UInt8(ascii: ">"), from: nameEnd) + 1, count)
        }
      }
      index = firstIndex(of: UInt8(ascii: "<"), from: index + 1)
    }
    return count
  }
}
