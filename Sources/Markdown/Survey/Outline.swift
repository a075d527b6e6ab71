/// The headings of a text, flat and in order, as they were found.
struct Outline {
  /// A heading and what becomes of it.
  struct Entry {
    var level: Int
    let id: String
    let title: String
    let line: Int
  }

  private(set) var entries: [Entry] = []

  mutating func append(_ entry: Entry) {
    entries.append(entry)
  }

  /// Moves all headings down when one of them is as high as the page's title.
  mutating func settleLevels() {
    guard entries.contains(where: { $0.level == 1 }) else { return }
    for index in entries.indices { entries[index].level = min(6, entries[index].level + 1) }
  }

  /// Headings more than one level below the one before.
  func skips() -> [MarkdownProblem] {
    var previous = 1
    var problems: [MarkdownProblem] = []
    for entry in entries {
      if entry.level > previous + 1 {
        let kind = MarkdownProblem.Kind.headingSkipsLevel(
          entry.title, level: entry.level, after: previous)
        problems.append(MarkdownProblem(kind, at: .line(entry.line)))
      }
      previous = entry.level
    }
    return problems
  }

  /// The same headings as a tree: each holds the lower ones that follow it.
  func tree() -> [MarkdownHeading] {
    var open: [MarkdownHeading] = [MarkdownHeading(level: 0, id: "", title: "", children: [])]
    for entry in entries {
      close(&open, to: entry.level)
      open.append(
        MarkdownHeading(level: entry.level, id: entry.id, title: entry.title, children: []))
    }
    close(&open, to: 1)
    return open[0].children
  }

  private func close(_ open: inout [MarkdownHeading], to level: Int) {
    while open.count > 1, open[open.count - 1].level >= level {
      let done = open.removeLast()
      open[open.count - 1].children.append(done)
    }
  }
}
