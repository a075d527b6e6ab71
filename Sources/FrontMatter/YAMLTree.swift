internal import Bytes

/// A YAML file, or the front matter of a story, as a tree with places.
///
/// The nodes lie in one array in the order of the file, a parent before its children, and all text
/// lies in one other; a `YAMLNode` is a number. So a tree costs two allocations, not one a node.
package struct YAMLTree: Hashable, Sendable {
  /// The first entry is the root; an empty file has an empty mapping for a root.
  var entries: [Entry]
  /// The text of all scalars, after unescaping and folding.
  var text: [UInt8]
}

/// A node of a `YAMLTree`.
package struct YAMLNode: Hashable, Sendable {
  var index: Int32
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

  /// What is stored of a node.
  struct Entry: Hashable, Sendable {
    var kind: Kind
    /// UTF-8 offsets into the file.
    var lower: UInt32
    var upper: UInt32
    /// Of a scalar, where its text starts; of a collection, nothing.
    var textStart: Int32
    /// Of a scalar, the length of its text; of a collection, the number of children.
    var count: Int32
    /// The entry after this one and everything below it.
    var next: Int32
  }
}
