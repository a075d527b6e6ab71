internal import Bytes
package import FileTree

/// The files of the site's theme: its own, and the built-in ones that it does not replace.
///
/// They are named by their path below `Templates/`. Diagnostics call a built-in file
/// `builtin:base.html`, because the site has no such file to open.
package struct ThemeFiles: Sendable {
  /// One file.
  package struct File: Sendable {
    package var name: String
    /// What diagnostics call it.
    package var displayPath: String
    package var bytes: [UInt8]
    package var isBuiltin: Bool
  }

  /// All files, sorted by the bytes of their names.
  package let files: [File]

  /// What the display path of a built-in file begins with.
  package static let builtinPrefix = "builtin:"

  /// Reads the theme of the site in `root`; `usesBuiltin` says whether missing files are filled in.
  package init(
    of tree: SourceTree, root: String, usesBuiltin: Bool, disk: Disk
  ) throws(DiskError) {
    var files: [String: File] = [:]
    if usesBuiltin {
      for file in BuiltinTheme.files {
        files[file.path] = File(
          name: file.path, displayPath: Self.builtinPrefix + file.path, bytes: Array(file.bytes),
          isBuiltin: true)
      }
    }
    for file in tree.files(below: "Templates") {
      let path = file.path.string
      let name = String(path.dropFirst("Templates/".count))
      guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      files[name] = File(
        name: name, displayPath: path, bytes: try disk.read(root + "/" + path),
        isBuiltin: false)
    }
    self.files = files.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Only the built-in theme.
  package init() {
    files = BuiltinTheme.files.map {
      File(
        name: $0.path, displayPath: Self.builtinPrefix + $0.path, bytes: Array($0.bytes),
        isBuiltin: true)
    }
  }

  /// The file called `name`, or nothing.
  package func file(_ name: String) -> File? {
    files.first { $0.name == name }
  }

  /// The name under which built-in templates find the built-in base when the site's own base has no
  /// block `main`: pages that fill only that block would be blank on it.
  static let builtinBase = "builtin/base.html"

  /// Whether built-in templates must use the built-in base.
  package var hasBaseWithoutMain: Bool {
    guard let base = file("base.html"), !base.isBuiltin, files.contains(where: \.isBuiltin) else {
      return false
    }
    return !base.bytes.contains(words: "block main")
  }

  /// The templates as the engine gets them.
  package var sources: [File] {
    guard hasBaseWithoutMain, let base = BuiltinTheme.files.first(where: { $0.path == "base.html" })
    else { return templates }
    let own = templates.map { file in
      guard file.isBuiltin else { return file }
      var file = file
      file.bytes = file.bytes.replacing(
        Array("\"base.html\"".utf8), with: Array("\"\(Self.builtinBase)\"".utf8))
      return file
    }
    return own + [
      File(
        name: Self.builtinBase, displayPath: Self.builtinPrefix + base.path,
        bytes: Array(base.bytes), isBuiltin: true)
    ]
  }

  /// The templates: every `.html` and `.xml` file outside `assets/` and `strings/`.
  package var templates: [File] {
    files.filter { file in
      !file.name.hasPrefix("assets/") && !file.name.hasPrefix("strings/")
        && (file.name.hasSuffix(".html") || file.name.hasSuffix(".xml")
          || file.name.hasSuffix(".txt") || file.name.hasSuffix(".json"))
    }
  }

  /// The assets, named by their path below `assets/`.
  package var assets: [(name: String, file: File)] {
    files.filter { $0.name.hasPrefix("assets/") }.map {
      (String($0.name.dropFirst("assets/".count)), $0)
    }
  }

  /// The files of UI strings: language tag and file.
  package var strings: [(language: String, file: File)] {
    files.filter { $0.name.hasPrefix("strings/") && $0.name.hasSuffix(".yaml") }.map {
      (String($0.name.dropFirst("strings/".count).dropLast(".yaml".count)), $0)
    }
  }
}

extension [UInt8] {
  /// Whether the words of `text` stand somewhere in the bytes with any white space between them.
  fileprivate func contains(words text: String) -> Bool {
    split(whereSeparator: { $0 <= 0x20 }).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ").contains(text)
  }
}
