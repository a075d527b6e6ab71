#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The time as the disk of a site tells it, and how finely: what decides whether a stamp can be
/// trusted.
///
/// Contract: a file that is written after the clock was read gets a stamp that is at least `now`,
/// rounded down by less than `tick`. So a stamp that is older than `now` by more than `tick` belongs
/// to bytes that nobody has changed without leaving a newer one.
package struct DiskClock: Hashable, Sendable {
  /// Nanoseconds since 1970, UTC, by the clock that stamps files.
  package var now: Int64
  /// Nanoseconds.
  package var tick: Int64

  package init(now: Int64, tick: Int64) {
    self.now = now
    self.tick = tick
  }

  /// A clock by which no stamp is settled: for a folder that nothing can be written into.
  package static let stopped = DiskClock(now: .min, tick: 0)

  /// Whether a later write would surely have left another stamp.
  package func isSettled(_ stamp: FileStamp) -> Bool {
    guard stamp.isKnown, now > .min + tick else { return false }
    return max(stamp.modified, stamp.changed) < now - tick
  }

  /// The stamp to remember for a file that was stamped after the clock was read.
  package func settled(_ stamp: FileStamp) -> FileStamp {
    isSettled(stamp) ? stamp : .unknown
  }
}

extension Disk {
  /// Reads the clock of the disk that holds `folder` by writing an empty file there.
  package func clock(in folder: String) throws(DiskError) -> DiskClock {
    let path = folder + "/clock"
    // A file that is there already gets a new stamp only when it is written or made anew.
    try removeFile(path)
    try write([], to: path)
    guard let stamp = try stamp(of: path) else { return .stopped }
    try removeFile(path)
    // An ext4 with small inodes stores whole seconds, whatever its type promises.
    let isWhole = stamp.changed % 1_000_000_000 == 0
    return DiskClock(now: stamp.changed, tick: isWhole ? Self.coarseTick : tick(of: folder))
  }

  /// The clock by which files below `folder` are stamped, when one of its own cannot be read.
  ///
  /// On a local disk that is the clock of this machine, which stamped the file that `other` was read
  /// from; of any other disk nothing is known.
  package func clock(of folder: String, like other: DiskClock) -> DiskClock {
    let tick = tick(of: folder)
    guard tick < Self.coarseTick, other.tick < Self.coarseTick else { return .stopped }
    return DiskClock(now: other.now, tick: max(tick, other.tick))
  }

  /// The coarsest tick of the file systems that sites live on (FAT and some network mounts).
  static let coarseTick: Int64 = 2_000_000_000
  /// What local disks need: the kernel stamps files by a clock that ticks 100 times a second or
  /// oftener.
  static let fineTick: Int64 = 20_000_000

  /// How far apart two writes may be and still leave the same stamp, in nanoseconds.
  package func tick(of folder: String) -> Int64 {
    guard let type = fileSystemType(of: folder), Self.fineTypes.contains(type) else {
      return Self.coarseTick
    }
    return Self.fineTick
  }

  /// Local file systems that store nanoseconds.
  private static let fineTypes: Set<String> = [
    "ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "f2fs", "bcachefs", "apfs",
  ]
}

#if canImport(Glibc)
  extension Disk {
    /// The type of the file system that holds `folder`: of the mount with the longest path above it,
    /// the last where one hides another (proc(5), mountinfo).
    private func fileSystemType(of folder: String) -> String? {
      guard let path = realPath(folder), let mounts = try? read("/proc/self/mountinfo") else {
        return nil
      }
      var best: (length: Int, type: String)?
      for line in String(decoding: mounts, as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: " ")
        guard let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count, dash > 4 else {
          continue
        }
        let point = fields[4] == "/" ? "" : fields[4]
        guard (path + "/").hasPrefix(point + "/"), point.utf8.count >= best?.length ?? 0 else {
          continue
        }
        best = (point.utf8.count, String(fields[dash + 1]))
      }
      return best?.type
    }
  }
#elseif canImport(Darwin)
  extension Disk {
    /// The type of the file system that holds `folder`.
    private func fileSystemType(of folder: String) -> String? {
      var status = statfs()
      guard unsafe statfs(folder, &status) == 0 else { return nil }
      // Invariant: the kernel ends the name with a zero byte.
      return unsafe withUnsafeBytes(of: status.f_fstypename) { name in
        unsafe String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
      }
    }
  }
#endif
