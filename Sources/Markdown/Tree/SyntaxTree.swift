internal import CCommonMark

/// The tree that libcmark makes of a text, and its only owner.
///
/// Contract:
/// 1. `root` is freed once, in `deinit`; the type is not copyable, so there is no second owner.
/// 2. A `SyntaxNode` or `NodeText` is used only while the tree that it came from is alive and the
///    literal that it came from is unchanged. Nothing in this module changes a literal, and no
///    node is stored beyond the call that owns the tree.
/// 3. libcmark is fed and read through this folder only; it is called by one thread a tree.
@safe
struct SyntaxTree: ~Copyable {
  private let pointer: OpaquePointer

  /// Parses `text` as CommonMark 0.30.
  ///
  /// With `replacesInvalid`, bytes that are not UTF-8 become U+FFFD, as the reference does it.
  init(parsing text: Span<UInt8>, replacesInvalid: Bool = false) {
    let options = replacesInvalid ? CMARK_OPT_VALIDATE_UTF8 : CMARK_OPT_DEFAULT
    // libcmark copies what it keeps, so the lent bytes are not used after the call.
    let root = unsafe text.withUnsafeBytes { bytes in
      unsafe cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, options)
    }
    guard let root = unsafe root else {
      fatalError("libcmark aborts rather than return no document")
    }
    unsafe pointer = root
  }

  deinit {
    unsafe cmark_node_free(pointer)
  }

  /// The document.
  var root: SyntaxNode { unsafe SyntaxNode(pointer) }
}

extension SyntaxTree {
  /// The version of the library that parses: part of what a cached result depends on.
  static var libraryVersion: String { unsafe String(cString: cmark_version_string()) }
}
