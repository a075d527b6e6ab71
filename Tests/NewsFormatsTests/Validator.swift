import Foundation
import Testing

/// A program that nobody here wrote and that reads what Warta writes.
///
/// The scripts are thin: they hand a document to feedparser, lxml, jsonschema or extruct and print
/// what these have to say. A script ends with 77 when its library is not installed; then the test
/// is cancelled, with a visible reason.
struct Validator {
  let script: String
  var arguments: [String] = []

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The path of a file in `Schemas`.
  static func schema(_ name: String) -> String {
    folder.appendingPathComponent("Schemas").appendingPathComponent(name).path
  }

  /// What the program prints about `document`.
  func output(for document: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let path = Self.folder.appendingPathComponent("Validators").appendingPathComponent(script)
    process.arguments = ["python3", path.path] + arguments
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let writer = Thread {
      input.fileHandleForWriting.write(Data(document.utf8))
      input.fileHandleForWriting.closeFile()
    }
    writer.start()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 77 {
      try Test.cancel("\(script) found no library to check with")
    }
    #expect(process.terminationStatus == 0, "\(script) failed")
    return String(decoding: printed, as: UTF8.self)
  }

  /// What the program prints about `document`, read as JSON.
  func value<Value: Decodable>(_ type: Value.Type, for document: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(output(for: document).utf8))
  }
}
