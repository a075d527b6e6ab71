/// The questions of renders that follow each other, as codes: for each render what it asked, each
/// once, in the order of the first asking.
///
/// It is written millions of times in a build, and what is asked most is asked of things that the
/// site numbers anyway. Such questions are noted by a code that the site makes of the number, below
/// `dense`; all others by their keys, whose codes follow.
package struct ReadLog: Sendable {
  /// The codes of the questions, render after render.
  package private(set) var reads: [UInt32] = []
  /// The keys with the codes from `dense` on.
  package private(set) var keys = KeyTable()
  private let dense: UInt32
  /// Where the reads of this render begin.
  private var start = 0
  private var render: UInt64 = 0
  /// The codes that this render asked, by hash, each with the number of the render in its upper half;
  /// what another render left is free.
  ///
  /// The count is a power of two.
  private var seen: [UInt64]

  /// An empty log; codes below `dense` are the site's.
  package init(dense: UInt32) {
    self.dense = dense
    seen = Array(repeating: 0, count: 256)
  }

  /// Begins the next render.
  package mutating func begin() {
    render += 1
    start = reads.count
  }

  /// The codes of what this render asked.
  package var current: ArraySlice<UInt32> { reads[start...] }
}

// MARK: - Noting

extension ReadLog {
  /// Notes that this render asked the question of a code.
  @inline(__always)
  package mutating func note(_ code: UInt32) {
    if insert(code) {
      reads.append(code)
      if (reads.count - start) * 2 > seen.count { growSeen() }
    }
  }

  /// Notes that this render asked `key`.
  package mutating func note(_ key: ReadKey) {
    note(dense + keys.number(of: key))
  }

  /// Enters a code among those of this render; answers whether it is new.
  private mutating func insert(_ code: UInt32) -> Bool {
    let mask = seen.count - 1
    let entry = render << 32 | UInt64(code)
    var slot = Int(truncatingIfNeeded: UInt64(code) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while seen[slot] >> 32 == render {
      if seen[slot] == entry { return false }
      slot = (slot + 1) & mask
    }
    seen[slot] = entry
    return true
  }

  private mutating func growSeen() {
    seen = Array(repeating: 0, count: seen.count * 2)
    for code in current { _ = insert(code) }
  }
}
