import Foundation
import Testing

import Localization

/// The folder of the compiled database on this machine, and its version.
private let database = URL(fileURLWithPath: "/usr/share/zoneinfo")

private let databaseVersion: String = {
  let text = try? String(contentsOf: database.appendingPathComponent("tzdata.zi"), encoding: .utf8)
  guard let first = text?.prefix(while: { $0 != "\n" }) else { return "none" }
  return String(first.dropFirst("# version ".count))
}()

struct ZoneTableTests {
  @Test(
    .enabled(
      if: TableFile.isUpdating || databaseVersion == ZoneTable.version,
      "this machine has another version of the time-zone database"))
  func `the table says what the compiled database says`() throws {
    var groups: [String: [String]] = [:]
    for name in try names() {
      let data = try Data(contentsOf: database.appendingPathComponent(name))
      guard let file = TimeZoneFile(data) else { continue }
      groups[row(file), default: []].append(name)
    }
    let rows = groups.map { "\($1.sorted().joined(separator: " "))|\($0)" }.sorted()
    let table = TableFile(
      name: "ZoneTable", source: "IANA tzdata from 1900 on", version: databaseVersion,
      summary: "Offsets of all zones and the rules of their future; `ZoneHistory` reads it.")
    try table.check(rows)
  }

  private func names() throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: database.path)
    let left = ["posix", "right", "localtime", "Factory"]
    return all.filter { name in
      let isFolder = database.appendingPathComponent(name).hasDirectoryPath
      return !isFolder && !left.contains { name.hasPrefix($0) }
    }
  }

  /// `offsets|steps|year:rule`: the offset at 1900 and those after; a step is a distance in base
  /// 36 (minutes, after `'` seconds) and the letter of the offset from then on.
  private func row(_ file: TimeZoneFile) -> String {
    var palette: [Int32] = []
    var steps = ""
    var last = ZoneHistory.start
    let first = file.transitions.count { $0 <= last }
    palette.append(file.offsets[first])
    let rule = ZoneRule(file.footer).map { (year: firstYear(of: $0, file), text: file.footer) }
    let kept = file.transitions.dropFirst(first).prefix { time in
      Instant(seconds: time).local(offset: 0).date.year < rule?.year ?? .max
    }
    for (index, time) in zip(kept.indices, kept) {
      let offset = file.offsets[index + 1]
      if !palette.contains(offset) { palette.append(offset) }
      guard let letter = palette.firstIndex(of: offset) else { continue }
      let distance = time - last
      last = time
      steps += distance.isMultiple(of: 60) ? "" : "'"
      steps += String(distance.isMultiple(of: 60) ? distance / 60 : distance, radix: 36)
      steps.unicodeScalars.append(Unicode.Scalar(UInt8(65 + letter)))
    }
    let future = rule.map { "\($0.year):\($0.text)" } ?? ""
    return "\(palette.map(String.init).joined(separator: " "))|\(steps)|\(future)"
  }

  /// The first year from which the rule makes all changes of the file.
  private func firstYear(of rule: ZoneRule, _ file: TimeZoneFile) -> Int {
    let written = Dictionary(grouping: file.transitions.indices) { index in
      Instant(seconds: file.transitions[index]).local(offset: 0).date.year
    }
    var year = (written.keys.max() ?? 1900) + 1
    while year > 1900 {
      let changes = rule.changes(in: year - 1)
      let indices = written[year - 1] ?? []
      guard changes.map(\.at) == indices.map({ file.transitions[$0] }),
        changes.map(\.offset) == indices.map({ file.offsets[$0 + 1] })
      else { break }
      year -= 1
    }
    return year
  }
}
