internal import CCommonMark

/// A node of a tree that is alive; see the contract of `SyntaxParser`, on which all calls rely.
@safe
struct SyntaxNode: Hashable {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  private init?(optional pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  static func == (a: SyntaxNode, b: SyntaxNode) -> Bool { unsafe a.pointer == b.pointer }

  func hash(into hasher: inout Hasher) { unsafe hasher.combine(pointer) }
}

extension SyntaxNode {
  /// What a node is, with the numbers of libcmark's `cmark_node_type`.
  enum Kind: UInt32 {
    case none
    case document
    case blockQuote
    case list
    case item
    case codeBlock
    case htmlBlock
    case customBlock
    case paragraph
    case heading
    case thematicBreak
    case text
    case softBreak
    case lineBreak
    case code
    case htmlInline
    case customInline
    case emphasis
    case strong
    case link
    case image
  }

  /// What this node is.
  var kind: Kind { unsafe Kind(rawValue: cmark_node_get_type(pointer).rawValue) ?? .none }

  /// Whether this is a `softBreak` or a `lineBreak`.
  var isBreak: Bool { kind == .softBreak || kind == .lineBreak }
}

// MARK: - Neighbours

extension SyntaxNode {
  var next: SyntaxNode? { unsafe SyntaxNode(optional: cmark_node_next(pointer)) }
  var previous: SyntaxNode? { unsafe SyntaxNode(optional: cmark_node_previous(pointer)) }
  var parent: SyntaxNode? { unsafe SyntaxNode(optional: cmark_node_parent(pointer)) }
  var firstChild: SyntaxNode? { unsafe SyntaxNode(optional: cmark_node_first_child(pointer)) }
}

// MARK: - What it says

extension SyntaxNode {
  /// The text of a leaf.
  var literal: NodeText { unsafe NodeText(cmark_node_get_literal(pointer)) }
  /// Whether the text of a leaf begins with `byte`; cheaper than asking its `literal`.
  func begins(with byte: UInt8) -> Bool {
    guard let start = unsafe cmark_node_get_literal(pointer) else { return false }
    // A literal ends with a zero byte, so that there is a first one.
    return unsafe UInt8(bitPattern: start.pointee) == byte
  }

  /// The destination of a link or image, entities and escapes undone.
  var url: NodeText { unsafe NodeText(cmark_node_get_url(pointer)) }
  /// The title of a link or image.
  var title: NodeText { unsafe NodeText(cmark_node_get_title(pointer)) }
  /// What stands behind the opening fence of a code block.
  var fenceInfo: NodeText { unsafe NodeText(cmark_node_get_fence_info(pointer)) }
  /// 1 to 6.
  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  /// Whether the paragraphs of a list stand in no `<p>`.
  var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
  var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }
  /// The line that the node starts on, from 1; for links and images the line that they end on.
  var line: Int { unsafe Int(cmark_node_get_start_line(pointer)) }

  /// The column that a block starts at, from 1: past 4 for indented code.
  var column: Int { unsafe Int(cmark_node_get_start_column(pointer)) }

  /// A number that a pass over the tree leaves for the next one; 0 at first.
  var mark: Int { unsafe Int(bitPattern: cmark_node_get_user_data(pointer)) }

  /// Leaves `number` at this node; the user data is never used as an address.
  func setMark(_ number: Int) {
    _ = unsafe cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: number))
  }
}
