import Incremental
import Testing

@Suite struct ReadLogTests {
  @Test func `each question of a render is noted once, in the order of the first asking`() {
    var log = ReadLog()
    log.begin()
    for round in 0..<3 {
      for number in 0..<1_000 {
        log.note(ReadKey(UInt8(number % 7), subject: UInt64(number), first: UInt32(number % 3)))
      }
      #expect(log.current.count == 1_000, "round \(round)")
    }
    #expect(log.current.map(\.subject) == (0..<1_000).map { UInt64($0) })
  }

  @Test func `keys that differ in one part are different questions`() {
    var log = ReadLog()
    log.begin()
    log.note(ReadKey(1, subject: 5, first: 2, second: 3))
    log.note(ReadKey(2, subject: 5, first: 2, second: 3))
    log.note(ReadKey(1, subject: 6, first: 2, second: 3))
    log.note(ReadKey(1, subject: 5, first: 3, second: 2))
    log.note(ReadKey(1, subject: 5, first: 2, second: 4))
    #expect(log.current.count == 5)
  }

  @Test func `renders share keys and keep their own order`() {
    var log = ReadLog()
    for subjects: [UInt64] in [[1, 2, 3], [], [3, 4, 1, 3], [4]] {
      log.begin()
      for subject in subjects { log.note(ReadKey(1, subject: subject)) }
    }
    #expect(log.keys.map(\.subject) == [1, 2, 3, 4])
    #expect(log.reads == [0, 1, 2, 2, 3, 0, 3])
    #expect(log.current.map(\.subject) == [4])
  }
}
