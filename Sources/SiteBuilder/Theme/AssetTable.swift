package import Bytes
package import Diagnostics

/// The assets of the theme under names that change with their content.
package struct AssetTable: Sendable {
  /// One file as it is published.
  package struct Asset: Sendable {
    /// The path below `Templates/assets`: `css/site.css`.
    package var name: String
    /// The path below the output folder: `assets/css/site.1f2e3d4c.css`.
    package var output: String
    package var bytes: [UInt8]
    package var fingerprint: Fingerprint
  }

  /// Sorted by name.
  package private(set) var assets: [Asset] = []
  private var numbers: [String: Int] = [:]

  package init() {}

  /// Solves the names of all assets: a stylesheet's after those of the files it refers to.
  package static func solve(
    _ theme: ThemeFiles
  ) -> (table: AssetTable, diagnostics: [Diagnostic]) {
    var solver = AssetSolver(theme)
    solver.solveAll()
    var table = AssetTable()
    table.assets = solver.solved.values.sorted {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
    for (number, asset) in table.assets.enumerated() { table.numbers[asset.name] = number }
    return (table, solver.diagnostics)
  }

  /// The asset called `name`; nothing when there is none.
  package subscript(name: String) -> Asset? { numbers[name].map { assets[$0] } }

  /// Every name, sorted.
  package var names: [String] { assets.map(\.name) }
}

/// Walks the references between stylesheets depth first.
private struct AssetSolver {
  private let files: [String: ThemeFiles.File]
  private(set) var solved: [String: AssetTable.Asset] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var path: [String] = []

  init(_ theme: ThemeFiles) {
    files = Dictionary(theme.assets.map { ($0.name, $0.file) }, uniquingKeysWith: { $1 })
  }

  mutating func solveAll() {
    for name in files.keys.sorted() { _ = solve(name) }
  }

  /// The asset called `name`; a circle ends where it closes.
  private mutating func solve(_ name: String) -> AssetTable.Asset? {
    if let known = solved[name] { return known }
    guard let file = files[name] else { return nil }
    path.append(name)
    defer { path.removeLast() }
    let bytes = name.hasSuffix(".css") ? rewritten(file, name) : file.bytes
    let fingerprint = Fingerprint(of: bytes)
    let asset = AssetTable.Asset(
      name: name, output: hashedName(name, fingerprint), bytes: bytes, fingerprint: fingerprint)
    solved[name] = asset
    return asset
  }

  private func hashedName(_ name: String, _ fingerprint: Fingerprint) -> String {
    let mark = fingerprint.hexadecimal.prefix(8)
    let slash = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    guard let dot = name[slash...].lastIndex(of: "."), dot > slash else {
      return "assets/\(name).\(mark)"
    }
    return "assets/\(name[..<dot]).\(mark)\(name[dot...])"
  }

  /// The stylesheet with its references changed to hashed names.
  private mutating func rewritten(_ file: ThemeFiles.File, _ name: String) -> [UInt8] {
    var output: [UInt8] = []
    var copied = 0
    for reference in StyleReferences.find(in: file.bytes) {
      guard let target = target(of: reference, in: name) else { continue }
      let location = SourceLocation(file: file.displayPath, range: reference.range)
      if let start = path.firstIndex(of: target.name) {
        diagnostics.append(
          ThemeMessages.assetCircle(Array(path[start...]) + [target.name], at: location))
        continue
      }
      guard let asset = solve(target.name) else {
        diagnostics.append(
          ThemeMessages.missingAsset(target.name, at: location, known: files.keys.sorted()))
        continue
      }
      output += file.bytes[copied..<reference.range.lowerBound]
      output += Array((relative(asset.output, from: name) + target.suffix).utf8)
      copied = reference.range.upperBound
    }
    return output + file.bytes[copied...]
  }

  /// The asset that a reference names, and its query or fragment; nothing for other hosts,
  /// absolute paths and data.
  private func target(
    of reference: StyleReferences.Reference, in name: String
  ) -> (name: String, suffix: String)? {
    let text = reference.text
    guard !text.isEmpty, !text.hasPrefix("/"), !text.hasPrefix("#"), !text.contains(":") else {
      return nil
    }
    let end = text.firstIndex { $0 == "?" || $0 == "#" } ?? text.endIndex
    var components = name.split(separator: "/").dropLast().map(String.init)
    for component in text[..<end].split(separator: "/") {
      switch component {
      case ".": continue
      case "..": _ = components.popLast()
      default: components.append(String(component))
      }
    }
    return (components.joined(separator: "/"), String(text[end...]))
  }

  /// The path from the stylesheet `name` to `output`, both below `assets/`.
  private func relative(_ output: String, from name: String) -> String {
    let depth = name.split(separator: "/").count - 1
    return String(repeating: "../", count: depth) + output.dropFirst("assets/".count)
  }
}
