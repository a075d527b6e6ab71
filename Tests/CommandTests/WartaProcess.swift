import Foundation
import Testing

/// A run of the built program as a process of its own.
struct WartaProcess {
  let code: Int32
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs `warta` with `arguments`.
  init(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
    input: Data = Data()
  ) throws {
    let run = try Run(arguments, in: folder, environment: environment, input: input)
    try self.init(finishing: run)
  }

  /// Waits for a run and reads what it printed.
  init(finishing run: Run) throws {
    run.process.waitUntilExit()
    code = run.process.terminationStatus
    output = try Data(contentsOf: run.file("output"))
    errors = String(decoding: try Data(contentsOf: run.file("errors")), as: UTF8.self)
    try FileManager.default.removeItem(at: run.folder)
  }

  /// A program that runs.
  struct Run {
    let process = Process()
    fileprivate let folder: URL

    /// Output goes to files: a pipe that nobody reads would stop the program.
    init(
      _ arguments: [String], in directory: String? = nil, environment: [String: String] = [:],
      input: Data = Data()
    ) throws {
      folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("warta-run-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in ["output", "errors"] { try Data().write(to: file(name)) }
      try input.write(to: file("input"))
      process.executableURL = try WartaProcess.executable()
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment
        .merging(environment) { $1 }
      if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
      process.standardInput = try FileHandle(forReadingFrom: file("input"))
      process.standardOutput = try FileHandle(forWritingTo: file("output"))
      process.standardError = try FileHandle(forWritingTo: file("errors"))
      try process.run()
    }

    fileprivate func file(_ name: String) -> URL { folder.appendingPathComponent(name) }
  }

  /// The program beside the tests: both are products of one build.
  static func executable() throws -> URL {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
    var folder = URL(fileURLWithPath: try #require(bundle))
    // On macOS the bundle is a folder with the tests inside.
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("warta")
  }
}
