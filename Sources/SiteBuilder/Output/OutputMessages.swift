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
}
