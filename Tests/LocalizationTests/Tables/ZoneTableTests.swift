import Foundation
import Testing

@testable import Localization

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
      name: "ZoneTable", source: "IANA tzdata from 1900 on", version: databaseVersion)
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

  /// `offsets|steps|rule`: the offset at 1900 and those after; a step is a distance in base 36
  /// (minutes, after `'` seconds) and the letter of the offset from then on.
  private func row(_ file: TimeZoneFile) -> String {
    var palette: [Int32] = []
    var steps = ""
    var last = ZoneHistory.start
    let first = file.transitions.count { $0 <= last }
    palette.append(file.offsets[first])
    let kept = file.transitions.dropFirst(first).prefix(lengthBeforeRule(file) - first)
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
    let rule = file.footer.contains(",") ? file.footer : ""
    return "\(palette.map(String.init).joined(separator: " "))|\(steps)|\(rule)"
  }

  /// How many transitions are left when those go that the rule makes as well.
  private func lengthBeforeRule(_ file: TimeZoneFile) -> Int {
    guard let rule = ZoneRule(file.footer) else { return file.transitions.count }
    let times = file.transitions
    guard let last = times.last else { return 0 }
    let lastYear = Instant(seconds: last).local(offset: 0).date.year
    var made: Set<Int64> = []
    for year in 1900...lastYear + 1 { made.formUnion(rule.changes(in: year).map(\.at)) }
    var length = times.count
    while length > 0, made.contains(times[length - 1]) { length -= 1 }
    // The expansion begins in the year after the last step that is kept.
    let from = length == 0 ? 1900 : Instant(seconds: times[length - 1]).local(offset: 0).date.year
    while length < times.count,
      Instant(seconds: times[length]).local(offset: 0).date.year <= from
    {
      length += 1
    }
    return length
  }
}
