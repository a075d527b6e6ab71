/// A YAML file, or the front matter of a story, as a tree with places.
///
/// The nodes lie in one array in the order of the file, a parent before its children, and all text
/// lies in one other; a `YAMLNode` is a number. So a tree costs two allocations, not one a node.
/// All ranges are UTF-8 offsets into the file.
package struct YAMLTree: Hashable, Sendable {
  /// The first entry is the root; an empty file has an empty mapping for a root.
  var entries: [Entry] = []
  /// The text of all scalars, after unescaping and folding.
  var text: [UInt8] = []
  /// Scalars that YAML ended at ` #`; nearly always empty.
  var cuts: [Cut] = []
}

/// A node of a `YAMLTree`.
package struct YAMLNode: Hashable, Sendable {
  let index: Int32
}

extension YAMLTree {
  /// What a node is.
  package enum Kind: UInt8, Hashable, Sendable {
    /// Text without quotes, which a schema may type.
    case plain
    /// Text in quotes or a block, which stays text.
    case quoted
    case sequence
    /// Keys and values in turn.
    case mapping
  }

  /// The rest of a line that YAML takes for a comment although the editor may not have meant one.
  package struct Cut: Hashable, Sendable {
    let node: YAMLNode
    /// From the start of the value to the end of the line.
    package let range: Range<Int>
    /// The whole of that, as written.
    package let text: String
  }

  /// What is stored of a node.
  struct Entry: Hashable, Sendable {
    var kind: Kind
    var lower: UInt32
    var upper: UInt32
    /// Of a scalar, where its text starts.
    var textStart: Int32
    /// Of a scalar, the length of its text; of a collection, the number of its nodes one level down.
    var count: Int32
    /// The index after this entry and everything below it.
    var next: Int32
  }
}

// MARK: - Asking

extension YAMLTree {
  package var root: YAMLNode { YAMLNode(index: 0) }

  package func kind(of node: YAMLNode) -> Kind {
    entries[Int(node.index)].kind
  }

  /// Where the node stands in the file.
  package func range(of node: YAMLNode) -> Range<Int> {
    let entry = entries[Int(node.index)]
    return Int(entry.lower)..<Int(max(entry.lower, entry.upper))
  }

  /// The number of elements of a sequence or of members of a mapping; 0 for a scalar.
  package func count(of node: YAMLNode) -> Int {
    let entry = entries[Int(node.index)]
    return switch entry.kind {
    case .plain, .quoted: 0
    case .sequence: Int(entry.count)
    case .mapping: Int(entry.count) / 2
    }
  }

  /// The text of a scalar; empty for a collection.
  package func text(of node: YAMLNode) -> String {
    String(decoding: text[textRange(of: node)], as: UTF8.self)
  }

  /// Lends the text of a scalar as bytes.
  package func withText<Result>(of node: YAMLNode, _ body: (Span<UInt8>) -> Result) -> Result {
    body(text.span.extracting(textRange(of: node)))
  }

  /// Whether a scalar stands for no value: nothing at all, `~` or `null`, without quotes.
  package func isNull(_ node: YAMLNode) -> Bool {
    let entry = entries[Int(node.index)]
    guard entry.kind == .plain, entry.count <= 4 else { return false }
    return entry.count == 0 || has(node, "~") || has(node, "null")
  }

  /// What YAML cut from the scalar, if it did.
  package func cut(of node: YAMLNode) -> Cut? {
    cuts.isEmpty ? nil : cuts.first { $0.node == node }
  }

  /// Whether the text of a scalar is `word`.
  package func has(_ node: YAMLNode, _ word: String) -> Bool {
    text[textRange(of: node)].elementsEqual(word.utf8)
  }

  func textRange(of node: YAMLNode) -> Range<Int> {
    let entry = entries[Int(node.index)]
    guard entry.kind == .plain || entry.kind == .quoted else { return 0..<0 }
    return Int(entry.textStart)..<Int(entry.textStart + entry.count)
  }
}

// MARK: - Walking

extension YAMLTree {
  /// The elements of a sequence, or the keys and values of a mapping in turn.
  package func children(of node: YAMLNode) -> YAMLChildren {
    let entry = entries[Int(node.index)]
    guard entry.kind == .sequence || entry.kind == .mapping else {
      return YAMLChildren(entries: entries, index: 0, end: 0)
    }
    return YAMLChildren(entries: entries, index: node.index + 1, end: entry.next)
  }

  /// The keys and values of a mapping.
  package func members(of node: YAMLNode) -> YAMLMembers {
    guard kind(of: node) == .mapping else {
      return YAMLMembers(children: YAMLChildren(entries: entries, index: 0, end: 0))
    }
    return YAMLMembers(children: children(of: node))
  }
}

/// The nodes one level below another, in the order of the file.
package struct YAMLChildren: Sequence, IteratorProtocol {
  let entries: [YAMLTree.Entry]
  var index: Int32
  let end: Int32

  package mutating func next() -> YAMLNode? {
    guard index < end else { return nil }
    defer { index = entries[Int(index)].next }
    return YAMLNode(index: index)
  }
}

/// The members of a mapping, in the order of the file.
package struct YAMLMembers: Sequence, IteratorProtocol {
  var children: YAMLChildren

  package mutating func next() -> (key: YAMLNode, value: YAMLNode)? {
    guard let key = children.next(), let value = children.next() else { return nil }
    return (key, value)
  }
}
