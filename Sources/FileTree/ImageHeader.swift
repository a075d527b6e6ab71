/// The size of a picture, read from the first bytes of its file.
package struct ImageHeader: Hashable, Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case png, jpeg, gif, webp, avif, svg

    /// The media type (RFC 6838).
    package var mediaType: String {
      self == .svg ? "image/svg+xml" : "image/\(rawValue)"
    }
  }

  package var format: Format
  /// Pixels; for an SVG the numbers of its `width` and `height` or of its `viewBox`.
  package var width: Int
  /// Pixels.
  package var height: Int

  /// Reads the header of a picture; nothing when the bytes are no picture that Warta knows.
  package init?(_ bytes: [UInt8]) {
    let reader = HeaderReader(bytes)
    guard
      let header = reader.png ?? reader.gif ?? reader.webp ?? reader.jpeg ?? reader.avif
        ?? reader.svg
    else { return nil }
    self = header
  }

  fileprivate init(_ format: Format, _ width: Int, _ height: Int) {
    self.format = format
    self.width = width
    self.height = height
  }
}

/// Reads numbers at offsets; an offset outside the file makes the header unreadable.
private struct HeaderReader {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func holds(_ text: StaticString, at offset: Int) -> Bool {
    let wanted = Array(text.description.utf8)
    guard offset >= 0, offset + wanted.count <= bytes.count else { return false }
    return bytes[offset..<(offset + wanted.count)].elementsEqual(wanted)
  }

  func big(_ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  func little(_ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// PNG, section 11.2.2: IHDR is the first chunk.
  var png: ImageHeader? {
    guard big(0, 4) == 0x8950_4E47, big(4, 4) == 0x0D0A_1A0A, let width = big(16, 4),
      let height = big(20, 4)
    else { return nil }
    return ImageHeader(.png, width, height)
  }

  /// GIF89a, section 18.
  var gif: ImageHeader? {
    guard holds("GIF8", at: 0), let width = little(6, 2), let height = little(8, 2) else {
      return nil
    }
    return ImageHeader(.gif, width, height)
  }

  /// WebP container: VP8, VP8L or VP8X.
  var webp: ImageHeader? {
    guard holds("RIFF", at: 0), holds("WEBP", at: 8) else { return nil }
    if holds("VP8X", at: 12), let width = little(24, 3), let height = little(27, 3) {
      return ImageHeader(.webp, width + 1, height + 1)
    }
    if holds("VP8L", at: 12), let bits = little(21, 4) {
      return ImageHeader(.webp, bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    if holds("VP8 ", at: 12), let width = little(26, 2), let height = little(28, 2) {
      return ImageHeader(.webp, width & 0x3FFF, height & 0x3FFF)
    }
    return nil
  }

  /// JPEG: the first start-of-frame marker (ITU T.81, section B.2.2).
  var jpeg: ImageHeader? {
    guard big(0, 2) == 0xFFD8 else { return nil }
    var offset = 2
    while let marker = big(offset, 2), marker >> 8 == 0xFF {
      if marker == 0xFFFF {
        offset += 1
        continue
      }
      let isFrame =
        (0xC0...0xCF).contains(marker & 0xFF) && ![0xC4, 0xC8, 0xCC].contains(marker & 0xFF)
      if isFrame, let height = big(offset + 5, 2), let width = big(offset + 7, 2) {
        return ImageHeader(.jpeg, width, height)
      }
      guard let length = big(offset + 2, 2), length >= 2 else { return nil }
      offset += 2 + length
    }
    return nil
  }

  /// AVIF: the largest `ispe` box (ISO/IEC 23008-12, section 6.5.3); thumbnails are smaller.
  var avif: ImageHeader? {
    guard holds("ftyp", at: 4), holds("avif", at: 8) || holds("avis", at: 8) || holds("mif1", at: 8)
    else { return nil }
    var largest: ImageHeader?
    for offset in 0..<max(0, min(bytes.count - 16, 4096)) where holds("ispe", at: offset) {
      guard let width = big(offset + 8, 4), let height = big(offset + 12, 4) else { continue }
      if width > largest?.width ?? 0 { largest = ImageHeader(.avif, width, height) }
    }
    return largest
  }

  /// SVG: the numbers of the root element.
  var svg: ImageHeader? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = text.range(of: "<svg"),
      let end = text[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let tag = text[start.upperBound..<end]
    if let width = number("width", in: tag), let height = number("height", in: tag) {
      return ImageHeader(.svg, width, height)
    }
    let box = attribute("viewBox", in: tag)?.split { $0 == " " || $0 == "," } ?? []
    guard box.count == 4, let width = Double(box[2]), let height = Double(box[3]),
      (0.5..<1e6).contains(width), (0.5..<1e6).contains(height)
    else { return nil }
    return ImageHeader(.svg, Int(width.rounded()), Int(height.rounded()))
  }

  private func number(_ name: String, in tag: Substring) -> Int? {
    guard var text = attribute(name, in: tag) else { return nil }
    if text.hasSuffix("px") { text.removeLast(2) }
    guard let value = Double(text), (0.5..<1e6).contains(value) else { return nil }
    return Int(value.rounded())
  }

  private func attribute(_ name: String, in tag: Substring) -> Substring? {
    guard let key = tag.range(of: " \(name)=") ?? tag.range(of: "\n\(name)="),
      let quote = tag[key.upperBound...].first, quote == "\"" || quote == "'"
    else { return nil }
    let value = tag[key.upperBound...].dropFirst()
    return value.firstIndex(of: quote).map { value[..<$0] }
  }
}

extension StringProtocol {
  /// The first occurrence of `text`.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      formIndex(after: &start)
    }
    return nil
  }
}
