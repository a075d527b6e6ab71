internal import Bytes

/// Makes a tree of what libyaml sees and notes everything that the subset does not allow.
struct YAMLTreeBuilder {
  private(set) var tree = YAMLTree()
  private(set) var problems: [YAMLProblem] = []
  /// False once a limit is exceeded.
  private(set) var goesOn = true

  private let bytes: [UInt8]
  private let region: Range<Int>
  private let limits: YAMLLimits
  private let hasEmbeddings: Bool
  private var cursor: MarkCursor
  private var open: [Int32] = []
  private var documents = 0
  /// Where the last node so far ends.
  private var highest: UInt32 = 0

  /// Prepares reading the bytes of `region`; all ranges count from the start of `bytes`.
  init(
    bytes: [UInt8], region: Range<Int>, limits: YAMLLimits, isASCII: Bool, hasEmbeddings: Bool
  ) {
    self.bytes = bytes
    self.region = region
    self.limits = limits
    self.hasEmbeddings = hasEmbeddings
    cursor = MarkCursor(isASCII: isASCII)
    tree.entries.reserveCapacity(64)
    tree.text.reserveCapacity(region.count)
  }

  /// The tree, after the last event.
  consuming func finish() -> YAMLTree {
    if tree.entries.isEmpty {
      append(.mapping, from: region.lowerBound, to: region.lowerBound)
      tree.entries[0].next = 1
    }
    return tree
  }

  /// The byte offset of a mark.
  mutating func offset(of mark: YAMLMark) -> Int {
    cursor.offset(of: mark.index, in: bytes, region: region)
  }
}

// MARK: - Events

extension YAMLTreeBuilder {
  mutating func scalar(
    _ text: UnsafeBufferPointer<UInt8>, isPlain: Bool, from start: YAMLMark, to end: YAMLMark
  ) {
    let lower = offset(of: start)
    let upper = offset(of: end)
    let index = append(isPlain ? .plain : .quoted, from: lower, to: max(lower, upper))
    tree.entries[index].textStart = Int32(clamping: tree.text.count)
    let escapes = !isPlain && bytes[lower..<max(lower, upper)].contains(UInt8(ascii: "\\"))
    let hidden = unsafe escapes ? checkEscapes(in: text, at: lower..<upper) : false
    unsafe append(text, withoutEmbeddings: hasEmbeddings || hidden)
    tree.entries[index].count = Int32(clamping: tree.text.count) - tree.entries[index].textStart
    tree.entries[index].next = Int32(index + 1)
    if isPlain { noteCut(after: upper, of: index) }
  }

  mutating func open(_ kind: YAMLTree.Kind, from start: YAMLMark, to end: YAMLMark) {
    let lower = offset(of: start)
    let upper = offset(of: end)
    if open.count >= limits.depth {
      problems.append(YAMLProblem(kind: .tooDeep(limit: limits.depth), range: lower..<upper))
      goesOn = false
    }
    open.append(Int32(append(kind, from: lower, to: upper)))
  }

  mutating func close(to end: YAMLMark) {
    guard let index = open.popLast().map(Int.init) else { return }
    tree.entries[index].next = Int32(clamping: tree.entries.count)
    // libyaml ends a block where the next token starts, so only a bracket has a place of its own.
    let upper = offset(of: end)
    if upper > region.lowerBound, isClosingBracket(bytes[upper - 1]) {
      highest = max(highest, UInt32(clamping: upper))
    }
    tree.entries[index].upper = max(tree.entries[index].upper, highest)
    if tree.entries[index].kind == .mapping { checkKeys(of: YAMLNode(index: Int32(index))) }
  }

  mutating func document(from start: YAMLMark, to end: YAMLMark, hasDirectives: Bool) {
    documents += 1
    let lower = offset(of: start)
    let range = lower..<max(lower, offset(of: end))
    if hasDirectives { problems.append(YAMLProblem(kind: .directive, range: range)) }
    if documents > 1 {
      problems.append(YAMLProblem(kind: .secondDocument, range: range))
      goesOn = false
    }
  }

  mutating func alias(from start: YAMLMark, to end: YAMLMark) {
    let lower = offset(of: start)
    let upper = offset(of: end)
    let name = String(decoding: bytes[min(lower + 1, upper)..<upper], as: UTF8.self)
    problems.append(YAMLProblem(kind: .alias(name), range: lower..<upper))
    let index = append(.plain, from: lower, to: upper)
    tree.entries[index].textStart = Int32(clamping: tree.text.count)
    tree.entries[index].next = Int32(index + 1)
  }

  mutating func anchor(_ name: String, from start: YAMLMark) {
    let lower = offset(of: start)
    problems.append(
      YAMLProblem(kind: .anchor(name), range: lower..<lower + name.utf8.count + 1))
  }

  mutating func tag(_ name: String, from start: YAMLMark) {
    let lower = offset(of: start)
    let length = bytes[lower..<region.upperBound].prefix { $0 > 0x20 }.count
    let written = String(decoding: bytes[lower..<lower + length], as: UTF8.self)
    // libyaml also expands `!!str`; the user knows the short form.
    problems.append(YAMLProblem(kind: .tag(written), range: lower..<lower + max(length, 1)))
  }
}

// MARK: - Nodes

extension YAMLTreeBuilder {
  @discardableResult
  private mutating func append(_ kind: YAMLTree.Kind, from lower: Int, to upper: Int) -> Int {
    if let parent = open.last { tree.entries[Int(parent)].count += 1 }
    if kind == .plain || kind == .quoted { highest = max(highest, UInt32(clamping: upper)) }
    tree.entries.append(
      YAMLTree.Entry(
        kind: kind, lower: UInt32(clamping: lower), upper: UInt32(clamping: upper),
        textStart: 0, count: 0, next: 0))
    return tree.entries.count - 1
  }

  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, withoutEmbeddings: Bool
  ) {
    // The buffer is lent for the call of `scalar` and copied here.
    if withoutEmbeddings {
      tree.text.append(contentsOf: TextCheck.withoutEmbeddings(unsafe Span(_unsafeElements: text)))
    } else {
      unsafe tree.text.append(contentsOf: text)
    }
  }

  /// Notes characters that came into a text by escapes such as `"\u202E"`; true when there are any.
  private mutating func checkEscapes(
    in text: UnsafeBufferPointer<UInt8>, at range: Range<Int>
  ) -> Bool {
    // The buffer is lent for the call of `scalar` and read here.
    let found = TextCheck.problems(in: unsafe Span(_unsafeElements: text), limit: 1)
    problems += found.map { YAMLProblem(kind: .escaped(YAMLProblem.TextProblem($0)), range: range) }
    return !found.isEmpty
  }

  /// Notes a comment right after plain text: `title: Iran #1`.
  private mutating func noteCut(after upper: Int, of index: Int) {
    var place = upper
    while place < region.upperBound, isBlank(bytes[place]) { place += 1 }
    guard place < region.upperBound, bytes[place] == UInt8(ascii: "#"), place > upper else {
      return
    }
    var lower = Int(tree.entries[index].lower)
    if tree.entries[index].count == 0 { lower = place }
    var end =
      bytes[place..<region.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D }
      ?? region.upperBound
    while end > place, isBlank(bytes[end - 1]) { end -= 1 }
    let text = String(decoding: bytes[lower..<end], as: UTF8.self)
    tree.cuts.append(
      YAMLTree.Cut(node: YAMLNode(index: Int32(index)), range: lower..<end, text: text))
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private func isClosingBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }
}

// MARK: - Keys

extension YAMLTreeBuilder {
  private mutating func checkKeys(of mapping: YAMLNode) {
    var keys: [YAMLNode] = []
    keys.reserveCapacity(tree.count(of: mapping))
    for (key, _) in tree.members(of: mapping) {
      switch tree.kind(of: key) {
      case .plain where tree.has(key, "<<"): note(.mergeKey, key)
      case .plain, .quoted: keys.append(key)
      case .sequence, .mapping: note(.keyIsCollection, key)
      }
    }
    if keys.count > 32 { findDuplicatesBySorting(keys) } else { findDuplicatesByPairs(keys) }
  }

  private mutating func findDuplicatesByPairs(_ keys: [YAMLNode]) {
    for later in keys.indices.dropFirst() {
      for earlier in 0..<later where areEqual(keys[earlier], keys[later]) {
        noteDuplicate(keys[later], of: keys[earlier])
        break
      }
    }
  }

  private mutating func findDuplicatesBySorting(_ keys: [YAMLNode]) {
    let sorted = keys.sorted { a, b in
      let textA = tree.text[tree.textRange(of: a)]
      let textB = tree.text[tree.textRange(of: b)]
      if textA.elementsEqual(textB) { return a.index < b.index }
      return textA.lexicographicallyPrecedes(textB)
    }
    for (first, second) in zip(sorted, sorted.dropFirst()) where areEqual(first, second) {
      noteDuplicate(second, of: first)
    }
  }

  private func areEqual(_ a: YAMLNode, _ b: YAMLNode) -> Bool {
    let rangeA = tree.textRange(of: a)
    let rangeB = tree.textRange(of: b)
    guard rangeA.count == rangeB.count else { return false }
    var index = 0
    while index < rangeA.count {
      guard tree.text[rangeA.lowerBound + index] == tree.text[rangeB.lowerBound + index] else {
        return false
      }
      index += 1
    }
    return true
  }

  private mutating func noteDuplicate(_ key: YAMLNode, of first: YAMLNode) {
    note(.duplicateKey(tree.text(of: key), first: tree.range(of: first)), key)
  }

  private mutating func note(_ kind: YAMLProblem.Kind, _ node: YAMLNode) {
    problems.append(YAMLProblem(kind: kind, range: tree.range(of: node)))
  }
}
