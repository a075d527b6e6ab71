/// What a render of an untrusted template may use up.
package struct RenderLimits: Sendable {
  /// Loop turns, calls and work done by filters (one for each 64 bytes or one element).
  package var steps = 10_000_000
  /// Bytes of output.
  package var output = 64 << 20
  /// Bytes of memory for the values that the render makes.
  package var arena = 64 << 20
  /// Nested calls of macros, blocks and includes.
  package var depth = 200
  /// Bytes of one string.
  package var string = 16 << 20
  /// Elements of one list.
  package var list = 1_000_000

  package init() {}
}
