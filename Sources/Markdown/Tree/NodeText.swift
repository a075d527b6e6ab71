internal import Bytes
internal import CCommonMark

/// The bytes of a literal in a tree that is alive; see the contract of `SyntaxParser`.
///
/// libcmark ends every literal with a zero byte and has no other zero byte in it, because it reads
/// U+0000 as U+FFFD.
@safe
struct NodeText {
  private let start: UnsafePointer<UInt8>?
  let count: Int

  init(_ literal: UnsafePointer<CChar>?) {
    guard let literal = unsafe literal else {
      unsafe start = nil
      count = 0
      return
    }
    unsafe start = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
    count = unsafe strlen(literal)
  }

  var isEmpty: Bool { count == 0 }

  /// The byte at `index`, or 0 outside the text.
  subscript(index: Int) -> UInt8 {
    guard index >= 0, index < count, let start = unsafe start else { return 0 }
    return unsafe start[index]
  }

  /// Lends the bytes to `body`.
  @inline(__always)
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe body(Span(_unsafeElements: UnsafeBufferPointer(start: start, count: count)))
  }

  /// The text; bytes that are not UTF-8 are replaced.
  var string: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The bytes, copied.
  var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }
}
