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
    #expect(try WartaProcess(build).code == 0)
    let old = try CommandSite.contents(site)
    try Self.write(text: "Baru", to: site)
    let other = try Self.site(text: "Baru")
    let start = ContinuousClock.now
    #expect(try WartaProcess(["build", other.path, "-q", "--now", "2025-01-01T00:00Z"]).code == 0)
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
    #expect(try WartaProcess(build).code == 0)
    #expect(try CommandSite.contents(site) == new)
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
