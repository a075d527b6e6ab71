internal import Bytes

/// The address that the references of a page are relative to (RFC 3986, section 5).
struct PageAddress: Sendable {
  /// The address without query and fragment.
  private let page: [UInt8]
  /// The length of `https:`, of `https://host`, and of everything to the last `/`.
  private let scheme: Int
  private let authority: Int
  private let folder: Int

  init(_ url: String) {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    var out = ByteBuffer(capacity: 256)
    // The address goes into attributes, so its ampersands are written as references.
    out.append(uri: String(path), for: .xml)
    let page = out.bytes()
    authority = page.span.endOfAuthority
    scheme = min(page.span.firstIndex(of: UInt8(ascii: ":"), from: 0) + 1, authority)
    let lastSlash = page.lastIndex(of: UInt8(ascii: "/")) ?? 0
    folder = max(lastSlash + 1, authority)
    self.page = page
  }
}

// MARK: - Writing

extension PageAddress {
  /// Writes an attribute if feeds may hold it, with its addresses made absolute.
  func write(_ attribute: HTMLAttribute, of html: Span<UInt8>, into out: inout ByteBuffer) {
    let value = html.extracting(attribute.value)
    let before = out.count
    out.append(" ")
    out.append(html.extracting(attribute.nameRange))
    out.append("=\"")
    if FeedVocabulary.addresses.contains(attribute.name) {
      guard write(reference: value, into: &out) else { return out.truncate(to: before) }
    } else if attribute.name == "srcset" {
      guard write(candidates: value, into: &out) else { return out.truncate(to: before) }
    } else if FeedVocabulary.attributes.contains(attribute.name) {
      out.append(attributeValue: value)
    } else {
      return out.truncate(to: before)
    }
    out.append("\"")
  }

  /// Writes a link to an embedded page; nothing when its address is refused.
  func writeLink(to reference: Span<UInt8>, into out: inout ByteBuffer) {
    let before = out.count
    out.append("<p><a href=\"")
    guard write(reference: reference, into: &out) else { return out.truncate(to: before) }
    out.append("\">")
    _ = write(reference: reference, into: &out)
    out.append("</a></p>")
  }

  /// Writes `a.jpg 640w, b.jpg 1280w`; a refused address refuses them all.
  private func write(candidates: Span<UInt8>, into out: inout ByteBuffer) -> Bool {
    var index = 0
    var isFirst = true
    while true {
      while index < candidates.count && candidates[index].separatesCandidates { index += 1 }
      guard index < candidates.count else { return !isFirst }
      if !isFirst { out.append(", ") }
      isFirst = false
      let start = index
      while index < candidates.count && !candidates[index].isHTMLSpace { index += 1 }
      let isAlone = candidates[index - 1] == UInt8(ascii: ",")
      let address = candidates.extracting(start..<(isAlone ? index - 1 : index))
      guard write(reference: address, into: &out) else { return false }
      guard !isAlone else { continue }
      let end = candidates.firstIndex(of: UInt8(ascii: ","), from: index)
      out.append(attributeValue: candidates.extracting(index..<end))
      index = end
    }
  }
}

// MARK: - Resolving

extension PageAddress {
  /// Writes the absolute form of a reference; returns false for a scheme that feeds may not hold.
  ///
  /// Whatever is not plainly an absolute address is put behind this page's own, so a scheme that
  /// hides behind references or controls never gets to be one.
  private func write(reference: Span<UInt8>, into out: inout ByteBuffer) -> Bool {
    let reference = reference.extracting(reference.trimmed)
    guard let scheme = reference.scheme else {
      var rest = 0
      writeBase(for: reference, rest: &rest, into: &out)
      out.append(uriPath: reference.extracting(rest..<reference.count), for: .plain)
      return true
    }
    guard Self.schemes.contains(scheme) else { return false }
    out.append(uri: reference, for: .plain)
    return true
  }

  private static let schemes: Set<HTMLName> = ["http", "https", "mailto", "tel"]

  /// Writes what stands before a relative reference; `rest` is where the reference goes on.
  private func writeBase(for reference: Span<UInt8>, rest: inout Int, into out: inout ByteBuffer) {
    guard reference.count > 0 else { return out.append(page) }
    switch reference[0] {
    case UInt8(ascii: "/") where reference.count > 1 && reference[1] == UInt8(ascii: "/"):
      out.append(page[..<scheme])
    case UInt8(ascii: "/"): out.append(page[..<authority])
    case UInt8(ascii: "?"), UInt8(ascii: "#"): out.append(page)
    default:
      out.append(page[..<folder(climbing: reference, rest: &rest)])
      if folder == page.count && page.last != UInt8(ascii: "/") { out.append("/") }
    }
  }

  /// The length of the folder that is left after each `../` of a reference.
  private func folder(climbing reference: Span<UInt8>, rest: inout Int) -> Int {
    var folder = folder
    while let step = reference.dotSegment(at: rest) {
      rest += step
      guard step == 3, folder > authority + 1 else { continue }
      folder = (page[authority..<folder - 1].lastIndex(of: UInt8(ascii: "/")) ?? authority) + 1
    }
    return folder
  }
}

extension Span<UInt8> {
  /// The name of the scheme, when the reference is absolute.
  fileprivate var scheme: HTMLName? {
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        if index == 0 { return nil }
      case UInt8(ascii: ":"): return index == 0 ? nil : HTMLName(extracting(0..<index))
      default: return nil
      }
    }
    return nil
  }

  /// The length of `./` or `../` at `index`.
  fileprivate func dotSegment(at index: Int) -> Int? {
    guard index < count, self[index] == UInt8(ascii: ".") else { return nil }
    let isDouble = index + 1 < count && self[index + 1] == UInt8(ascii: ".")
    let slash = index + (isDouble ? 2 : 1)
    guard slash < count, self[slash] == UInt8(ascii: "/") else { return nil }
    return slash - index + 1
  }

  /// Where the text is, without white space around it.
  fileprivate var trimmed: Range<Int> {
    let start = skippingSpace(from: 0)
    var end = count
    while end > start && self[end - 1].isHTMLSpace { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  fileprivate var separatesCandidates: Bool { isHTMLSpace || self == UInt8(ascii: ",") }
}

extension ByteBuffer {
  /// Writes a value that is escaped already, but perhaps for other quotation marks.
  fileprivate mutating func append(attributeValue value: Span<UInt8>) {
    append(value, where: { $0 == UInt8(ascii: "\"") }) { out, _, _ in
      out.append("&quot;")
      return 1
    }
  }
}
