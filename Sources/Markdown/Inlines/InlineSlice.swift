/// A run of inline content between two places below one node: a paragraph, a line, a table's cell.
struct InlineSlice {
  /// The node that the run begins in, or none when it is empty.
  var first: SyntaxNode?
  /// The byte of `first` that the run begins at, if that is text.
  var firstOffset = 0
  /// The node that the run ends in; none when it runs to the end.
  var end: SyntaxNode?
  /// The byte of `end` that the run ends before, if that is text: 0 leaves the whole node out.
  var endOffset = 0

  /// Everything below `node`.
  init(contentOf node: SyntaxNode) {
    first = node.firstChild
  }

  init(first: SyntaxNode?, firstOffset: Int = 0, end: SyntaxNode?, endOffset: Int = 0) {
    self.first = first
    self.firstOffset = firstOffset
    self.end = end
    self.endOffset = endOffset
  }

  var isEmpty: Bool {
    guard let first else { return true }
    guard first == end else { return false }
    return endOffset <= firstOffset
  }
}

/// A walk through a slice, without recursion; containers are entered and left.
struct InlineWalk {
  private let slice: InlineSlice
  private(set) var node: SyntaxNode
  private(set) var kind: SyntaxNode.Kind
  private(set) var isEntering = true
  /// The number of nodes of the slice around `node`.
  private(set) var depth = 0

  /// Starts at the slice's first node; nothing for an empty slice.
  init?(_ slice: InlineSlice) {
    guard let first = slice.first, !slice.isEmpty else { return nil }
    self.slice = slice
    node = first
    kind = first.kind
  }

  /// The part of a text's `count` bytes that belongs to the slice.
  func bounds(of count: Int) -> Range<Int> {
    guard depth == 0 else { return 0..<count }
    let lower = node == slice.first ? min(slice.firstOffset, count) : 0
    let upper = node == slice.end ? min(slice.endOffset, count) : count
    return lower..<max(lower, upper)
  }

  /// Moves on; false at the end.
  mutating func advance() -> Bool {
    if isEntering, kind.isContainer {
      if let child = node.firstChild {
        enter(child)
        depth += 1
      } else {
        isEntering = false
      }
      return true
    }
    return advanceOver()
  }

  /// Moves on without entering what is below the node.
  mutating func advanceOver() -> Bool {
    if depth == 0 {
      guard node != slice.end, let next = node.next else { return false }
      if next == slice.end, slice.endOffset == 0 { return false }
      enter(next)
      return true
    }
    if let next = node.next {
      enter(next)
      return true
    }
    guard let parent = node.parent else { return false }
    node = parent
    kind = parent.kind
    isEntering = false
    depth -= 1
    return true
  }

  private mutating func enter(_ node: SyntaxNode) {
    self.node = node
    kind = node.kind
    isEntering = true
  }
}
