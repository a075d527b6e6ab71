internal import Bytes

/// Where a link or picture leads, judged after entities and percent-encoding are undone.
///
/// An allow-list: http, https, mailto and tel, paths of the site and `#fragments`. Browsers skip
/// spaces and controls in front of a scheme, tabs and line breaks anywhere in it, and read `\` as
/// `/`; so does this type.
enum Destination: Equatable {
  case external
  case ownAddress
  case mail
  case telephone
  /// The same page: `#fragment`, or `?query` alone.
  case fragment
  /// Inside the site; `suffix` is the query and fragment as written.
  case site(MarkdownReference, suffix: String)
  /// A scheme that is not allowed.
  case refused
  /// `//host`
  case hostWithoutScheme
  case empty

  /// Judges `url`; `baseURL` is the site's own address.
  init(_ url: String, baseURL: String?) {
    self = Self.usual(url, baseURL: baseURL) ?? Self.careful(url, baseURL: baseURL)
  }

  /// The destination of a URL without anything that needs care.
  private static func usual(_ url: String, baseURL: String?) -> Destination? {
    let bytes = url.utf8.span
    let isWeb = bytes.matches("https://", at: 0)
    for index in (isWeb ? 8 : 0)..<bytes.count {
      switch bytes[index] {
      case 0x00...0x20, 0x7F, UInt8(ascii: "%"), UInt8(ascii: "\\"): return nil
      case UInt8(ascii: ":") where !isWeb: return nil
      default: continue
      }
    }
    if isWeb { return isOwn(bytes, baseURL: baseURL) ? .ownAddress : .external }
    if bytes.isEmpty { return .empty }
    if bytes[0] == UInt8(ascii: "#") { return .fragment }
    if bytes.matches("//", at: 0) { return .hostWithoutScheme }
    return path(url)
  }

  private static func careful(_ url: String, baseURL: String?) -> Destination {
    let bytes = Self.asBrowsersRead(url)
    switch bytes.first {
    case nil: return .empty
    case UInt8(ascii: "#"): return .fragment
    case UInt8(ascii: "/") where bytes.count > 1 && bytes[1] == UInt8(ascii: "/"):
      return .hostWithoutScheme
    default: return Self.scheme(of: bytes, baseURL: baseURL) ?? Self.path(url)
    }
  }

  private static func scheme(of bytes: [UInt8], baseURL: String?) -> Destination? {
    let head = bytes.prefix { byte in
      byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
    }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    switch String(decoding: head[..<colon], as: UTF8.self) {
    case "http", "https":
      guard bytes.count > colon + 3, bytes[colon + 1] == UInt8(ascii: "/"),
        bytes[colon + 2] == UInt8(ascii: "/")
      else { return .refused }
      return isOwn(bytes.span, baseURL: baseURL) ? .ownAddress : .external
    case "mailto": return .mail
    case "tel": return .telephone
    default: return .refused
    }
  }

  private static func isOwn(_ url: Span<UInt8>, baseURL: String?) -> Bool {
    guard let baseURL else { return false }
    let base = baseURL.utf8.span
    var length = base.count
    while length > 0, base[length - 1] == UInt8(ascii: "/") { length -= 1 }
    guard length > 0, url.count >= length else { return false }
    for index in 0..<length where lowercase(url[index]) != lowercase(base[index]) { return false }
    guard url.count > length else { return true }
    let next = url[length]
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "?") || next == UInt8(ascii: "#")
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private static func path(_ url: String) -> Destination {
    let end = url.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let path = PercentCoding.decoded(String(url[..<(end ?? url.endIndex)]))
    guard !path.isEmpty else { return .fragment }
    let suffix = end.map { String(url[$0...]) } ?? ""
    let kind: MarkdownReference.Kind =
      isMarkdown(path) ? .story : path.utf8.first == UInt8(ascii: "/") ? .path : .file
    return .site(MarkdownReference(kind: kind, path: path), suffix: suffix)
  }

  private static func isMarkdown(_ path: String) -> Bool {
    guard path.utf8.count > 3 else { return false }
    return path.utf8.suffix(3).map { $0 | 0x20 } == [0x2E | 0x20, 0x6D, 0x64]
  }

  /// Lower case up to the path, percent-encoding undone, without what browsers skip.
  private static func asBrowsersRead(_ url: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(url.utf8.count)
    for byte in PercentCoding.decoded(url).utf8 {
      switch byte {
      case 0x00...0x20, 0x7F: if !bytes.isEmpty, byte == 0x20 { bytes.append(byte) }
      case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "/"))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
