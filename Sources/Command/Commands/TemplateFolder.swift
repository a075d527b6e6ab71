internal import FileTree
internal import TemplateEngine

/// The templates of a folder that one template may use: those that it names, and those that these
/// name, so that a folder full of other things is not read.
struct TemplateFolder {
  private let folder: String
  private let disk: Disk
  private var names: Set<String> = []
  private(set) var sources: [TemplateSource] = []

  init(_ folder: String, disk: Disk) {
    self.folder = folder
    self.disk = disk
  }

  /// Loads the template called `name` and every file of the folder that a text in quotes names.
  mutating func load(_ name: String) throws {
    var pending = [name]
    while let next = pending.popLast() {
      // A template that is not there is reported by whoever asks for it.
      guard names.insert(next).inserted, try isFile(next) else { continue }
      let bytes = try disk.read(folder + "/" + next)
      sources.append(
        TemplateSource(
          name: next, displayPath: folder == "." ? next : folder + "/" + next, bytes: bytes))
      for text in Self.quotedTexts(in: bytes) where try isFile(text) { pending.append(text) }
    }
  }

  private func isFile(_ name: String) throws -> Bool {
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return false }
    return try disk.stamp(of: folder + "/" + name) != nil
      && disk.kind(of: folder + "/" + name) != .folder
  }

  /// The texts in single or double quotes that are short enough to be names of files.
  private static func quotedTexts(in bytes: [UInt8]) -> [String] {
    var texts: [String] = []
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
      for part in bytes.split(separator: quote) where (1...200).contains(part.count) {
        let text = String(decoding: part, as: UTF8.self)
        if !text.contains(where: { $0.isNewline || $0 == "{" || $0 == "<" }) { texts.append(text) }
      }
    }
    return texts
  }
}
