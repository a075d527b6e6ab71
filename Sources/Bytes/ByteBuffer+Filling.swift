extension ByteBuffer {
  /// Appends what `body` writes: it gets the address of `room` free bytes and answers how many of
  /// them it filled.
  package mutating func append<Failure: Error>(
    upTo room: Int, _ body: (UnsafeMutablePointer<UInt8>) throws(Failure) -> Int
  ) throws(Failure) {
    reserve(room)
    let filled = try unsafe body(start.advanced(by: count))
    precondition(filled >= 0 && filled <= room)
    count += filled
  }

  /// Lends a view of the bytes written so far to `body`, which must not keep it.
  package borrowing func withView<Result, Failure: Error>(
    _ body: (ByteView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(ByteView(start: start, count: count))
  }

  /// The bytes as a value that threads can share; they are not copied.
  package consuming func frozen() -> FrozenBytes {
    let (start, count) = unsafe (UnsafePointer(start), count)
    // The memory has one owner still: the value that is made of it frees it, this one does not.
    discard self
    return unsafe FrozenBytes(owning: start, count: count)
  }
}
