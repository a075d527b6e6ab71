import Diagnostics
import FileTree
import Foundation
import Localization
import SiteBuilder
import SiteModel
import TestSupport

/// A site in a temporary folder, built in the process of the test.
struct SampleSite {
  let folder: TemporaryFolder

  /// Makes a site of `files`, with settings where they bring none.
  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder(["Content/site.yaml": Self.settings].merging(files) { $1 })
  }

  static let settings = "base_url: https://kabar.example\ntimezone: Asia/Jakarta\n"

  /// An article; `keys` are further lines of front matter.
  static func article(
    _ title: String, date: String = "2024-09-19 10:41", _ keys: String = "", body: String = "Isi."
  ) -> String {
    "---\ntitle: \(title)\ndate: \(date)\n\(keys.isEmpty ? "" : keys + "\n")---\n\n\(body)\n"
  }

  /// A theme of one template that says what it was given, a line each.
  static let plainTheme = [
    "Templates/default.html": """
    <!DOCTYPE html>
    <html lang="{{ edition.lang }}" dir="{{ edition.dir }}">
    <title>{{ page.title }}</title>
    <p>{{ page.kind }} {{ page.url }}</p>
    {%- for other in page.alternates %}
    <link rel="alternate" hreflang="{{ other.hreflang }}" href="{{ other.url }}">
    {%- endfor %}
    {%- if list is defined and list.items is defined %}
    {%- for story in list.items %}
    <li><a href="{{ story.url }}">{{ story.title }}</a>
    {%- endfor %}
    {%- if list.older_url %}
    <a rel="next" href="{{ list.older_url }}">older</a>
    {%- endif %}
    {%- if list.newer_url %}
    <a rel="prev" href="{{ list.newer_url }}">newer</a>
    {%- endif %}
    {%- endif %}
    {%- if article is defined %}
    <article>
    <h1>{{ article.title }}</h1>
    <time datetime="{{ article.date | date("rfc3339") }}">{{ article.date | date("long") }}</time>
    {{ article.content }}</article>
    {%- endif %}
    {%- if page.content %}
    {{ page.content }}
    {%- endif %}

    """
  ]

  /// Builds the site as if it were `now`.
  @discardableResult
  func build(
    now: String = "2024-12-31T00:00Z", disk: Disk = Disk(),
    _ change: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> BuildReport {
    var options = BuildOptions(
      source: folder.path, output: folder.path + "/Public",
      moment: BuildMoment(now: try TimeText.parse(now).resolve(in: .utc).instant), jobs: 2)
    change(&options)
    return try await Build(options, disk: disk).run()
  }

  /// Builds the site and answers what its files hold, by path, without the manifest.
  func output(
    now: String = "2024-12-31T00:00Z", _ change: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> [String: Data] {
    try await build(now: now, change)
    return try published()
  }

  /// What the output folder holds, by path, without the manifest.
  func published() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try paths() {
      files[path] = try Data(contentsOf: folder.url.appendingPathComponent("Public/" + path))
    }
    return files
  }

  /// The paths of the output folder, without the manifest.
  func paths() throws -> [String] {
    try folder.files().filter { $0.hasPrefix("Public/") }.map { String($0.dropFirst(7)) }
      .filter { !$0.hasPrefix(".") }
  }

  /// A file of the output as text.
  func page(_ path: String) throws -> String {
    try folder.read("Public/" + path)
  }

  /// The diagnostics of a build as a person sees them.
  func printed(_ report: BuildReport) -> String {
    printed(report.diagnostics)
  }

  func printed(_ diagnostics: [Diagnostic]) -> String {
    let root = folder.url
    var printer = DiagnosticPrinter { file in
      // A diagnostic about a file that is missing has no excerpt.
      (try? Data(contentsOf: root.appendingPathComponent(file))).map { Array($0) }
    }
    return printer.print(DiagnosticGroup.grouping(diagnostics))
      .replacingOccurrences(of: folder.path, with: "SITE")
  }

  /// All paths and the texts of some files, for a golden file.
  func portrait(of shown: [String]) throws -> String {
    var text = try paths().joined(separator: "\n") + "\n"
    for path in shown { text += "\n======== \(path)\n" + (try page(path)) }
    return text
  }
}
