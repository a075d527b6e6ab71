package import Bytes

/// Makes the HTML of a page fit for feeds.
///
/// Addresses become absolute, and only elements and attributes of text, pictures and tables stay:
/// feed readers refuse scripts, styles and forms, and show relative links as dead ones. An embedded
/// page becomes a link to it. The HTML comes from Warta's own renderer or from raw HTML that a site
/// allows, so nothing in it is taken on trust: what is not a known tag is text.
package struct FeedBody: Sendable {
  private let page: PageAddress

  /// Reads HTML of the page at the absolute address `pageURL`.
  package init(pageURL: String) {
    page = PageAddress(pageURL)
  }

  /// Writes `html` to the end of `out`, fit for feeds.
  package func write(_ html: Span<UInt8>, into out: inout ByteBuffer) {
    var index = 0
    while index < html.count {
      let tag = html.firstIndex(of: UInt8(ascii: "<"), from: index)
      out.append(html.extracting(index..<tag))
      guard tag < html.count else { return }
      index = writeMarkup(in: html, at: tag, into: &out)
    }
  }

  /// Deals with what begins with `<` at `index`; returns where to go on.
  private func writeMarkup(in html: Span<UInt8>, at index: Int, into out: inout ByteBuffer) -> Int {
    guard index + 1 < html.count else {
      out.append("&lt;")
      return index + 1
    }
    switch html[index + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return html.endOfDeclaration(at: index)
    case UInt8(ascii: "/"): return writeEndTag(in: html, at: index, into: &out)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return writeStartTag(in: html, at: index, into: &out)
    default:
      out.append("&lt;")
      return index + 1
    }
  }

  private func writeEndTag(in html: Span<UInt8>, at index: Int, into out: inout ByteBuffer) -> Int {
    let nameEnd = html.endOfName(from: index + 2)
    let name = HTMLName(html.extracting(index + 2..<nameEnd))
    let end = html.firstIndex(of: UInt8(ascii: ">"), from: nameEnd)
    if FeedVocabulary.elements.contains(name) {
      out.append("</")
      out.append(html.extracting(index + 2..<nameEnd))
      out.append(">")
    }
    return min(end + 1, html.count)
  }

  private func writeStartTag(
    in html: Span<UInt8>, at index: Int, into out: inout ByteBuffer
  ) -> Int {
    let nameEnd = html.endOfName(from: index + 1)
    let name = HTMLName(html.extracting(index + 1..<nameEnd))
    guard FeedVocabulary.elements.contains(name) else {
      return skipElement(name, in: html, attributesAt: nameEnd, into: &out)
    }
    out.append("<")
    out.append(html.extracting(index + 1..<nameEnd))
    var position = nameEnd
    while let attribute = HTMLAttribute(in: html, at: &position) {
      page.write(attribute, of: html, into: &out)
    }
    out.append(">")
    return position
  }

  /// Leaves out a tag, and what stands in the element if it is not text.
  private func skipElement(
    _ name: HTMLName, in html: Span<UInt8>, attributesAt nameEnd: Int, into out: inout ByteBuffer
  ) -> Int {
    var position = nameEnd
    while let attribute = HTMLAttribute(in: html, at: &position) {
      guard name == "iframe", attribute.name == "src" else { continue }
      page.writeLink(to: html.extracting(attribute.value), into: &out)
    }
    guard FeedVocabulary.opaqueElements.contains(name) else { return position }
    return html.endOfElement(name, from: position)
  }
}
