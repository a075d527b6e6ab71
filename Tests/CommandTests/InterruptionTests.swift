import Foundation
import TestSupport
import Testing

/// A build that is stopped in the middle of its work.
struct InterruptionTests {
  @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
  func `a build that is stopped leaves whole files, and the next one repairs`(
    signal: Int32
  ) throws {
    let site = try Self.site(text: "Lama")
    let build = ["build", site.path, "-q", "--now", "2025-01-01T00:00Z"]
    #expect(try site.warta(build).code == 0)
    let old = try CommandSite.contents(site)
    try Self.write(text: "Baru", to: site)
    let other = try Self.site(text: "Baru")
    let start = ContinuousClock.now
    #expect(try other.warta(["build", other.path, "-q", "--now", "2025-01-01T00:00Z"]).code == 0)
    let whole = ContinuousClock.now - start
    let new = try CommandSite.contents(other)
    for part in 1...8 {
      let run = try WartaProcess.Run(build)
      Thread.sleep(forTimeInterval: whole / .seconds(1) * Double(part) / 8)
      kill(run.process.processIdentifier, signal)
      _ = try WartaProcess(finishing: run)
      for (path, bytes) in try CommandSite.contents(site) where Self.isPublished(path) {
        #expect(bytes == old[path] || bytes == new[path], "\(path) is half written")
      }
    }
    #expect(try site.warta(build).code == 0)
    #expect(try CommandSite.contents(site) == new)
  }

  @Test func `two hundred builds that are killed at any moment do no harm`() throws {
    let site = try TemporaryFolder(["Content/site.yaml": CommandSite.settings])
    var random = SeededRandom(seed: 97)
    func build(_ output: String) -> [String] {
      ["build", site.path, "-q", "-o", output, "--now", "2025-01-01T00:00Z"]
    }
    for round in 0..<20 {
      // Every round adds, changes and removes stories.
      for number in 0..<24 {
        let path = "Content/iran/s\(number).md"
        if (number + round) % 5 == 0 {
          if site.exists(path) { try site.remove(path) }
        } else if (number * 7 + round) % 3 == 0 || !site.exists(path) {
          try site.write(
            CommandSite.article("Kisah \(number) \(round)", "tags: [t\(number % 4)]"), to: path)
        }
      }
      let start = ContinuousClock.now
      #expect(try site.warta(build("Bersih\(round)")).code == 0)
      let whole = (ContinuousClock.now - start) / .seconds(1)
      for _ in 0..<10 {
        let run = try WartaProcess.Run(build("Public"))
        Thread.sleep(forTimeInterval: whole * Double(random.number(0...100)) / 100)
        kill(run.process.processIdentifier, SIGKILL)
        _ = try WartaProcess(finishing: run)
      }
      #expect(try site.warta(build("Public")).code == 0)
      let expected = try CommandSite.contents(site, below: "Bersih\(round)/")
      let found = try CommandSite.contents(site)
      #expect(
        Dictionary(uniqueKeysWithValues: found.map { ($0.key.dropFirst(7), $0.value) })
          == Dictionary(
            uniqueKeysWithValues: expected.map {
              ($0.key.dropFirst("Bersih\(round)/".count), $0.value)
            }), "round \(round)")
      try site.remove("Bersih\(round)")
    }
  }

  /// Names that begin with `.warta` are the work of a build, not what it publishes.
  private static func isPublished(_ path: String) -> Bool {
    !path.hasPrefix("Public/.warta")
  }

  private static func site(text: String) throws -> TemporaryFolder {
    let site = try TemporaryFolder(["Content/site.yaml": CommandSite.settings])
    try write(text: text, to: site)
    return site
  }

  private static func write(text: String, to site: TemporaryFolder) throws {
    let body = Array(repeating: "\(text) dan seterusnya.", count: 40).joined(separator: "\n\n")
    for number in 0..<150 {
      try site.write(
        CommandSite.article("\(text) \(number)", "tags: [t\(number % 9)]", body: body),
        to: "Content/iran/s\(number).md")
    }
  }
}
