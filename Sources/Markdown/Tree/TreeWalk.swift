/// A walk through a node and everything below it, without recursion.
///
/// Every node that can hold others is entered and left; a leaf is entered only.
struct TreeWalk {
  let root: SyntaxNode
  /// Where the walk stands.
  private(set) var node: SyntaxNode
  /// The kind of `node`, asked once.
  private(set) var kind: SyntaxNode.Kind
  /// Whether `node` is being entered; otherwise it is being left.
  private(set) var isEntering = true
  /// The number of nodes around `node`, `root` not counted.
  private(set) var depth = 0

  /// Starts at `root`, which is being entered.
  init(_ root: SyntaxNode) {
    self.root = root
    node = root
    kind = root.kind
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

  /// Moves on without entering what is below the node, and without leaving the node.
  mutating func advanceOver() -> Bool {
    if node == root { return false }
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

extension SyntaxNode.Kind {
  /// Whether a node of this kind can hold others.
  @inline(__always)
  var isContainer: Bool {
    switch self {
    case .document, .blockQuote, .list, .item, .paragraph, .heading, .emphasis, .strong, .link,
      .image, .customBlock, .customInline:
      true
    case .none, .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code,
      .htmlInline:
      false
    }
  }
}
