internal import Diagnostics
internal import FileTree

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

  static func noCache(_ error: DiskError) -> Diagnostic {
    Diagnostic(
      .warning, id: "output.no-cache",
      "nothing can be remembered for the next build: \(error.diagnostic.summary)",
      help: "name a folder that can be written with --cache")
  }

  static func reservedName(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "output.reserved-name", "the name '\(path)' is kept for Warta's own files",
      help: "names at the top of the output that begin with '.warta-' are Warta's: rename it")
  }

  static func notInCleanBuild(_ path: String) -> Diagnostic {
    unverified("'\(path)' is in the output, and a clean build does not make it")
  }

  static func onlyInCleanBuild(_ path: String) -> Diagnostic {
    unverified("'\(path)' is missing in the output, and a clean build makes it")
  }

  static func differsFromCleanBuild(_ path: String, difference: String) -> Diagnostic {
    var diagnostic = unverified("'\(path)' is not what a clean build makes")
    diagnostic.notes = [.init(difference)]
    return diagnostic
  }

  private static func unverified(_ summary: String) -> Diagnostic {
    Diagnostic(
      .error, id: "output.unverified", summary,
      help: "remove the folder .warta and build again; Warta is wrong here: please report it")
  }
}
