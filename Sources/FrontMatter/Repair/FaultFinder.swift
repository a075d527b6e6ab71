/// Finds the line that made libyaml stop and says what is wrong with it.
struct FaultFinder {
  let bytes: [UInt8]
  let region: Range<Int>
  /// libyaml's own words.
  let problem: String
  /// Where libyaml stopped.
  let place: Int
  /// Where the construct began that it could not finish.
  let context: Int?
}

extension FaultFinder {
  /// What is wrong, with the place of it in `bytes`.
  var problemFound: YAMLProblem {
    if let repair = repairableLine { return YAMLProblem(kind: .line(repair), range: repair.marked) }
    if let found = indentation(of: lineRange(around: place)) { return found }
    let isKeyless = problem.hasPrefix("could not find expected ':'")
    let stop = isKeyless ? context ?? place : place
    let line = lineWithText(around: stop)
    let start = min(max(stop, line.lowerBound), line.upperBound)
    return YAMLProblem(kind: .syntax(problem), range: start..<max(start, line.upperBound))
  }

  /// The line libyaml stopped in, the line it refers to, else an earlier one whose mistake
  /// shows itself late.
  private var repairableLine: LineRepair? {
    let line = lineRange(around: place)
    if let repair = LineRepair(line, of: bytes, above: lineBefore(line.lowerBound)) {
      return repair
    }
    if let context, let repair = LineRepair(lineRange(around: context), of: bytes) { return repair }
    var start = line.lowerBound
    while let earlier = lineBefore(start) {
      if let repair = LineRepair(earlier, of: bytes), repair.isOpen { return repair }
      start = earlier.lowerBound
    }
    return nil
  }

  /// A key that begins further right than the key above it, which has a value already.
  private func indentation(of range: Range<Int>) -> YAMLProblem? {
    let line = KeyLine(range, of: bytes)
    guard let key = line.key, let before = lineBefore(range.lowerBound) else { return nil }
    let above = KeyLine(before, of: bytes)
    guard let keyAbove = above.key, line.indent.count != above.indent.count else { return nil }
    let kind = YAMLProblem.Kind.indented(
      key: String(decoding: bytes[key], as: UTF8.self),
      above: String(decoding: bytes[keyAbove], as: UTF8.self))
    return YAMLProblem(kind: kind, range: range.lowerBound..<key.upperBound)
  }

  /// The same, or the nearest line before it that is not empty: a file ends after its last line.
  private func lineWithText(around place: Int) -> Range<Int> {
    var line = lineRange(around: place)
    while line.isEmpty, let before = lineBefore(line.lowerBound) { line = before }
    return line
  }

  /// The line that holds the byte at `place`, without its break.
  private func lineRange(around place: Int) -> Range<Int> {
    var lower = min(max(place, region.lowerBound), region.upperBound)
    while lower > region.lowerBound, !Self.isBreak(bytes[lower - 1]) { lower -= 1 }
    var upper = lower
    while upper < region.upperBound, !Self.isBreak(bytes[upper]) { upper += 1 }
    return lower..<upper
  }

  /// The line before the one that begins at `start`.
  private func lineBefore(_ start: Int) -> Range<Int>? {
    guard start > region.lowerBound else { return nil }
    var end = start - 1
    if bytes[end] == 0x0A, end > region.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    return lineRange(around: end)
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

extension LineRepair {
  /// Whether the mistake may show itself only many lines later.
  fileprivate var isOpen: Bool {
    switch cause {
    case .value(.unclosedQuote), .value(.unclosedBracket), .value(.textAfterQuote): true
    case .missingSpace, .foreignColon: true
    default: false
    }
  }
}
