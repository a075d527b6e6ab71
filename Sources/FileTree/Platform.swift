// The seam between Linux and macOS: what the C libraries name differently, named once.
#if canImport(Glibc)
  internal import Glibc

  extension stat {
    var modificationTime: timespec { st_mtim }
    var statusChangeTime: timespec { st_ctim }
  }
#elseif canImport(Darwin)
  internal import Darwin

  extension stat {
    var modificationTime: timespec { st_mtimespec }
    var statusChangeTime: timespec { st_ctimespec }
  }
#endif
