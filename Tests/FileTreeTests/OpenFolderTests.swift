import Bytes
import FileTree
import Foundation
import TestSupport
import Testing

@Suite struct OpenFolderTests {
  private let files: TemporaryFolder
  private let folder: OpenFolder

  init() throws {
    files = try TemporaryFolder(["a/b.txt": "text"])
    folder = try OpenFolder(files.path, disk: Disk())
    try FileManager.default.createSymbolicLink(
      atPath: files.path + "/link", withDestinationPath: "a/b.txt")
  }

  @Test func `a stamp tells files from what is none`() throws {
    #expect(try folder.stamp(of: at("a/b.txt")) == Disk().stamp(of: files.path + "/a/b.txt"))
    #expect(try folder.stamp(of: at("a")) == .notAFile)
    #expect(try folder.stamp(of: at("link")) == .notAFile)
    #expect(try folder.stamp(of: at("none")) == .missing)
    #expect(try folder.stamp(of: at("a/b.txt/c")) == .missing)
  }

  @Test func `reading appends, and refuses what is no file`() throws {
    var bytes = ByteBuffer()
    let stamp = try folder.read(at("a/b.txt"), into: &bytes)
    try folder.read(at("link"), into: &bytes)
    #expect(bytes.string() == "texttext")
    #expect(stamp.size == 4)
    #expect(throws: DiskError.self) { try folder.read(at("a"), into: &bytes) }
    #expect(throws: DiskError.self) {
      try folder.read(at("link"), into: &bytes, followsLink: false)
    }
    #expect(throws: DiskError.self) { try folder.read(at("none"), into: &bytes) }
  }

  @Test func `writing answers the stamp that the file got`() throws {
    var bytes = ByteBuffer()
    bytes.append(at("new"))
    try folder.makeFolder(at("x/y"))
    try folder.makeFolder(at("x/y"))
    let stamp = try folder.write(bytes, to: at("x/y/z"))
    #expect(try stamp == folder.stamp(of: at("x/y/z")))
    try folder.rename(at("x/y/z"), to: at("a/b.txt"))
    #expect(try files.read("a/b.txt") == "new")
    #expect(try folder.removeEmptyFolder(at("x/y")))
    #expect(try !folder.removeEmptyFolder(at("a")))
    try folder.removeFile(at("a/b.txt"))
    try folder.removeFile(at("a/b.txt"))
    #expect(try folder.kind(of: at("a/b.txt")) == nil)
  }

  @Test func `a folder is not made where a file stands`() throws {
    #expect(throws: DiskError.self) { try folder.makeFolder(at("a/b.txt/c")) }
  }

  @Test func `an injected fault names the whole path`() throws {
    let disk = Disk { operation, path in
      operation == .inspect && path == files.path + "/a" ? EIO : nil
    }
    let error = #expect(throws: DiskError.self) {
      try OpenFolder(files.path, disk: disk).stamp(of: at("a"))
    }
    #expect(error?.code == EIO)
  }
}

/// A view of a literal.
private func at(_ path: StaticString) -> ByteView {
  ByteView(path)
}
