internal import Bytes
internal import Incremental
internal import Localization
internal import SiteBuilder
internal import SiteModel

/// `3 pages`, `1 page`.
func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// What a build did and what it held back, in its last lines.
struct BuildSummary {
  private let report: BuildReport
  private let seconds: Double
  private let isVerbose: Bool

  init(_ report: BuildReport, seconds: Double, isVerbose: Bool) {
    self.report = report
    self.seconds = seconds
    self.isVerbose = isVerbose
  }

  var text: String {
    var lines = held
    lines.append(
      [
        count(report.articles, "article"), count(report.pages, "page"),
        "\(report.rendered) rendered", "\(report.reused) reused", "\(report.written) written",
        "\(report.unchanged) unchanged", "\(report.deleted) deleted",
        count(report.warnings, "warning"), time,
      ].joined(separator: ", "))
    return lines.joined(separator: "\n")
  }

  private var time: String {
    seconds < 1
      ? "\(Int(seconds * 1_000)) ms"
      : "\(Int(seconds)).\(Int(seconds * 10) % 10) s"
  }

  /// `held: 2 drafts, 1 scheduled (next 10:41 WIB)`; file names only for those who ask.
  private var held: [String] {
    guard !report.held.isEmpty else { return [] }
    var parts: [String] = []
    for state in [StoryState.draft, .scheduled, .embargoed] {
      let stories = report.held.filter { $0.state == state }
      guard !stories.isEmpty else { continue }
      var part = state == .draft ? count(stories.count, "draft") : "\(stories.count) \(state)"
      if let next = stories.compactMap(\.due).min() { part += " (next \(moment(next)))" }
      parts.append(part)
    }
    var lines = ["held: " + parts.joined(separator: ", ")]
    if isVerbose { lines += report.held.map { "  \($0.state) \($0.path)" } }
    return lines
  }

  private func moment(_ seconds: Int64) -> String {
    let instant = Instant(seconds: seconds)
    var text = ByteBuffer(capacity: 32)
    text.append(rfc3339: instant, offset: report.zone.offset(at: instant))
    return text.string()
  }
}

/// The last line of a build that found errors.
struct ErrorSummary {
  private let report: BuildReport
  private let isPublished: Bool

  init(_ report: BuildReport, isPublished: Bool) {
    self.report = report
    self.isPublished = isPublished
  }

  var text: String {
    var text = count(report.errors, "error")
    if report.warnings > 0 { text += ", " + count(report.warnings, "warning") }
    return text + (isPublished ? "" : "; nothing was published")
  }
}

/// One line a rendered page with the reason and what it read: `build -v`.
struct PageLog {
  private let report: BuildReport

  init(_ report: BuildReport) {
    self.report = report
  }

  func print(to terminal: Terminal) {
    guard let site = report.site else { return }
    let words = CauseWords(site.snapshot)
    for (place, route) in site.plan.routes.enumerated() {
      let reason = words.words(for: site.plan.causes[place]) { site.made.keys.key(Int($0)) }
      let path = site.snapshot.routes.table[route].path.string
      terminal.print("\(state(of: site.files[Int(route)])) /\(path): \(reason)")
      terminal.print(
        "  read \(reads(of: site.made.reads(place).map { site.made.keys.key(Int($0)) }))")
    }
  }

  private func state(of file: OutputFile) -> String {
    switch file.state {
    case .new: "new"
    case .changed: "changed"
    case .unchanged, .none: "unchanged"
    }
  }

  private func reads(of keys: [ReadKey]) -> String {
    var counts: [UInt8: Int] = [:]
    for key in keys { counts[key.question, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { question, number in
      "\(Question(rawValue: question).map { "\($0)" } ?? "?") \(number)"
    }.joined(separator: ", ")
  }
}
