import Foundation
import TestSupport
import Testing

/// Disks that are really full or read-only: the output is a small file system of its own.
@Suite(.enabled(if: MountedRun.isPossible, "needs mount namespaces (unshare)"))
struct RealDiskTests {
  /// What every script begins with: a site whose output is in place on a disk of its own.
  private static let prelude = """
    build() { "$WARTA" build . -q --now 2025-01-01T00:00Z; }
    sums() { find Public -type f -exec sha256sum {} + | sort; }
    mkdir -p Public
    mount -t tmpfs -o size=64m tmpfs Public
    build || exit 20
    sums > before
    """

  private static func site() throws -> TemporaryFolder {
    let site = try CommandSite.good()
    for number in 0..<40 {
      try site.write(
        CommandSite.article("Baru \(number)", body: String(repeating: "Isi. ", count: 2_000)),
        to: "new/c\(number).md")
    }
    return site
  }

  @Test func `a full disk leaves the site as it was, and room lets it go on`() throws {
    let run = try MountedRun(
      in: try Self.site(),
      Self.prelude + """

        used=$(du -sk Public | cut -f1)
        mount -o "remount,size=$((used + 64))k" Public || exit 21
        cp new/* Content/iran/
        build; [ $? = 4 ] || exit 22
        sums > after
        cmp before after || exit 23
        [ -e Public/.warta-stage ] && exit 24
        mount -o remount,size=64m Public || exit 25
        build || exit 26
        [ -e Public/iran/2024/09/c39/index.html ] || exit 27
        """)
    #expect(run.code == 0)
    #expect(run.errors.contains("no space left on device"))
    #expect(run.errors.contains("nothing that was published has been changed"))
  }

  @Test func `a read-only output is an error only when something must be written`() throws {
    let run = try MountedRun(
      in: try Self.site(),
      Self.prelude + """

        mount -o remount,ro Public || exit 21
        build || exit 22
        cp new/c1.md Content/iran/
        build; [ $? = 4 ] || exit 23
        sums > after
        cmp before after || exit 24
        mount -o remount,rw Public || exit 25
        build || exit 26
        """)
    #expect(run.code == 0)
    #expect(run.errors.contains("read-only file system"))
  }

  @Test func `a read-only site is built with a warning`() throws {
    let run = try MountedRun(
      in: try Self.site(),
      """
      mkdir copy && mount -t tmpfs tmpfs copy && cp -r Content copy/
      mount -o remount,ro copy || exit 21
      "$WARTA" build copy -o "$PWD/published" -q --now 2025-01-01T00:00Z || exit 22
      [ -e published/index.html ] || exit 23
      """)
    #expect(run.code == 0)
    #expect(run.errors.contains("output.no-cache"))
  }
}

/// A shell script with mounts of its own, which nobody else sees and which end with it.
private struct MountedRun {
  let code: Int32
  let errors: String

  static let isPossible: Bool = {
    let run = try? TemporaryFolder().script("mount -t tmpfs tmpfs .")
    return run?.code == 0
  }()

  init(in folder: TemporaryFolder, _ script: String) throws {
    let run = try folder.script(script, ["WARTA": WartaProcess.executable().path])
    (code, errors) = (run.code, run.errors)
  }
}

extension TemporaryFolder {
  /// Runs a shell script in the folder, in a mount namespace of its own.
  fileprivate func script(
    _ script: String, _ environment: [String: String] = [:]
  ) throws -> (code: Int32, errors: String) {
    try write("", to: "errors.txt")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["unshare", "--map-root-user", "--mount", "sh", "-c", script]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = url
    process.standardError = try FileHandle(forWritingTo: url.appendingPathComponent("errors.txt"))
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try read("errors.txt"))
  }
}
