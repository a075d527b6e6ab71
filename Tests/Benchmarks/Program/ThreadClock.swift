#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The time that the calling thread has spent computing.
///
/// Unlike the time on the wall it leaves out the time in which other programs had the processor, so
/// figures from a busy machine can be compared.
enum ThreadClock {
  /// Microseconds since some moment.
  static var microseconds: Double {
    var time = timespec()
    // Invariant: the call writes one `timespec`, which `time` is.
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }
}
