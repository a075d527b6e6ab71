import Foundation

/// A terminal that nobody watches, by `script` of util-linux.
enum PseudoTerminal {
  private static let program = "/usr/bin/script"

  /// Whether there can be one: the option that names the command is util-linux's.
  static var isThere: Bool {
    #if os(Linux)
      FileManager.default.isExecutableFile(atPath: program)
    #else
      false
    #endif
  }

  /// What `warta` prints with `arguments` when its output is a terminal.
  static func output(of arguments: [String], in folder: String) throws -> String {
    let command = [try WartaProcess.executable().path] + arguments
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-qec", command.map { "'\($0)'" }.joined(separator: " "), "/dev/null"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let printed = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: printed, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}
