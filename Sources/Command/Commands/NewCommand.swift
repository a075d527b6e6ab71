internal import ArgumentParser
internal import Bytes
internal import Diagnostics
internal import FileTree
internal import Localization
internal import SiteBuilder

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// `warta new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a site, an article or a theme.",
    subcommands: [NewSite.self, NewArticle.self, NewTheme.self])
}

/// `warta new site DIR`.
struct NewSite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "Start a site with one article.")

  @Argument(help: "The folder to make.")
  var folder: String

  @Option(help: "The language of the site, as a BCP 47 tag.")
  var lang = "en"

  @Option(help: "The title of the site.")
  var title = "My news site"

  @Option(help: "The time zone of the newsroom.")
  var timezone = "UTC"

  func validate() throws {
    guard LanguageTag(lang) != nil else {
      throw ValidationError("'\(lang)' is no language tag; write id, en or fa.")
    }
    guard Zone(identifier: timezone) != nil else {
      throw ValidationError("'\(timezone)' is no time zone; write Asia/Jakarta.")
    }
  }

  func run() throws {
    let scaffold = Scaffold(folder)
    try scaffold.refuseExisting("Content/site.yaml")
    try scaffold.write(
      """
      # The address of the site; change it before you publish.
      base_url: https://news.example
      title: \(Scaffold.quoted(title))
      lang: \(lang)
      timezone: \(timezone)

      """, to: "Content/site.yaml")
    let today = Instant(seconds: Int64(time(nil))).local(offset: 0).date
    var day = ByteBuffer(capacity: 16)
    day.append(isoDate: today)
    try scaffold.write(
      """
      ---
      title: The first story
      date: \(day.string())
      summary: It says in one sentence what the story is about.
      ---

      Write **Markdown** here, then run `warta build`.

      """, to: "Content/news/first-story.md")
    try scaffold.write("Public/\n.warta/\n", to: ".gitignore")
    Terminal().print(
      "made \(folder): now `cd \(folder)`, then `warta build`, and look at it with "
        + "`python3 -m http.server --directory Public`")
  }
}

/// `warta new article SECTION TITLE`.
struct NewArticle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article", abstract: "Start an article as a draft.")

  @Argument(help: "The section: a folder below Content, or one of its editions (fa/iran).")
  var section: String

  @Argument(help: "The headline.")
  var title: String

  @Option(name: [.short, .long], help: "The folder of the site.")
  var source = "."

  @Option(help: "The name of the file, where none can be made of the headline.")
  var slug: String?

  func run() throws {
    guard let name = slug ?? Slug.make(title), Slug.isValid(name) else {
      throw ValidationError("No file name can be made of '\(title)'; give one with '--slug'.")
    }
    guard section.split(separator: "/").allSatisfy({ Slug.isValid(String($0)) }) else {
      throw ValidationError("'\(section)' is no section; write a folder name such as iran.")
    }
    let scaffold = Scaffold(source)
    let path = "Content/\(section)/\(name).md"
    try scaffold.refuseExisting(path)
    let now = Instant(seconds: Int64(time(nil)))
    var date = ByteBuffer(capacity: 32)
    date.append(rfc3339: now, offset: 0)
    try scaffold.write(
      """
      ---
      title: \(Scaffold.quoted(title))
      date: \(date.string())
      id: \(Scaffold.identifier(path, at: now))
      draft: true
      summary: ""
      tags: []
      authors: []
      ---


      """, to: path)
    Terminal().print("made \(scaffold.folder)/\(path), a draft: show it with `warta build -D`")
  }
}

/// `warta new theme`.
struct NewTheme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "Copy the built-in theme into Templates/, to change it.",
    discussion: "Files that are there already stay. Delete those that you do not change.")

  @Option(name: [.short, .long], help: "The folder of the site.")
  var source = "."

  func run() throws {
    let disk = Disk()
    var written = 0
    for file in BuiltinTheme.files {
      let path = source + "/Templates/" + file.path
      if try disk.kind(of: path) != nil { continue }
      if let slash = path.lastIndex(of: "/") { try disk.makeFolder(String(path[..<slash])) }
      try disk.write(Array(file.bytes), to: path)
      written += 1
    }
    Terminal().print("wrote \(count(written, "file")) to \(source)/Templates")
  }
}

/// Writes the first files of something new, and never over what is there.
struct Scaffold {
  let folder: String
  private let disk = Disk()

  init(_ folder: String) {
    self.folder = folder
  }

  func refuseExisting(_ path: String) throws {
    guard try disk.kind(of: folder + "/" + path) != nil else { return }
    throw ValidationError("'\(folder)/\(path)' is there already.")
  }

  func write(_ text: String, to path: String) throws {
    let target = folder + "/" + path
    if let slash = target.lastIndex(of: "/") { try disk.makeFolder(String(target[..<slash])) }
    if try disk.kind(of: target) == nil { try disk.write(Array(text.utf8), to: target) }
  }

  /// `text` as a YAML scalar: in quotes, so that no headline can break the file.
  static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  /// A permanent id: eight digits of a hash of the path and the moment.
  static func identifier(_ path: String, at now: Instant) -> String {
    String(Fingerprint(of: "\(path) \(now.seconds)").hexadecimal.prefix(8))
  }
}
