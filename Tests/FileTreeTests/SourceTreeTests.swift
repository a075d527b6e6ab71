import Bytes
import Diagnostics
import FileTree
import Foundation
import TestSupport
import Testing

@Suite struct SourceTreeTests {
  let disk = Disk()

  @Test func `files come in the order of a walk through sorted folders`() throws {
    let folder = try TemporaryFolder([
      "Content/a/x.md": "1", "Content/a-b.md": "2", "Content/a.md": "3", "Content/b/c/d.md": "4",
      "Other/e.md": "5",
    ])
    let tree = try SourceTree(root: folder.path, folders: ["Content", "Missing"], disk: disk)
    #expect(
      tree.map(\.path.string)
        == ["Content/a/x.md", "Content/a-b.md", "Content/a.md", "Content/b/c/d.md"])
    #expect(tree.file(at: "Content/a-b.md")?.stamp.size == 1)
    #expect(tree.file(at: "Content/a") == nil)
    #expect(tree.files(below: "Content/a").map(\.path.string) == ["Content/a/x.md"])
    #expect(tree.files(below: "Content").count == 4)
  }

  @Test func `a link that leaves the site or runs in a circle is refused`() throws {
    let outside = try TemporaryFolder(["secret.md": "s"])
    let folder = try TemporaryFolder(["Content/a.md": "1", "Shared/b.md": "2"])
    let manager = FileManager.default
    func link(_ name: String, to target: String) throws {
      try manager.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: target)
    }
    try link("Content/out", to: outside.path)
    try link("Content/out.md", to: outside.path + "/secret.md")
    try link("Content/loop", to: "../Content")
    try link("Content/in", to: "../Shared")
    try link("Content/dead", to: "nowhere")
    let tree = try SourceTree(root: folder.path, folders: ["Content"], disk: disk)
    #expect(tree.map(\.path.string) == ["Content/a.md", "Content/in/b.md"])
    #expect(tree.map(\.isBehindLink) == [false, true])
    #expect(tree.refusedLinks == ["Content/loop", "Content/out", "Content/out.md"])
  }

  @Test func `replacing a file changes its stamp`() throws {
    let folder = try TemporaryFolder(["a": "one"])
    let before = try disk.stamp(of: folder.path + "/a")
    try disk.replace(folder.path + "/a", with: Array("two".utf8))
    #expect(try disk.read(folder.path + "/a") == Array("two".utf8))
    #expect(try disk.stamp(of: folder.path + "/a") != before)
    #expect(try disk.stamp(of: folder.path + "/b") == nil)
  }

  @Test func `a tree is removed without following links`() throws {
    let outside = try TemporaryFolder(["keep": "k"])
    let folder = try TemporaryFolder(["Public/a/b/c": "1", "Public/d": "2"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Public/link", withDestinationPath: outside.path)
    try disk.removeTree(folder.path + "/Public")
    #expect(!folder.exists("Public"))
    #expect(outside.exists("keep"))
  }

  @Test func `an injected fault is reported with what was tried`() throws {
    let full = Disk { operation, _ in operation == .write ? 28 : nil }
    let folder = try TemporaryFolder()
    let error = #expect(throws: DiskError.self) {
      try full.write([1], to: folder.path + "/a")
    }
    #expect(error?.diagnostic.id == "disk.write")
    #expect(error?.diagnostic.summary.hasSuffix("no space left on device") == true)
  }

  @Test func `only one holder has a lock`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/lock"
    if let lock = try FileLock(at: path, waits: false) {
      #expect(try isFree(path) == false)
      _ = consume lock
    } else {
      Issue.record("the first taker did not get the lock")
    }
    #expect(try isFree(path))
  }

  private func isFree(_ path: String) throws -> Bool {
    if let lock = try FileLock(at: path, waits: false) {
      _ = consume lock
      return true
    }
    return false
  }
}

@Suite struct GlobTests {
  @Test(arguments: [
    ("*~", "a/b.md~", true), ("_*", "x/_draft.md", true), ("_*", "_x/a.md", false),
    ("drafts/**", "drafts/a/b.md", true), ("drafts/*", "drafts/a/b.md", false),
    ("**/*.txt", "a.txt", true), ("**/*.txt", "a/b/c.txt", true), ("/a.md", "a.md", true),
    ("?.md", "ب.md", true), ("[a-c].md", "b.md", true), ("[!a-c].md", "b.md", false),
    ("*.md", "a.mdx", false), ("", "a", false), ("**", "a/b", true), ("a/**/b", "a/b", true),
    ("*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
  ])
  func `patterns match as in a shell`(pattern: String, path: String, expected: Bool) {
    #expect(Glob(pattern).matches(path) == expected)
  }
}

@Suite struct ImageHeaderTests {
  @Test func `a PNG tells its size`() {
    let png: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 4, 0xB0, 0, 0, 2, 0xA3]
    let header = ImageHeader(png)
    #expect(header?.width == 1200)
    #expect(header?.height == 675)
    #expect(header?.format.mediaType == "image/png")
  }

  @Test func `a JPEG tells its size behind other segments`() {
    let jpeg: [UInt8] = [
      0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 17, 8, 0x02, 0xA3, 0x04, 0xB0, 3,
    ]
    #expect(ImageHeader(jpeg)?.width == 1200)
    #expect(ImageHeader(jpeg)?.height == 675)
  }

  @Test(arguments: [
    ("<svg width=\"12\" height='8px'>", 12, 8), ("<?xml?><svg viewBox=\"0 0 300 200\">", 300, 200),
  ])
  func `an SVG tells its size`(text: String, width: Int, height: Int) {
    let header = ImageHeader(Array(text.utf8))
    #expect(header?.width == width)
    #expect(header?.height == height)
  }

  @Test(arguments: ["", "hello", "<svg", "GIF8", "\u{FF}\u{D8}"])
  func `other bytes are no picture`(text: String) {
    #expect(ImageHeader(Array(text.utf8)) == nil)
  }
}
