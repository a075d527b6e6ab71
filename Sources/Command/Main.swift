internal import ArgumentParser
internal import Diagnostics
internal import FileTree

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The entry point: runs a command and turns what it throws into an exit code.
///
/// 0 done · 1 errors in content or templates · 2 wrong usage or settings · 4 could not read or write
@main
enum Main {
  static func main() async {
    do {
      var command = try Warta.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(code(of: error))
    }
  }

  /// What a mistyped command was probably meant to be.
  private static var commandHint: String? {
    let names = Warta.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let typed = CommandLine.arguments.dropFirst().first, !names.contains(typed),
      let close = Suggestion.closest(to: typed, in: names)
    else { return nil }
    return "Did you mean 'warta \(close)'?\n"
  }

  /// Prints what an error says and answers its exit code.
  private static func code(of error: any Error) -> Int32 {
    switch error {
    case let failure as CommandFailure: return failure.code.rawValue
    case let failure as DiskError:
      Terminal().report([failure.diagnostic])
      return CommandFailure.Code.disk.rawValue
    case let failure as DiagnosticError:
      Terminal().report(failure.diagnostics)
      return CommandFailure.Code.disk.rawValue
    default:
      let code = Warta.exitCode(for: error)
      let message = Warta.fullMessage(for: error)
      let isFailure = code != .success
      if isFailure, let hint = Self.commandHint { Terminal.write(hint, toErrors: true) }
      if !message.isEmpty { Terminal.write(message + "\n", toErrors: isFailure) }
      return isFailure ? CommandFailure.Code.usage.rawValue : 0
    }
  }
}

/// A command that has reported why it failed.
struct CommandFailure: Error {
  /// Exit codes; scripts rely on them.
  enum Code: Int32 {
    case content = 1
    case usage = 2
    case disk = 4
  }

  var code: Code

  init(_ code: Code) {
    self.code = code
  }
}
