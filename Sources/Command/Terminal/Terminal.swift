internal import Diagnostics
internal import FileTree
internal import SiteBuilder

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the program prints: results on standard output, everything else on standard error.
struct Terminal {
  var format: DiagnosticPrinter.Format = .human
  var isQuiet = false
  /// The folder that the paths of diagnostics are relative to.
  var root = "."
  /// Texts that are in no file, by the name that diagnostics give them.
  var texts: [String: [UInt8]] = [:]

  /// Prints diagnostics, grouped and sorted.
  func report(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    var printer = DiagnosticPrinter(format: format, usesColor: usesColor) { [root, texts] file in
      texts[file] ?? Self.source(file, root)
    }
    let text = printer.print(DiagnosticGroup.grouping(diagnostics))
    Self.write(text + (format == .human ? "\n" : ""), toErrors: true)
  }

  /// Prints a result line, unless told to be quiet.
  func print(_ text: String) {
    if !isQuiet { Self.write(TerminalText.printable(lines: text) + "\n", toErrors: false) }
  }

  /// Ends the program, which has done what it was asked.
  static func leave() -> Never { exit(0) }

  /// Writes `text` as it is.
  static func write(_ text: String, toErrors: Bool) {
    Disk().print(text, toErrors: toErrors)
  }

  /// Colours are for people at a terminal who did not refuse them (no-color.org).
  private var usesColor: Bool {
    guard Self.isInteractive else { return false }
    let refusal = unsafe getenv("NO_COLOR")
    return unsafe refusal == nil || refusal?.pointee == 0
  }

  /// Says why nothing seems to happen.
  @Sendable static func sayWaiting() {
    write("waiting for another build of this site to end\n", toErrors: true)
  }

  /// Whether results go to somebody and not to a file or another program.
  static var showsResults: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether somebody watches.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// The text that a diagnostic points into: a file of the site, or of the built-in theme.
  private static func source(_ file: String, _ root: String) -> [UInt8]? {
    if file.hasPrefix(ThemeFiles.builtinPrefix) {
      let name = file.dropFirst(ThemeFiles.builtinPrefix.count)
      return BuiltinTheme.files.first { $0.path == name }.map { Array($0.bytes) }
    }
    // A file that has gone has no excerpt; the place is printed all the same.
    return try? Disk().read(file.hasPrefix("/") ? file : root + "/" + file)
  }
}
