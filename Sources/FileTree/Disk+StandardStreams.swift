#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Disk {
  /// Everything that is written to the program's standard input.
  package func readStandardInput() throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // Invariant: at most `chunk.count` bytes are read into it.
      let got = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe systemRead(STDIN_FILENO, buffer.baseAddress, buffer.count)
      }
      if got == 0 { return bytes }
      if got > 0 {
        bytes += chunk[..<got]
      } else if errno != EINTR {
        throw DiskError(.read, "standard input", code: errno)
      }
    }
  }

  /// Writes `text` to standard output, or to standard error.
  ///
  /// A reader that went away (`warta list | head`) is no error of ours: the rest is dropped.
  package func print(_ text: String, toErrors: Bool) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      // Invariant: `written < bytes.count`, so the pointer stays inside the array.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(
          toErrors ? STDERR_FILENO : STDOUT_FILENO, buffer.baseAddress?.advanced(by: written),
          buffer.count - written)
      }
      if count < 0, errno != EINTR { return }
      written += max(0, count)
    }
  }
}
