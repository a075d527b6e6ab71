/// Names of folders and paths that no section and no edition may have.
package enum ReservedNames {
  /// Folders of `Content/` that hold no stories.
  package static let folders = ["pages", "fronts", "static", "data", "urls"]

  /// Who owns `name`; nothing when it is free.
  static func owner(of name: String) -> String? {
    if folders.contains(name) { return "the folder Content/\(name)" }
    if name == "assets" { return "the folder of hashed assets" }
    return nil
  }
}
