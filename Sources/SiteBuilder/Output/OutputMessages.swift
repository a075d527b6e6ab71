internal import Diagnostics

/// What is said about the output folder.
enum OutputMessages {
  static func foreignFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "output.foreign-folder",
      "the folder '\(path)' holds files that Warta did not write",
      help: "name another with --output, or let Warta take it over with --adopt")
  }

  static func foreignFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "output.foreign-file", "'\(path)' in the output folder is not Warta's",
      help: "move it to Content/static, or let Warta replace it with --adopt")
  }

  static func controlCharacter(_ path: String) -> Diagnostic {
    let shown = path.unicodeScalars.map { $0.value < 0x20 ? "?" : String($0) }.joined()
    return Diagnostic(
      .error, id: "output.control-character",
      "the name of '\(shown)' holds a tab or a line break",
      help: "rename the file: no reader could type its address")
  }
}
