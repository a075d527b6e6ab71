/// A headline that begins with `!`, `&` or `*`, which libyaml took for a tag, anchor or alias.
///
/// Somebody who knows YAML well enough to use these is told that they are not read here; somebody
/// who only wrote a headline is shown how to quote it.
struct MarkedHeadline {
  let repair: LineRepair

  /// The headline that `problem` stands at, if it reads like one.
  init?(
    _ problem: YAMLProblem, among problems: [YAMLProblem], in bytes: [UInt8], region: Range<Int>
  ) {
    switch problem.kind {
    case .anchor: break
    case .alias(let name) where !problems.contains { $0.kind == .anchor(name) }: break
    case .tag(let name) where !name.hasPrefix("!!"): break
    default: return nil
    }
    let start = problem.range.lowerBound
    let lower = bytes[region.lowerBound..<start].lastIndex(where: Self.isBreak).map { $0 + 1 }
    let upper = bytes[start..<region.upperBound].firstIndex(where: Self.isBreak)
    let range = (lower ?? region.lowerBound)..<(upper ?? region.upperBound)
    let line = KeyLine(range, of: bytes)
    guard line.value.lowerBound == start, let repair = LineRepair(range, of: bytes) else {
      return nil
    }
    self.repair = repair
    // An alias without its anchor is a headline in any case.
    if case .alias = problem.kind { return }
    let rest = bytes[min(problem.range.upperBound, line.value.upperBound)..<line.value.upperBound]
    guard let first = rest.first(where: { !KeyLine.isBlank($0) }) else { return nil }
    guard !"[{|>\"'#".utf8.contains(first) else { return nil }
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
