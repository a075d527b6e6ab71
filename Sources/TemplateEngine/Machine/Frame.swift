/// A call in progress: where it goes back to and what its code sees.
struct Frame {
  let unit: Int
  /// The instruction after the call.
  let returnTo: Int
  /// The instruction that called, for messages.
  let calledFrom: Int
  /// Where its slots begin on the stack.
  let base: Int
  /// The length of the stack after the return.
  let top: Int
  /// The slots of the frame that a closure was defined in.
  let outerBase: Int
  /// The root names that it sees.
  let roots: RootTable
  /// The number of root tables in use when it began.
  let tables: Int
  /// What becomes of what it writes.
  let result: Result
  /// The length of the output when it began.
  let mark: Int
  /// Whether the caller escapes.
  let callerEscapes: Bool

  enum Result: UInt8 {
    /// It stays in the output.
    case written
    /// It is cut off and pushed.
    case pushed
    /// It is cut off, pushed and then written through the escaper of the call.
    case escaped
    /// It is dropped, and the module is pushed.
    case module
  }
}
