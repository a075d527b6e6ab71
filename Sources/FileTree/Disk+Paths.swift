extension Disk {
  /// The absolute path of `path` with links followed as far as its folders exist.
  package func resolvedPath(_ path: String) -> String {
    if let real = realPath(path) { return real }
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return "/" }
    let parent = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    let above = resolvedPath(parent.isEmpty ? "." : parent)
    switch last {
    case ".": return above
    case "..": return above.lastIndex(of: "/").map { String(above[..<$0]) } ?? above
    default: return above == "/" ? "/" + last : above + "/" + last
    }
  }
}
