internal import CCommonMark
internal import CSyntaxTree

/// libcmark's parser and the memory of the tree that it made last, of which this is the only owner.
///
/// Contract:
/// 1. The arena is freed once, in `deinit`; the type is not copyable, so there is no second owner.
/// 2. A `SyntaxNode` or `NodeText` is used only until the parser parses again or ends, which the
///    renderer ensures: it parses once a call and stores no node beyond it.
/// 3. Nothing in a tree is changed but the marks of nodes, so no literal moves.
/// 4. libcmark is fed and read through this folder only.
@safe
struct SyntaxParser: ~Copyable {
  private let arena: OpaquePointer

  init() {
    // An arena is never null: without memory the program stops.
    unsafe arena = warta_arena_new()
  }

  deinit {
    unsafe warta_arena_free(arena)
  }

  /// The document that `text` is as CommonMark 0.30; the document before it is gone.
  ///
  /// With `replacesInvalid`, bytes that are not UTF-8 become U+FFFD, as the reference does it.
  mutating func parse(_ text: Span<UInt8>, replacesInvalid: Bool = false) -> SyntaxNode {
    let options = replacesInvalid ? CMARK_OPT_VALIDATE_UTF8 : CMARK_OPT_DEFAULT
    // libcmark copies what it keeps, so the lent bytes are not used after the call.
    return unsafe text.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe SyntaxNode(warta_arena_parse(arena, start, bytes.count, options))
    }
  }

  /// The version of the library that parses: part of what a cached result depends on.
  static var libraryVersion: String { unsafe String(cString: cmark_version_string()) }
}
