internal import Bytes
internal import Diagnostics
internal import FileTree
internal import TemplateEngine

/// A folder of templates with their data and what the main one must print.
struct TemplateBenchmark: Sendable {
  let name: String
  private let library: TemplateLibrary
  private let data: FrozenData
  private let expected: [UInt8]

  /// Reads and compiles `folder`, whose main template is named after it.
  init(folder: String, disk: Disk) throws {
    name = folder.split(separator: "/").last.map(String.init) ?? folder
    let files = try FolderListing(of: folder, disk: disk).entries.map(\.name)
    let sources = try files.filter { $0.hasSuffix(".html") }.map { file in
      TemplateSource(
        name: file, displayPath: "\(folder)/\(file)", bytes: try disk.read("\(folder)/\(file)"))
    }
    library = TemplateLibrary(sources, registry: Registry())
    guard library.diagnostics.isEmpty else { throw DiagnosticError(library.diagnostics) }
    data = try FrozenData.json(try disk.read("\(folder)/context.json"))
    expected = try disk.read("\(folder)/expected.out")
  }

  /// Whether the main template prints what it must.
  func isCorrect() throws(DiagnosticError) -> Bool {
    var output = ByteBuffer()
    var renderer = Renderer(library)
    try renderer.render(name + ".html", host: DataHost(data), into: &output)
    return output.bytes() == expected
  }

  /// What a render costs on the calling thread.
  func measure(batch: Double = 20_000) throws -> Measurement {
    var output = ByteBuffer()
    var renderer = Renderer(library)
    let host = DataHost(data)
    return try Measurement(batch: batch) {
      output.removeAll()
      try renderer.render(name + ".html", host: host, into: &output)
    }
  }

  /// What a render costs while another thread renders from the same templates and data.
  func measureBesideAnother() async throws -> Measurement {
    try await withThrowingTaskGroup(of: Measurement.self) { group in
      for _ in 0..<2 { group.addTask { try measure(batch: 60_000) } }
      var slowest = try await group.next()
      for try await other in group where other.microseconds > slowest?.microseconds ?? 0 {
        slowest = other
      }
      return try slowest ?? measure()
    }
  }
}
