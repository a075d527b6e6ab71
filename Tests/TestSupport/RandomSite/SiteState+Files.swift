internal import Foundation

/// How a state is written down.
extension SiteState {
  /// Every file of the site by its path.
  var files: [String: Data] {
    var files: [String: Data] = [:]
    func add(_ text: String, _ path: String) { files[path] = Data(text.utf8) }
    add(settingsFile, "Content/site.yaml")
    for story in stories { add(story.text, story.path) }
    if let authors { add(records(authors), "Content/authors.yaml") }
    if !sections.isEmpty { add(records(sections), "Content/sections.yaml") }
    if !series.isEmpty { add(records(series), "Content/series.yaml") }
    if !tags.isEmpty { add(tagRecords, "Content/tags.yaml") }
    for (path, page) in pages {
      add("---\ntitle: \(page.title)\n---\n\n\(page.body)\n", "Content/\(path).md")
    }
    for (path, words) in sectionPages {
      add("---\ndescription: \(words)\n---\n\n\(words)\n", "Content/\(path)/_index.md")
    }
    for (edition, front) in fronts { add(front, "Content/fronts/\(edition).yaml") }
    for (name, text) in data { add(text, "Content/data/\(name)") }
    for (language, own) in strings { add(records(own), "Templates/strings/\(language).yaml") }
    for (path, width) in pictures { files["Content/" + path] = Self.picture(width: width) }
    for (path, text) in staticFiles { add(text, "Content/static/\(path)") }
    if !ledger.isEmpty {
      let rows = ledger.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\tlive\n" }
      add(rows.joined(), "Content/urls/2024.tsv")
    }
    for (path, version) in theme { add(RandomTheme.text(of: path, version), "Templates/" + path) }
    return files
  }

  private var settingsFile: String {
    var text = "base_url: https://kabar.example\n"
    if !usesBuiltinTheme { text += "theme: none\n" }
    for (key, value) in settings.sorted(by: { $0.key < $1.key }) { text += "\(key): \(value)\n" }
    text += "editions:\n"
    for edition in editions {
      let zone = edition == "fa" ? "Asia/Tehran" : "Asia/Jakarta"
      text += "  \(edition):\n    lang: \(edition)\n    timezone: \(zone)\n"
      for (key, value) in (editionSettings[edition] ?? [:]).sorted(by: { $0.key < $1.key }) {
        text += "    \(key): \(value)\n"
      }
    }
    return text
  }

  private func records(_ names: [String: String]) -> String {
    names.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
  }

  private var tagRecords: String {
    tags.sorted { $0.key < $1.key }.map { key, tag in
      let aliases = tag.alias.map { "\n  aliases: [\($0)]" } ?? ""
      return "\(key):\n  name: \(tag.name)\(aliases)\n"
    }.joined()
  }

  /// The header of a PNG file (ISO/IEC 15948, section 11.2.2), which is all that is read of one.
  private static func picture(width: Int) -> Data {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    bytes += Array("IHDR".utf8)
    for number in [width, 480] {
      bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    return Data(bytes + [8, 2, 0, 0, 0, 0, 0, 0, 0])
  }
}

extension SiteStory {
  /// The text of the file.
  var text: String {
    var lines = ["title: \(title)"]
    if !isDraft || !isUndated { lines.append("date: \(Self.date(hour: hour))") }
    if isDraft { lines.append("draft: true") }
    if !tags.isEmpty { lines.append("tags: [\(tags.joined(separator: ", "))]") }
    if !authors.isEmpty { lines.append("authors: [\(authors.joined(separator: ", "))]") }
    lines += keys.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "---\n\(lines.joined(separator: "\n"))\n---\n\n\(body)\n"
  }

  /// The moment `hour` hours after the beginning of 2024, as front matter writes it.
  static func date(hour: Int) -> String {
    let date = Date(timeIntervalSince1970: 1_704_067_200 + Double(hour) * 3_600)
    var style = Date.ISO8601FormatStyle()
    style.timeZone = .gmt
    return date.formatted(style)
  }
}
