internal import Bytes

extension String {
  /// The path without its last component, with the slash: `a/b/`.
  package var folder: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[...$0]) } ?? ""
  }

  /// What stands behind the last slash.
  package var lastComponent: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }

  /// The file below the output folder for an absolute path: `/a/b/` is `a/b/index.html`.
  package var outputPath: String {
    var buffer = ByteBuffer(capacity: utf8.count + 16)
    buffer.append(outputPathOf: utf8)
    return buffer.string()
  }
}

extension ByteBuffer {
  /// Appends the file below the output folder for an absolute path: `/a/b/` is `a/b/index.html`.
  mutating func append<Path: BidirectionalCollection>(outputPathOf path: Path)
  where Path.Element == UInt8 {
    let slash = UInt8(ascii: "/")
    for byte in path.first == slash ? path.dropFirst() : path[...] { append(byte) }
    guard let last = path.last, last != slash else { return append("index.html") }
    let name = path.reversed().prefix { $0 != slash }
    if !name.contains(UInt8(ascii: ".")) { append("/index.html") }
  }
}

extension EditionSettings {
  /// What the output paths of the edition begin with: nothing, or `fa/`.
  package var basePath: String { isDefault ? "" : key.value + "/" }
}
