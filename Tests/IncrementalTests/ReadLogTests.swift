import Incremental
import Testing

@Suite struct ReadLogTests {
  @Test func `each question of a render is noted once, in the order of the first asking`() {
    var log = ReadLog(dense: 5_000)
    log.begin()
    for round in 0..<3 {
      for number in 0..<1_000 as Range<UInt32> {
        log.note(number * 3)
        log.note(ReadKey(UInt8(number % 7), subject: UInt64(number), first: number % 3))
      }
      #expect(log.current.count == 2_000, "round \(round)")
    }
    #expect(Array(log.current) == (0..<1_000).flatMap { [$0 * 3, 5_000 + $0] })
    #expect((0..<1_000).allSatisfy { log.keys[$0].subject == UInt64($0) })
    #expect(log.keys.count == 1_000)
  }

  @Test func `keys that differ in one part are different questions`() {
    var log = ReadLog(dense: 0)
    log.begin()
    log.note(ReadKey(1, subject: 5, first: 2, second: 3))
    log.note(ReadKey(2, subject: 5, first: 2, second: 3))
    log.note(ReadKey(1, subject: 6, first: 2, second: 3))
    log.note(ReadKey(1, subject: 5, first: 3, second: 2))
    log.note(ReadKey(1, subject: 5, first: 2, second: 4))
    #expect(log.current.count == 5)
  }

  @Test func `renders share keys and keep their own order`() {
    var log = ReadLog(dense: 10)
    for subjects: [UInt64] in [[1, 2, 3], [], [3, 4, 1, 3], [4]] {
      log.begin()
      for subject in subjects {
        log.note(ReadKey(1, subject: subject))
        log.note(UInt32(subject))
      }
    }
    #expect((0..<4).map { log.keys[$0].subject } == [1, 2, 3, 4])
    #expect(log.reads == [10, 1, 11, 2, 12, 3, 12, 3, 13, 4, 10, 1, 13, 4])
    #expect(Array(log.current) == [13, 4])
  }
}
