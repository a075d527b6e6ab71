internal import Bytes
internal import FileTree
internal import SiteModel

/// The files below `Content/` by what they are, each group in the order of the tree.
struct SortedFiles: Sendable {
  /// A story's file and what its path says.
  struct Article: Sendable {
    var path: String
    var edition: Int
    var section: String?
    var name: String
    var stamp: FileStamp
  }

  /// The file of a standing page or a section's own page.
  struct Page: Sendable {
    var path: String
    var edition: Int
    /// The path below `pages/`, or the section.
    var name: String
  }

  var articles: [Article] = []
  var pages: [Page] = []
  var sectionPages: [Page] = []
  var staticFiles: [SiteFile] = []
  var attachments: [String] = []
  var ledgers: [String] = []
  var data: [(name: String, path: String)] = []
  var fronts: [(edition: String, path: String)] = []

  init(_ tree: SourceTree, _ layout: ContentLayout) {
    for file in tree.files(below: "Content") {
      let path = file.path.string
      switch layout.role(of: path) {
      case .article(let edition, let section, let name):
        articles.append(
          Article(path: path, edition: edition, section: section, name: name, stamp: file.stamp))
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
  }

  /// The folders that hold pictures or documents, whose stories may show them.
  var attachmentFolders: Set<String> { Set(attachments.map(\.folder)) }
}
