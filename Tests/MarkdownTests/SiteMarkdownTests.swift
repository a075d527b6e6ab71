import Foundation
import Markdown
import TestSupport
import Testing

struct SiteMarkdownTests {
  /// The texts of `Cases/site`: adding a test is adding a file.
  static let cases: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases/site")
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: cases)
  func `a text becomes the HTML and the report of its golden file`(_ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases/site/\(name)")
    let render = SampleRender(Array(try Data(contentsOf: file))) { options in
      if name.hasPrefix("allow-") { options.rawHTML = .allow }
      if name.hasPrefix("escape-") { options.rawHTML = .escape }
      options.pictures = Self.pictures
    }
    try Golden.check(render.transcript, "\(name.dropLast(3)).txt")
  }

  private static let pictures = [
    "bendera.png": MarkdownPictureRecord(
      alt: "Bendera di depan gedung", caption: "Bendera <dua> negara", credit: "Agensi & Co",
      license: "https://creativecommons.org/licenses/by-sa/4.0/"),
    "tanpa-ukuran.png": MarkdownPictureRecord(isDecorative: true),
  ]
}
