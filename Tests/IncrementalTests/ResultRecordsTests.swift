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

  private func keys(_ number: Int) -> [UInt32] {
    (0..<UInt32(number % 7)).map { $0 &* 0x2545_F491 &+ UInt32(number) }
  }

  @Test func `numbers of keys are read back, a byte for each that follows another`() {
    for numbers: [UInt32] in [
      [], [0], [.max], [7, 8, 9, 10], [.max, 0, .max - 1, 1], [1 << 31, 0, 1 << 31, 5],
    ] {
      var buffer = ByteBuffer()
      buffer.append(keyNumbers: numbers[...])
      let bytes = buffer.frozen()
      #expect(Array(KeyNumbers(bytes.view)) == numbers)
      if numbers == [7, 8, 9, 10] { #expect(bytes.count == 4) }
    }
  }

  @Test func `results are read back with reads and notes`() {
    var layout = ResultLayout()
    var records = ByteBuffer()
    var reads = ByteBuffer()
    var notes = ByteBuffer()
    for number in 0..<50 {
      let own = FrozenBytes(joining: [Array(repeating: UInt8(number), count: number % 11)])
      let start = reads.count
      reads.append(keyNumbers: keys(number)[...])
      layout.append(record(number), reads: reads.count - start, notes: own.count, to: &records)
      notes.append(notes: own.view)
    }
    let frozen = (records.frozen(), reads.frozen(), notes.frozen())
    let results = ResultRecords(
      records: frozen.0.view, reads: frozen.1.view, notes: frozen.2.view)
    #expect(results.count == 50)
    for number in 0..<50 {
      #expect(results[number] == record(number))
      #expect(Array(results.reads(number)) == keys(number))
      let own = Array(repeating: UInt8(number), count: number % 11)
      #expect(results.notes(number).elementsEqual(own))
    }
  }

  @Test func `the first key that changed is named`() {
    var layout = ResultLayout()
    var records = ByteBuffer()
    var reads = ByteBuffer()
    reads.append(keyNumbers: [5, 3, 1])
    layout.append(record(0), reads: reads.count, notes: 0, to: &records)
    let frozen = (records.frozen(), reads.frozen())
    let results = ResultRecords(
      records: frozen.0.view, reads: frozen.1.view, notes: .empty)
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
