import Bytes
import Diagnostics
import Incremental
import Testing

@Suite struct ResultRecordsTests {
  private static let causes: [Cause] = [
    .noJournal, .new, .otherMeaning, .outputDiffers, .hadErrors, .key(7),
  ]

  private func record(_ number: Int) -> ResultRecord {
    ResultRecord(
      identity: UInt64(number) + 1, meaning: UInt64(number) * 7,
      hash: Fingerprint(low: UInt64(number), high: 9), size: number * 1_000,
      cause: Self.causes[number % Self.causes.count])
  }

  @Test func `results are read back with reads and notes`() {
    var writer = ResultWriter(capacity: 4)
    for number in 0..<50 {
      let notes = FrozenBytes(joining: [Array(repeating: UInt8(number), count: number % 11)])
      writer.append(record(number), notes: notes.view) { buffer in
        for key in 0..<UInt32(number % 7) { buffer.append(littleEndian: key * 2) }
      }
    }
    let (records, reads, notes) = (
      FrozenBytes(joining: [writer.records.bytes()]), FrozenBytes(joining: [writer.reads.bytes()]),
      FrozenBytes(joining: [writer.notes.bytes()])
    )
    let results = ResultRecords(records: records.view, reads: reads.view, notes: notes.view)
    #expect(results.count == 50)
    for number in 0..<50 {
      #expect(results[number] == record(number))
      #expect(results.reads(number).count == 4 * (number % 7))
      #expect(
        results.notes(number).elementsEqual(Array(repeating: UInt8(number), count: number % 11)))
    }
  }

  @Test func `the first key that changed is named`() {
    var writer = ResultWriter(capacity: 1)
    writer.append(record(0), notes: .empty) { buffer in
      for key in [5, 3, 1] as [UInt32] { buffer.append(littleEndian: key) }
    }
    let (records, reads) = (
      FrozenBytes(joining: [writer.records.bytes()]), FrozenBytes(joining: [writer.reads.bytes()])
    )
    let results = ResultRecords(records: records.view, reads: reads.view, notes: .empty)
    #expect(results.firstChange(0, [true, false, true, false, true, false]) == nil)
    #expect(results.firstChange(0, [false, true, false, true, false, false]) == 3)
  }

  @Test func `a diagnostic is remembered whole`() {
    let full = Diagnostic(
      .warning, id: "link.dead", "no page at '/x/'",
      at: SourceLocation(file: "Content/a.md", range: 3..<9), label: "here", help: "mend it\nnow",
      notes: [.init("seen from", at: SourceLocation(file: "b.md")), .init("twice")],
      fix: .init(replacing: 3..<9, with: "/y/"))
    let bare = Diagnostic(.error, id: "a.b", "wrong")
    var buffer = ByteBuffer()
    buffer.append(full)
    buffer.append(bare)
    let bytes = buffer.frozen()
    var reader = ByteReader(bytes.view)
    #expect(reader.diagnostic() == full)
    #expect(reader.diagnostic() == bare)
    #expect(reader.isAtEnd)
  }
}
