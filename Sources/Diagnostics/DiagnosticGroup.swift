/// Diagnostics that say the same thing of different places, printed once.
package struct DiagnosticGroup: Sendable {
  package private(set) var members: [Diagnostic]

  package var first: Diagnostic { members[0] }

  /// The number of different files that members point into.
  package var fileCount: Int {
    Set(members.compactMap { $0.location?.file }).count
  }

  /// Sorts `diagnostics` by place and groups those with the same severity, id and summary when
  /// there are more than `limit` of them; fewer stay apart, because each has its own excerpt.
  package static func grouping(_ diagnostics: [Diagnostic], limit: Int = 3) -> [DiagnosticGroup] {
    let sorted = diagnostics.sortedByPlace()
    var counts: [Key: Int] = [:]
    for diagnostic in sorted { counts[Key(diagnostic), default: 0] += 1 }
    var groups: [DiagnosticGroup] = []
    var places: [Key: Int] = [:]
    for diagnostic in sorted {
      let key = Key(diagnostic)
      if let place = places[key] {
        groups[place].members.append(diagnostic)
        continue
      }
      if counts[key, default: 0] > limit { places[key] = groups.count }
      groups.append(DiagnosticGroup(members: [diagnostic]))
    }
    return groups
  }

  private struct Key: Hashable {
    let severity: Diagnostic.Severity
    let id: String
    let summary: String

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity
      id = diagnostic.id
      summary = diagnostic.summary
    }
  }
}

extension [Diagnostic] {
  /// The same diagnostics ordered by file, place, severity and id: the order of reports.
  ///
  /// Exact repetitions are dropped: two pages may find the same mistake in a shared template.
  package func sortedByPlace() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted(by: Self.precedes)
  }

  private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    let fileA = a.location?.file ?? ""
    let fileB = b.location?.file ?? ""
    if fileA != fileB { return fileA.utf8.lexicographicallyPrecedes(fileB.utf8) }
    let placeA = a.location?.range?.lowerBound ?? -1
    let placeB = b.location?.range?.lowerBound ?? -1
    if placeA != placeB { return placeA < placeB }
    if a.severity != b.severity { return a.severity.rawValue < b.severity.rawValue }
    if a.id != b.id { return a.id < b.id }
    return a.summary.utf8.lexicographicallyPrecedes(b.summary.utf8)
  }
}
