import FileTree
import Foundation
import TestSupport
import Testing

@Suite struct DiskClockTests {
  private let disk = Disk()

  @Test func `a stamp is settled when it is older than a tick`() {
    let clock = DiskClock(now: 1_000_000_000, tick: 20_000_000)
    func stamp(_ modified: Int64, _ changed: Int64) -> FileStamp {
      FileStamp(size: 1, modified: modified, changed: changed, inode: 1)
    }
    #expect(clock.isSettled(stamp(1, 979_999_999)))
    #expect(!clock.isSettled(stamp(1, 980_000_000)))
    #expect(!clock.isSettled(stamp(980_000_000, 1)))
    #expect(!clock.isSettled(stamp(2_000_000_000, 1)))
    #expect(clock.settled(stamp(1, 1)) == stamp(1, 1))
    #expect(clock.settled(stamp(1, 1_000_000_000)) == .unknown)
  }

  @Test(arguments: [FileStamp.missing, .notAFile, .unknown])
  func `what is no stamp is never settled`(stamp: FileStamp) {
    #expect(!DiskClock(now: .max, tick: 0).isSettled(stamp))
    #expect(!stamp.isKnown)
  }

  @Test func `by a clock that stands still nothing is settled`() {
    let stamp = FileStamp(size: 1, modified: 1, changed: 1, inode: 1)
    #expect(!DiskClock.stopped.isSettled(stamp))
  }

  @Test func `a file that is written after the clock was read is not settled`() throws {
    let folder = try TemporaryFolder(["old": "1"])
    let old = try #require(try disk.stamp(of: folder.path + "/old"))
    Thread.sleep(forTimeInterval: 0.05)
    let clock = try disk.clock(in: folder.path)
    try folder.write("2", to: "new")
    let new = try #require(try disk.stamp(of: folder.path + "/new"))
    #expect(!clock.isSettled(new))
    // A disk that stores seconds settles later.
    #expect(clock.isSettled(old) == (clock.tick < 1_000_000_000))
    #expect(try folder.files() == ["new", "old"])
  }

  @Test func `of a disk that says nothing of itself the worst is assumed`() throws {
    #expect(disk.tick(of: "/proc") == 2_000_000_000)
    #expect(disk.tick(of: "/nowhere") == 2_000_000_000)
    let fine = DiskClock(now: 5, tick: 20_000_000)
    #expect(disk.clock(of: "/proc", like: fine) == .stopped)
  }
}
