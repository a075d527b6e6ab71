/// One line that says how far a long build is, for people at a terminal alone.
enum Progress {
  /// Reports on standard error, from half a second on; nothing when nobody watches.
  static func reporter(
    since start: ContinuousClock.Instant
  ) -> (@Sendable (_ done: Int, _ total: Int) -> Void)? {
    guard Terminal.isInteractive else { return nil }
    return { done, total in
      guard ContinuousClock.now - start > .milliseconds(500) else { return }
      Terminal.write("\r\u{1B}[Krendered \(done) of \(total)", toErrors: true)
    }
  }

  /// Takes the line away again.
  static func clear() {
    if Terminal.isInteractive { Terminal.write("\r\u{1B}[K", toErrors: true) }
  }
}
