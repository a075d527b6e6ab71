internal import Bytes
package import Incremental

/// What the rendered routes read and said, in the order in which they were rendered.
package struct MadeResults: Sendable {
  /// Every key of the journal and of this build.
  private(set) var keys: KeyTable
  /// Numbers of keys, route after route.
  private var reads: [UInt32] = []
  private var notes: [[UInt8]] = []
  /// Where the reads and notes of each route end.
  private var ends: [(reads: Int, notes: Int)] = []
  private var frozenNotes = FrozenBytes(joining: [])
  private var notesCount = 0

  /// Nothing yet; keys of the journal keep their numbers.
  init(after known: KeyRecords = .none) {
    keys = KeyTable(known)
  }

  /// Adds what one piece of work rendered.
  mutating func append(_ chunk: RenderedChunk) {
    let start = reads.count
    for key in chunk.reads { reads.append(keys.number(of: key)) }
    for end in chunk.ends { ends.append((start + end.reads, notesCount + end.notes)) }
    notes.append(chunk.notes)
    notesCount += chunk.notes.count
  }

  /// Ends the adding: from now on notes can be read.
  mutating func freeze() {
    frozenNotes = FrozenBytes(joining: notes)
    notes = []
  }

  /// The numbers of the keys that the route of a place in the plan read.
  package func reads(_ place: Int) -> ArraySlice<UInt32> {
    reads[(place == 0 ? 0 : ends[place - 1].reads)..<ends[place].reads]
  }

  /// The notes of the route of a place in the plan.
  func notes(_ place: Int) -> ByteView {
    frozenNotes.view.slice((place == 0 ? 0 : ends[place - 1].notes)..<ends[place].notes)
  }

  /// A key by its number.
  package func key(_ number: UInt32) -> ReadKey { keys[Int(number)] }
}
