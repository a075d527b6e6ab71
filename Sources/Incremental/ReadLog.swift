/// The questions of renders that follow each other: each distinct key once, and for each render the
/// places of the keys that it asked.
///
/// It is written millions of times in a build. What is asked again, by the same render or by
/// another one, costs one probe of an open-addressing table.
package struct ReadLog: Sendable {
  private var entries: [Entry] = []
  /// The places in `keys` of what each render asked, each once, render after render.
  package private(set) var reads: [UInt32] = []
  private var render: UInt32 = 0
  /// Where the reads of this render begin.
  private var start = 0
  /// Indexes into `entries` plus one, by hash; zero is free.
  ///
  /// The count is a power of two.
  private var slots: [UInt32]

  /// A key, and the number of the render that asked it last.
  private struct Entry: Sendable {
    let key: ReadKey
    var render: UInt32
  }

  package init() {
    slots = Array(repeating: 0, count: 1024)
  }

  /// Begins the next render.
  package mutating func begin() {
    render += 1
    start = reads.count
  }

  /// The keys that this render asked, in the order in which they were first asked.
  package var current: [ReadKey] { reads[start...].map { entries[Int($0)].key } }

  /// The distinct keys of all renders, in the order in which they were first asked.
  package var keys: some RandomAccessCollection<ReadKey> { entries.lazy.map(\.key) }

  /// Notes that this render asked `key`.
  package mutating func note(_ key: ReadKey) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.mixed) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if entries[place].key == key { return noteAgain(place) }
      slot = (slot + 1) & mask
    }
    reads.append(UInt32(entries.count))
    entries.append(Entry(key: key, render: render))
    slots[slot] = UInt32(entries.count)
    if entries.count * 2 > slots.count { grow() }
  }

  @inline(__always)
  private mutating func noteAgain(_ place: Int) {
    if entries[place].render == render { return }
    entries[place].render = render
    reads.append(UInt32(place))
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = Array(repeating: 0, count: mask + 1)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.key.mixed) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }
}
