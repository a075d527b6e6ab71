internal import Bytes
internal import FileTree
internal import SiteModel

/// The files below `Content/` by what they are, each group in the order of the tree.
struct SortedFiles: Sendable {
  /// The file of a story; the view of its path is valid as long as the tree.
  struct Story: Sendable {
    var path: ByteView
    var stamp: FileStamp
    /// The number of its folder in `folders`.
    var folder: Int
  }

  /// A folder that stories lie in.
  struct StoryFolder: Sendable {
    /// The path without its last slash.
    var path: String
    /// The place of a story's `x.md` and of a bundle's `index.md`, where they may lie there.
    var story: ContentLayout.StoryPlace?
    var bundle: ContentLayout.StoryPlace?
  }

  /// The file of a standing page or a section's own page.
  struct Page: Sendable {
    var path: String
    var edition: Int
    /// The path below `pages/`, or the section.
    var name: String
  }

  var stories: [Story] = []
  var folders: [StoryFolder] = []
  var pages: [Page] = []
  var sectionPages: [Page] = []
  var staticFiles: [SiteFile] = []
  var attachments: [String] = []
  var ledgers: [String] = []
  var data: [(name: String, path: String)] = []
  var fronts: [(edition: String, path: String)] = []
  /// The folder of the file that was looked at last, with its slash.
  private var lastFolder = ByteView.empty
  private var folderCount = 0

  init(_ tree: SourceTree, _ layout: ContentLayout) {
    for file in tree.files(below: "Content") {
      enterFolder(of: file.path, layout)
      let name = file.path.slice(folderCount..<file.path.count)
      let folder = folders[folders.count - 1]
      if layout.isPlainStory(
        name, bundles: folder.bundle != nil, stories: folder.story != nil)
      {
        add(file)
      } else {
        sort(file, layout)
      }
    }
  }

  /// Files of one folder mostly follow each other, so what the folder means is found out once.
  private mutating func enterFolder(of path: ByteView, _ layout: ContentLayout) {
    let count = (path.lastIndex(of: UInt8(ascii: "/")) ?? 0) + 1
    let folder = path.slice(0..<count)
    if count == folderCount, folder == lastFolder { return }
    (folderCount, lastFolder) = (count, folder)
    let name = String(folder.string.dropLast())
    folders.append(
      StoryFolder(
        path: name, story: layout.storyPlace(name + "/x.md"),
        bundle: layout.storyPlace(name + "/index.md")))
  }

  private mutating func add(_ file: SourceTree.File) {
    stories.append(Story(path: file.path, stamp: file.stamp, folder: folders.count - 1))
  }

  private mutating func sort(_ file: SourceTree.File, _ layout: ContentLayout) {
    let path = file.path.string
    switch layout.role(of: path) {
    case .article: add(file)
    case .standing(let edition, let name):
      pages.append(Page(path: path, edition: edition, name: name))
    case .sectionPage(let edition, let section):
      sectionPages.append(Page(path: path, edition: edition, name: section))
    case .staticFile:
      let output = String(path.dropFirst("Content/static/".count))
      staticFiles.append(SiteFile(source: path, output: output))
    case .attachment: attachments.append(path)
    case .data(let name): data.append((name, path))
    case .front(let edition): fronts.append((edition, path))
    case .ledger: ledgers.append(path)
    case .settings, .ignored: break
    }
  }

  /// What the path of a story says of it; nothing for a name that only a look at all of it can tell.
  static func place(
    of file: Story, in folder: StoryFolder
  ) -> ContentLayout.StoryPlace? {
    let name = file.path.slice(folder.path.utf8.count + 1..<file.path.count)
    if name.elementsEqual("index.md".utf8) { return folder.bundle }
    guard var place = folder.story, name.count > 3 else { return nil }
    place.name = name.slice(0..<name.count - 3).string
    return place
  }

  /// By number of the folder: whether pictures or documents lie in it, which its stories may show.
  var foldersWithAttachments: [Bool] {
    let paths = Set(attachments.map { String($0.folder.dropLast()) })
    return folders.map { paths.contains($0.path) }
  }
}
