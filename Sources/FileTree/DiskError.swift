package import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The operating system refused to do something with a path.
package struct DiskError: Error, Hashable, Sendable {
  /// What was tried.
  package enum Operation: String, Sendable {
    case read, write, list, inspect, remove, rename, link, lock
    case makeFolder = "make the folder"
  }

  package var operation: Operation
  package var path: String
  /// The value of `errno`.
  package var code: Int32

  package init(_ operation: Operation, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// Whether the path is not there at all.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// Whether the path is there but may not be used so.
  package var isRefusal: Bool { code == EACCES || code == EPERM || code == ELOOP }
}

extension DiskError {
  /// The error as it is shown.
  package var diagnostic: Diagnostic {
    Diagnostic(
      .error, id: "disk.\(id)", "could not \(operation.rawValue) '\(path)': \(reason)",
      help: help)
  }

  private var reason: String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text).lowercased()
  }

  private var id: String {
    operation == .makeFolder ? "make-folder" : operation.rawValue
  }

  private var help: String? {
    switch code {
    case EACCES, EPERM, EROFS: "check who owns it and whether it may be changed"
    case ENOSPC, EDQUOT: "free some space; nothing that was published has been changed"
    case EMFILE, ENFILE: "raise the limit of open files: ulimit -n 4096"
    case ENAMETOOLONG: "a name of a file may have 255 bytes on most disks: give a shorter slug"
    default: nil
    }
  }
}
