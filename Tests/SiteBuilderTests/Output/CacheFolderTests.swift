import FileTree
import Foundation
import SiteBuilder
import Synchronization
import TestSupport
import Testing

/// Where builds remember, and who holds it.
struct CacheFolderTests {
  private let site: TemporaryFolder
  private let disk = Disk()

  init() throws {
    site = try TemporaryFolder(["Public/a": "a"])
  }

  private func path(_ output: String, base: String? = nil) -> String {
    CacheFolder.path(root: site.path, output: output, base: base, disk: disk)
  }

  @Test func `each output has a folder of its own, however it is spelled`() {
    let inside = path(site.path + "/Public")
    #expect(inside.hasPrefix(site.path + "/.warta/"))
    #expect(inside.split(separator: "/").last?.count == 16)
    #expect(path(site.path + "/./Public/../Public") == inside)
    #expect(path(site.path + "/Public/") == inside)
    #expect(path(site.path + "/Preview") != inside)
    #expect(path("/elsewhere/Public") != inside)
    #expect(path(site.path + "/Public", base: "/cache").hasPrefix("/cache/"))
  }

  @Test func `a checkout in another folder finds the cache of the first`() throws {
    let other = try TemporaryFolder()
    func name(_ site: TemporaryFolder) -> Substring? {
      CacheFolder.path(root: site.path, output: site.path + "/Public", base: nil, disk: disk)
        .split(separator: "/").last
    }
    #expect(name(site) == name(other))
  }

  @Test func `one holder at a time, and the next one says that it waits`() throws {
    let path = path(site.path + "/Public")
    let first = try CacheFolder(at: path, disk: disk) { Issue.record("nobody holds it") }
    let second = Waiter(path)
    #expect(second.state == .waiting)
    _ = consume first
    #expect(second.state(after: .waiting) == .held)
  }

  @Test func `whoever waited for a folder that was removed holds the new one`() throws {
    let path = path(site.path + "/Public")
    let first = try CacheFolder(at: path, disk: disk) {}
    let second = Waiter(path, holds: 1)
    #expect(second.state == .waiting)
    try disk.removeFile(path + "/lock")
    _ = consume first
    #expect(second.state(after: .waiting) == .held)
    let third = Waiter(path)
    #expect(third.state == .waiting)
    #expect(third.state(after: .waiting) == .held)
  }

  @Test func `the clock of the cache serves the site beside it`() throws {
    let cache = try CacheFolder(at: path(site.path + "/Public"), disk: disk) {}
    let clock = try cache.clock(of: site.path)
    let stamp = try #require(try disk.stamp(of: site.path + "/Public/a"))
    #expect(!clock.isSettled(FileStamp(size: 1, modified: clock.now, changed: 0, inode: 0)))
    #expect(clock.now >= stamp.changed)
  }
}

/// Takes a cache folder on a thread of its own, because waiting for a lock blocks the thread; a
/// class, because that thread tells it how far it is.
private final class Waiter: Sendable {
  enum State { case started, waiting, held, failed }

  private let reached = Mutex(State.started)

  /// Answers when the thread waits, or has what it wants, which it `holds` for some seconds.
  init(_ path: String, holds: TimeInterval = 0) {
    Thread.detachNewThread { [self] in
      do {
        let cache = try CacheFolder(at: path, disk: Disk()) { reach(.waiting) }
        reach(.held)
        Thread.sleep(forTimeInterval: holds)
        _ = consume cache
      } catch {
        reach(.failed)
      }
    }
    _ = state(after: .started)
  }

  var state: State { reached.withLock { $0 } }

  private func reach(_ state: State) { reached.withLock { $0 = state } }

  /// The state that follows `state`, after ten seconds at most.
  func state(after state: State) -> State {
    for _ in 0..<1000 where self.state == state { Thread.sleep(forTimeInterval: 0.01) }
    return self.state
  }
}
