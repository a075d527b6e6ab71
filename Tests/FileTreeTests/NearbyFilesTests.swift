import Bytes
import FileTree
import TestSupport
import Testing

@Suite struct NearbyFilesTests {
  private static let paths: [StaticString] = [
    "a.html", "a/b.html", "a/b/c/d.html", "a/b/c/e/f.html", "a/b/c/e2/f.html", "a/b/c2/e/f.html",
    "a/b/c/e/g.html", "none/x/y/z.html", "a/b.html/x/y.html", "a/bc/d/e.html", "z.html",
  ]

  private let files: TemporaryFolder
  private let folder: OpenFolder

  init() throws {
    files = try TemporaryFolder([
      "a/b/c/d.html": "1", "a/b/c/e/f.html": "22", "a/b/c/e2/f.html": "333", "z.html": "4444",
    ])
    folder = try OpenFolder(files.path, disk: Disk())
  }

  @Test func `stamps are those that the whole path leads to`() throws {
    var nearby = NearbyFiles(below: folder)
    for path in (Self.paths + Self.paths.reversed()).map({ ByteView($0) }) {
      #expect(try nearby.stamp(of: path) == folder.stamp(of: path), "\(path.string)")
    }
  }

  @Test func `folders are made for what is written`() throws {
    var nearby = NearbyFiles(below: folder)
    for path in Self.paths where !path.description.contains(".html/") {
      var bytes = ByteBuffer()
      bytes.append(path)
      let stamp = try nearby.write(bytes, to: ByteView(path))
      #expect(try stamp == folder.stamp(of: ByteView(path)))
      #expect(try files.read(path.description) == path.description)
    }
  }

  @Test func `a file where a folder must be is an error with the whole path`() throws {
    var nearby = NearbyFiles(below: folder)
    let error = #expect(throws: DiskError.self) {
      try nearby.write(ByteBuffer(), to: ByteView("a/b/c/d.html/x.html"))
    }
    #expect(error?.path.hasPrefix(files.path + "/a/b/c/d.html") == true)
  }

  @Test func `an injected fault names the whole path`() throws {
    let disk = Disk { operation, path in
      operation == .inspect && path == files.path + "/a/b/c/d.html" ? 5 : nil
    }
    var nearby = NearbyFiles(below: try OpenFolder(files.path, disk: disk))
    #expect(throws: DiskError.self) { try nearby.stamp(of: ByteView("a/b/c/d.html")) }
    #expect(try nearby.stamp(of: ByteView("a/b/c/e/f.html")).size == 2)
  }
}
