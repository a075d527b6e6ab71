import Incremental
import Testing

@Suite struct ReadLogTests {
  @Test func `each question is noted once, in the order of the first asking`() {
    var log = ReadLog()
    for round in 0..<3 {
      for number in 0..<1_000 {
        log.note(ReadKey(UInt8(number % 7), subject: UInt64(number), first: UInt32(number % 3)))
      }
      #expect(log.keys.count == 1_000, "round \(round)")
    }
    #expect(log.keys.map(\.subject) == (0..<1_000).map { UInt64($0) })
  }

  @Test func `keys that differ in one part are different questions`() {
    var log = ReadLog()
    log.note(ReadKey(1, subject: 5, first: 2, second: 3))
    log.note(ReadKey(2, subject: 5, first: 2, second: 3))
    log.note(ReadKey(1, subject: 6, first: 2, second: 3))
    log.note(ReadKey(1, subject: 5, first: 3, second: 2))
    log.note(ReadKey(1, subject: 5, first: 2, second: 4))
    #expect(log.keys.count == 5)
  }

  @Test func `an emptied log starts anew`() {
    var log = ReadLog()
    log.note(ReadKey(1, subject: 1))
    log.removeAll()
    #expect(log.keys.isEmpty)
    log.note(ReadKey(1, subject: 1))
    #expect(log.keys.count == 1)
  }
}
