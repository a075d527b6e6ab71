internal import Bytes
internal import SiteModel

/// Writes the lines of a manifest.
struct ManifestLineWriter<Listing: OutputListing>: Sendable {
  let files: [OutputFile]
  let listing: Listing

  /// Appends the line of a file without its end.
  func append(_ number: Int, to text: inout ByteBuffer) {
    let file = files[number]
    text.append(listing.path(of: number))
    text.append("\t")
    text.append(decimal: file.size)
    text.append("\t")
    text.append(hexadecimal: file.hash)
    text.append("\t")
    text.append(listing.kind(of: number).label)
    text.append("\t")
    guard let source = listing.source(of: number) else { return text.append("-") }
    guard source.contains(where: { $0 < 0x20 }) else { return text.append(source) }
    // A tab or a line break in the name of a source would end the field.
    for byte in source { text.append(byte < 0x20 ? UInt8(ascii: "?") : byte) }
  }
}

extension RouteKind {
  /// What the manifest calls the kind.
  var label: String { Self.labels[Int(rawValue)] }

  /// Made once: a file of every route asks.
  private static let labels = allCases.map { "\($0)" }
}
