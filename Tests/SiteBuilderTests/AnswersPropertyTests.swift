import Diagnostics
import Foundation
import SiteBuilder
import TestSupport
import Testing

/// What a page read decides alone whether it is as it was: random sites, random edits.
///
/// `WARTA_STEPS` is how many edits each seed makes, `WARTA_SEEDS` how many seeds there are.
struct AnswersPropertyTests {
  private static func number(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
  }

  private static let seeds = 1...UInt64(number("WARTA_SEEDS", 40))
  private static let steps = number("WARTA_STEPS", 50)

  @Test(arguments: seeds)
  func `a file whose answers are the same is the same`(seed: UInt64) async throws {
    var site = RandomSite(seed: seed)
    let folder = try TemporaryFolder()
    try site.write(to: folder)
    var before = try await Self.render(site, folder)
    for step in 1...Self.steps {
      let edit = site.edit()
      try edit.apply(to: folder)
      guard let after = try await Self.render(site, folder) else { continue }
      if let before {
        let wrong = Self.differences(before, after)
        for difference in wrong.prefix(3) {
          Issue.record("seed \(seed), step \(step), \(edit.kind): \(difference)\n\(edit.summary)")
        }
        if !wrong.isEmpty { return }
      }
      before = after
    }
  }

  @Test func `random sites ask every question and get different answers`() async throws {
    var asked: Set<UInt8> = []
    var answered: [UInt8: Set<UInt64>] = [:]
    for seed in 1...8 as ClosedRange<UInt64> {
      var site = RandomSite(seed: seed)
      for kind in [.changeFront, .changeLedger, .changeSectionPage] as [SiteEditKind] {
        for _ in 0..<4 { _ = site.edit(kind) }
      }
      let folder = try TemporaryFolder()
      try site.write(to: folder)
      guard let rendered = try await Self.render(site, folder) else { continue }
      for key in rendered.pages.values.flatMap(\.keys) {
        asked.insert(key.question)
        answered[key.question, default: []].insert(rendered.answers.fingerprint(of: key))
      }
    }
    for question in Question.allCases where question != .now {
      #expect(asked.contains(question.rawValue), "nobody asks \(question)")
      if question == .preview { continue }
      #expect((answered[question.rawValue]?.count ?? 0) > 1, "\(question) has one answer")
    }
  }

  private static func render(
    _ site: RandomSite, _ folder: TemporaryFolder
  ) async throws -> RenderedInMemory? {
    try await RenderedInMemory(folder, now: site.now, showsDrafts: site.showsDrafts)
  }

  /// The files that would be kept although they differ.
  private static func differences(
    _ before: RenderedInMemory, _ after: RenderedInMemory
  ) -> [String] {
    after.kept(from: before).sorted { $0.key < $1.key }.compactMap { path, old in
      guard let new = after.pages[path] else { return nil }
      if old.bytes != new.bytes { return "\(path): \(line(old.bytes, new.bytes))" }
      if old.diagnostics != new.diagnostics {
        return "\(path): \(old.diagnostics) is now \(new.diagnostics)"
      }
      return nil
    }
  }

  /// The first line that differs.
  private static func line(_ old: [UInt8], _ new: [UInt8]) -> String {
    let lines = [old, new].map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
    let pair = zip(lines[0], lines[1]).first { $0 != $1 }
    return pair.map { "'\($0)' is now '\($1)'" } ?? "\(lines[0].count) lines are \(lines[1].count)"
  }
}

extension SiteEdit {
  /// What was written and removed, for a message.
  fileprivate var summary: String {
    let texts = written.sorted { $0.key < $1.key }.map { path, bytes in
      "-- \(path)\n\(String(decoding: bytes.prefix(1_500), as: UTF8.self))"
    }
    return (texts + removed.map { "removed \($0)" }).joined(separator: "\n")
  }
}
