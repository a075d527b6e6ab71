import Foundation
import TemplateEngine
import TestSupport
import Testing

/// Every attack in every place, loaded in a browser: about a minute on two cores.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["WARTA_BROWSER"] != "0" && AttackBrowser.isInstalled,
    "WARTA_BROWSER is 0, or /usr/bin/chromium or playwright for Python is missing"))
struct AttackBrowserTests {
  @Test func `no attack does anything in a browser`() throws {
    let payloads = try AttackPayload.all()
    let places = try AttackPlace.open()
    let encoder = JSONEncoder()
    var lines = Data()
    for place in places {
      lines += try encoder.encode(RenderedPlace(place, payloads))
      lines.append(0x0A)
    }
    let folder = try TemporaryFolder()
    try folder.write(lines, to: "pages.jsonl")
    let (status, printed) = try AttackBrowser.run(folder.path + "/pages.jsonl")
    #expect(status == 0, "\(printed)")
  }
}

/// A place with all attacks, as the script beside this file reads it.
private struct RenderedPlace: Encodable {
  struct Page: Encodable {
    let attack: String
    let value: String
    let page: String
  }

  let place: String
  let template: String
  let kind: String
  let adds: Bool
  let moves: Bool
  let json: Bool
  let harmless: String
  let pages: [Page]

  init(_ place: AttackPlace, _ payloads: [AttackPayload]) throws {
    let renderer = AttackRenderer(place)
    self.place = place.id
    template = place.template
    kind = place.isXML ? "xml" : "html"
    adds = place.adds == true
    moves = place.moves == true
    json = place.json == true
    harmless = String(decoding: try renderer.page("a"), as: UTF8.self)
    pages = try payloads.compactMap { payload in
      guard let page = try renderer.attackedPage(payload.value) else { return nil }
      return Page(
        attack: payload.id, value: payload.value, page: String(decoding: page, as: UTF8.self))
    }
  }
}

/// Chromium, driven by the script beside this file.
private enum AttackBrowser {
  static let isInstalled: Bool = {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium") else { return false }
    do {
      return try python(["-c", "import playwright.sync_api"]).status == 0
    } catch {
      return false
    }
  }()

  static func run(_ pages: String) throws -> (status: Int32, printed: String) {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("attack_browser.py")
    return try python([script.path, pages])
  }

  private static func python(_ arguments: [String]) throws -> (status: Int32, printed: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let printed = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: printed, as: UTF8.self))
  }
}
