package import Bytes

/// Entries of nginx's `map` directive, one a line, for `include` inside it.
///
/// nginx compares with the decoded path, so the left side is raw bytes; the right side goes into a
/// header and is a URI. Both stand in quotation marks: a path may hold `;` or begin with `~`.
extension RedirectMap {
  /// Writes entries for an nginx `map $uri $target`, to be included.
  package func writeNginxRedirects(into out: inout ByteBuffer) {
    out.append(redirectsUsage)
    for redirect in redirects {
      out.append(nginxKey: redirect.from)
      out.append(" \"")
      out.append(uri: redirect.to, for: .nginx)
      out.append("\";\n")
    }
  }

  /// Writes entries for an nginx `map $uri $gone`, to be included.
  package func writeNginxGone(into out: inout ByteBuffer) {
    out.append(goneUsage)
    for path in gone {
      out.append(nginxKey: path)
      out.append(" 1;\n")
    }
  }
}

extension ByteBuffer {
  /// Writes a decoded path in quotation marks.
  fileprivate mutating func append(nginxKey path: String) {
    append("\"")
    append(path.utf8.span, where: isSpecialInKey) { out, text, index in
      switch text[index] {
      case UInt8(ascii: "%"):
        guard let byte = text.decodedByte(at: index) else { return 0 }
        out.append(quoted: byte)
        return 3
      default:
        out.append(quoted: text[index])
        return 1
      }
    }
    append("\"")
  }

  private mutating func append(quoted byte: UInt8) {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { append(UInt8(ascii: "\\")) }
    append(byte)
  }
}

/// nginx refuses keys longer than its default of 64 bytes, so the usage raises it.
private let redirectsUsage: StaticString = """
  # http {
  #   map_hash_bucket_size 1024;
  #   map $uri $moved { include nginx-redirects.map; }
  #   server { if ($moved) { return 301 $moved; } }
  # }

  """

private let goneUsage: StaticString = """
  # http {
  #   map_hash_bucket_size 1024;
  #   map $uri $gone { include nginx-gone.map; }
  #   server { if ($gone) { return 410; } }
  # }

  """

private func isSpecialInKey(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

extension Span<UInt8> {
  /// The byte that `%XX` at `index` stands for; a zero byte is no part of a path.
  fileprivate func decodedByte(at index: Int) -> UInt8? {
    guard index + 2 < count, let high = self[index + 1].hexadecimalValue,
      let low = self[index + 2].hexadecimalValue
    else { return nil }
    let byte = high << 4 | low
    return byte == 0 ? nil : byte
  }
}
