internal import Bytes
internal import FileTree
internal import FrontMatter
internal import Markdown
internal import SiteBuilder

/// The least that any generator must do with an archive: read, YAML, CommonMark, write.
struct BareLoop {
  let root: String
  let output: String
  let jobs: Int

  /// Converts every story of the archive and answers how many there were.
  func run(disk: Disk = Disk()) async throws -> Int {
    let tree = try SourceTree(root: root, folders: ["Content"], disk: disk)
    let paths = tree.map(\.path.string).filter { $0.hasSuffix(".md") }
    let (root, output) = (root, output)
    try await Workers(count: jobs).map(paths.count, chunk: 128) { range in
      var markdown = MarkdownRenderer()
      var html = ByteBuffer(capacity: 1 << 16)
      for path in paths[range] {
        html.removeAll()
        let bytes = try disk.read(root + "/" + path)
        let reading = FrontMatterReader.read(bytes, file: path)
        _ = markdown.renderPlain(
          bytes[reading.body].span, at: MarkdownPlace(file: path), into: &html)
        let folder = output + "/" + path.dropLast(3)
        try disk.makeFolder(folder)
        try disk.write(html, to: folder + "/index.html")
      }
    } consume: { _ in
    }
    return paths.count
  }
}
