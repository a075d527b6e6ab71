internal import Bytes

/// Copies HTML tag by tag, makes its URLs absolute and leaves out what an allow-list does not name.
struct HTMLRewriter {
  private let base: AbsoluteURL
  /// None when everything passes.
  private let allowList: HTMLAllowList?

  init(page: String, allowList: HTMLAllowList?) {
    base = AbsoluteURL(page: page)
    self.allowList = allowList
  }

  mutating func rewrite(_ html: Span<UInt8>, into output: inout ByteBuffer) {
    var scanner = HTMLScanner()
    var start = scanner.position
    while let token = scanner.next(in: html) {
      let range = start..<scanner.position
      switch token {
      case .text: output.append(html.extracting(range))
      case .open(let tag): open(tag, html, range, &scanner, into: &output)
      case .close(let name):
        if allows(html, name) { output.append(html.extracting(range)) }
      case .comment, .other, .broken:
        if allowList == nil { output.append(html.extracting(range)) }
      }
      start = scanner.position
    }
  }

  private func allows(_ html: Span<UInt8>, _ name: Range<Int>) -> Bool {
    allowList?.allows(html.lowercaseText(name)) ?? true
  }

  private func open(
    _ tag: HTMLTag, _ html: Span<UInt8>, _ range: Range<Int>, _ scanner: inout HTMLScanner,
    into output: inout ByteBuffer
  ) {
    if tag.attributes.isEmpty, allows(html, tag.name) {
      output.append(html.extracting(range))
      return copyRawText(of: tag, html, &scanner, into: &output)
    }
    let name = html.lowercaseText(tag.name)
    if let allowList, !allowList.allows(name) {
      if HTMLAllowList.opaque.contains(name) {
        scanner.skipContent(of: Array(name.utf8), in: html)
      }
      return
    }
    write(tag, name, html, into: &output)
    copyRawText(of: tag, html, &scanner, into: &output)
  }

  /// Copies what a script or style holds, which is no HTML.
  private func copyRawText(
    of tag: HTMLTag, _ html: Span<UInt8>, _ scanner: inout HTMLScanner,
    into output: inout ByteBuffer
  ) {
    guard html.isRawText(tag.name) else { return }
    let start = scanner.position
    scanner.skipContent(of: Array(html.lowercaseText(tag.name).utf8), in: html)
    output.append(html.extracting(start..<scanner.position))
  }

  private func write(
    _ tag: HTMLTag, _ name: String, _ html: Span<UInt8>, into output: inout ByteBuffer
  ) {
    output.append("<")
    output.append(html.extracting(tag.name))
    for attribute in tag.attributes {
      let attributeName = html.lowercaseText(attribute.name)
      if let allowList, attributeName != "srcset", !allowList.allows(attributeName, on: name) {
        continue
      }
      write(attribute, attributeName, html, into: &output)
    }
    let isClosed = html[tag.range.upperBound - 2] == UInt8(ascii: "/")
    output.append(isClosed ? " />" : ">")
  }

  private func write(
    _ attribute: HTMLAttribute, _ name: String, _ html: Span<UInt8>,
    into output: inout ByteBuffer
  ) {
    guard let value = attribute.value else {
      output.append(" ")
      output.append(html.extracting(attribute.name))
      return
    }
    guard name == "srcset" || HTMLAllowList.urlAttributes.contains(name) else {
      return copy(attribute, value, html, into: &output)
    }
    let text = HTMLReferences.decoded(html.text(value))
    guard let url = name == "srcset" ? sourceSet(text) : absolute(text) else { return }
    output.append(" ")
    output.append(html.extracting(attribute.name))
    output.append("=\"")
    if name == "srcset" {
      output.append(markdownEscaped: url.utf8.span)
    } else {
      output.append(urlAttribute: url.utf8.span)
    }
    output.append("\"")
  }

  private func copy(
    _ attribute: HTMLAttribute, _ value: Range<Int>, _ html: Span<UInt8>,
    into output: inout ByteBuffer
  ) {
    output.append(" ")
    output.append(html.extracting(attribute.name))
    output.append("=\"")
    for index in value {
      if html[index] == UInt8(ascii: "\"") {
        output.append("&quot;")
      } else {
        output.append(html[index])
      }
    }
    output.append("\"")
  }

  /// The absolute form of `url`; nothing when the feed's allow-list refuses it.
  private func absolute(_ url: String) -> String? {
    if allowList != nil {
      switch Destination(url, baseURL: nil) {
      case .refused, .hostWithoutScheme: return nil
      default: break
      }
    }
    return base.resolve(url)
  }

  /// `a.png 640w, b.png 2x` with absolute URLs.
  private func sourceSet(_ text: String) -> String? {
    let candidates = text.split(separator: ",").compactMap { candidate -> String? in
      let parts = candidate.split(whereSeparator: \.isWhitespace)
      guard let first = parts.first, let url = absolute(String(first)) else { return nil }
      return ([url] + parts.dropFirst().map(String.init)).joined(separator: " ")
    }
    return candidates.isEmpty ? nil : candidates.joined(separator: ", ")
  }
}

extension Span<UInt8> {
  /// Whether `name` is an element whose content is no HTML.
  fileprivate func isRawText(_ name: Range<Int>) -> Bool {
    matches(lowercase: Array("script".utf8), at: name)
      || matches(lowercase: Array("style".utf8), at: name)
      || matches(lowercase: Array("textarea".utf8), at: name)
      || matches(lowercase: Array("title".utf8), at: name)
  }
}
