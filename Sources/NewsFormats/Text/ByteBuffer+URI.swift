package import Bytes

/// What a URI is written into, which decides about the few characters that mean something there.
package enum URISurroundings: Sendable {
  /// An XML or HTML attribute or text: `&` becomes `&amp;`.
  case xml
  /// A JSON string inside a script element: `&` becomes `\u0026`.
  case script
  /// Nothing: the bytes of the URI alone.
  case plain
  /// A value of an nginx map, where `$` begins a variable.
  case nginx
  /// The right side of a line of `_redirects`, where `*` and `:` begin a pattern.
  case redirectTarget
  /// The left side, which is a path: `?` and `#` are letters like others.
  case redirectSource
}

extension URISurroundings {
  /// What an ampersand is written as; nothing when it stays.
  fileprivate var ampersand: StaticString? {
    switch self {
    case .xml: "&amp;"
    case .script: "\\u0026"
    default: nil
    }
  }

  /// Whether a character that a URI may hold means something else here.
  fileprivate func forbid(_ byte: UInt8) -> Bool {
    switch self {
    case .nginx: byte == UInt8(ascii: "$")
    case .redirectTarget: byte == UInt8(ascii: "*") || byte == UInt8(ascii: ":")
    case .redirectSource: byte != UInt8(ascii: "$")
    case .xml, .script, .plain: false
    }
  }
}

/// Addresses as formats for machines want them: RFC 3986, ASCII only.
///
/// A site speaks of its addresses in letters of any script (RFC 3987). What is already
/// percent-encoded stays as it is, so writing twice changes nothing.
extension ByteBuffer {
  /// Appends the URI of `iri`, ready for its surroundings.
  package mutating func append(uri iri: String, for surroundings: URISurroundings) {
    append(uri: iri.utf8.span, for: surroundings)
  }

  /// Appends the URI of `iri`, ready for its surroundings.
  package mutating func append(uri iri: Span<UInt8>, for surroundings: URISurroundings) {
    let path = iri.endOfAuthority
    append(authority: iri.extracting(0..<path))
    append(uriPath: iri.extracting(path..<iri.count), for: surroundings)
  }

  /// Appends the path, query and fragment of an IRI.
  package mutating func append(uriPath text: Span<UInt8>, for surroundings: URISurroundings) {
    append(text, where: { !isPlainInURI($0) }) { out, text, index in
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "%") where text.isPercentEncoded(at: index): return 0
      case UInt8(ascii: "&"):
        guard let escape = surroundings.ampersand else { return 0 }
        out.append(escape)
      case _ where isReserved(byte) && !surroundings.forbid(byte): return 0
      default: out.append(percent: byte)
      }
      return 1
    }
  }

  /// Appends `scheme://host:port`; a host in letters of other scripts becomes its ASCII form.
  private mutating func append(authority text: Span<UInt8>) {
    for index in text.indices where text[index] >= 0x80 {
      return append(asciiAuthority: text)
    }
    append(text)
  }
}

extension Span<UInt8> {
  /// Where the path begins; 0 when there is no `scheme://host` before it.
  var endOfAuthority: Int {
    guard let colon = indices.first(where: { self[$0] == UInt8(ascii: ":") }),
      colon + 2 < count, self[colon + 1] == UInt8(ascii: "/"), self[colon + 2] == UInt8(ascii: "/")
    else { return 0 }
    return indices.first { index in
      index > colon + 2
        && (self[index] == UInt8(ascii: "/") || self[index] == UInt8(ascii: "?")
          || self[index] == UInt8(ascii: "#"))
    } ?? count
  }

  /// Whether `%` at `index` begins an encoded byte.
  func isPercentEncoded(at index: Int) -> Bool {
    index + 2 < count && self[index + 1].hexadecimalValue != nil
      && self[index + 2].hexadecimalValue != nil
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// Characters of a path, query or fragment that never need care, whatever surrounds them.
@inline(__always)
private func isPlainInURI(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "/")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "'"),
    UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"), UInt8(ascii: ","),
    UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "@"):
    true
  default: false
  }
}

/// Characters of a URI that mean something in one surroundings or another.
private func isReserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: "?"),
    UInt8(ascii: "#"):
    true
  default: false
  }
}
