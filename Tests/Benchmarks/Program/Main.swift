internal import Bytes
internal import Diagnostics
internal import FileTree

/// Measures parts of Warta for `make bench`; the scripts beside it print the tables.
///
///     Benchmarks templates FOLDER…       name, microseconds, allocations and microseconds beside
///                                        another thread, with tabs between them
///     Benchmarks render FOLDER SECONDS   renders for that long, for a profiler to look at
///     Benchmarks loop SITE OUTPUT JOBS   converts an archive without making a site of it
///     Benchmarks stages SITE             milliseconds of each stage that every build runs in full
@main
enum Main {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let rest = Array(arguments.dropFirst())
    switch (arguments.first, rest.count) {
    case ("templates", 1...): try await measure(rest)
    case ("render", 2): try render(rest[0], seconds: Double(rest[1]) ?? 1)
    case ("loop", 3):
      let loop = BareLoop(root: rest[0], output: rest[1], jobs: Int(rest[2]) ?? 1)
      print(try await loop.run())
    case ("stages", 1): try await SerialStages(root: rest[0]).run()
    default: throw Misuse.arguments(Array(arguments))
    }
  }

  private static func measure(_ folders: [String]) async throws {
    for folder in folders {
      let benchmark = try TemplateBenchmark(folder: folder, disk: Disk())
      guard try benchmark.isCorrect() else { throw Misuse.wrongOutput(folder) }
      let alone = try benchmark.measure()
      let beside = try await benchmark.measureBesideAnother()
      print(
        benchmark.name, alone.microseconds, alone.allocations, beside.microseconds,
        separator: "\t")
    }
  }

  private static func render(_ folder: String, seconds: Double) throws {
    let benchmark = try TemplateBenchmark(folder: folder, disk: Disk())
    print(try benchmark.measure(batch: seconds * 1e5).microseconds)
  }
}

/// Why nothing can be measured.
enum Misuse: Error {
  case arguments([String])
  /// The templates of a folder do not print what `expected.out` holds.
  case wrongOutput(String)
}
