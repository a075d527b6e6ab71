internal import Bytes

/// Reads a run of YAML; where a line can be repaired, goes on as if it had been, so that the next
/// mistakes of the same file are found in the same run.
struct YAMLParsing {
  /// Missing when something could neither be read nor repaired.
  private(set) var tree: YAMLTree?
  /// In no particular order; with one error among them the tree is good for finding more only.
  private(set) var problems: [YAMLProblem] = []

  private var text: PatchedText
  private let limits: YAMLLimits
  private var hasEmbeddings = false

  /// The most lines that are repaired in one file.
  private static let repairLimit = 20

  /// Reads the part of `bytes` in `region`.
  init(_ bytes: [UInt8], region: Range<Int>, limits: YAMLLimits) {
    text = PatchedText(bytes, region: region)
    self.limits = limits
    guard region.count <= limits.size else {
      let kind = YAMLProblem.Kind.tooLarge(size: region.count, limit: limits.size)
      problems.append(YAMLProblem(kind: kind, range: region.lowerBound..<region.lowerBound))
      return
    }
    guard checkCharacters(bytes, in: region) else { return }
    while !parse() {}
  }

  /// Notes characters that do not belong in a text; false when libyaml would refuse them.
  private mutating func checkCharacters(_ bytes: [UInt8], in region: Range<Int>) -> Bool {
    for problem in TextCheck.problems(in: bytes.span.extracting(region)) {
      let lower = region.lowerBound + problem.range.lowerBound
      problems.append(
        YAMLProblem(
          kind: .character(YAMLProblem.TextProblem(problem)),
          range: lower..<lower + problem.range.count))
      if problem.kind == .bidiEmbedding { hasEmbeddings = true }
    }
    return problems.allSatisfy(\.isWarning)
  }

  /// One attempt; false when a line was repaired and another attempt makes sense.
  private mutating func parse() -> Bool {
    let bytes = text.bytes
    let region = text.patchedRegion
    let isASCII = bytes[region].allSatisfy { $0 < 0x80 }
    var builder = YAMLTreeBuilder(
      bytes: bytes, region: region, limits: limits, isASCII: isASCII, hasEmbeddings: hasEmbeddings)
    // The pointer is used inside the closure only; `region` lies inside `bytes`.
    let fault = unsafe bytes.withUnsafeBufferPointer {
      unsafe YAMLEvents.run(UnsafeBufferPointer(rebasing: $0[region]), into: &builder)
    }
    if let fault, repair(after: fault, builder: &builder) { return false }
    problems += builder.problems.map { problem in
      let headline = MarkedHeadline(problem, among: builder.problems, in: bytes, region: region)
      guard var repair = headline?.repair else {
        return YAMLProblem(kind: problem.kind, range: original(problem.range))
      }
      repair.replaced = original(repair.replaced)
      repair.marked = original(repair.marked)
      return YAMLProblem(kind: .line(repair), range: repair.marked)
    }
    if fault == nil, builder.goesOn { tree = placed(builder.finish()) }
    return true
  }

  private func original(_ range: Range<Int>) -> Range<Int> {
    text.isUnchanged ? range : text.originalRange(of: range)
  }

  /// The tree with the places of the file that the user wrote.
  private func placed(_ tree: YAMLTree) -> YAMLTree {
    guard !text.isUnchanged else { return tree }
    var tree = tree
    for index in tree.entries.indices {
      let entry = tree.entries[index]
      let range = text.originalRange(of: Int(entry.lower)..<Int(max(entry.lower, entry.upper)))
      tree.entries[index].lower = UInt32(clamping: range.lowerBound)
      tree.entries[index].upper = UInt32(clamping: range.upperBound)
    }
    tree.cuts = tree.cuts.map {
      YAMLTree.Cut(node: $0.node, range: text.originalRange(of: $0.range), text: $0.text)
    }
    return tree
  }
}

// MARK: - Repairing

extension YAMLParsing {
  /// Notes what is wrong where libyaml stopped; true when the line was repaired.
  private mutating func repair(after fault: YAMLFault, builder: inout YAMLTreeBuilder) -> Bool {
    let finder = FaultFinder(
      bytes: text.bytes, region: text.patchedRegion, problem: fault.problem,
      place: builder.offset(of: fault.mark),
      context: fault.contextMark.map { builder.offset(of: $0) })
    let problem = finder.problemFound
    guard case .line(var repair) = problem.kind else {
      problems.append(YAMLProblem(kind: problem.kind, range: original(problem.range)))
      return false
    }
    repair.replaced = original(repair.replaced)
    repair.marked = original(repair.marked)
    let mayRepair = text.patchCount < Self.repairLimit
    guard mayRepair, text.patch(repair.replaced, with: repair.replacement) else {
      problems.append(
        YAMLProblem(kind: .syntax(fault.problem), range: original(problem.range)))
      return false
    }
    problems.append(YAMLProblem(kind: .line(repair), range: repair.marked))
    return true
  }
}
