import Bytes
import Incremental
import Testing

@Suite struct KeyTableTests {
  private func key(_ number: Int) -> ReadKey {
    ReadKey(
      UInt8(number % 60), subject: UInt64(number) &* 0x9E37_79B9_7F4A_7C15,
      first: UInt32(number % 3), second: UInt32(number % 5))
  }

  private func records(_ keys: Range<Int>) -> FrozenBytes {
    var buffer = ByteBuffer()
    for number in keys { buffer.append(key(number), fingerprint: UInt64(number) * 3) }
    return buffer.frozen()
  }

  @Test func `keys are read back with their fingerprints`() {
    let bytes = records(0..<100)
    let known = KeyRecords(bytes.view)
    #expect(known.count == 100)
    for number in 0..<100 {
      #expect(known[number] == key(number))
      #expect(known.fingerprint(number) == UInt64(number) * 3)
    }
  }

  @Test(arguments: [1, 7, 2_000])
  func `keys of a journal keep their numbers and new ones follow`(step: Int) {
    let bytes = records(0..<5_000)
    var table = KeyTable(KeyRecords(bytes.view))
    #expect(table.numbers(of: [4_999, 0, 17].map(key)) == [4_999, 0, 17])
    // A few at a time are searched for, many are hashed; the numbers are the same.
    for first in stride(from: 4_000, to: 30_000, by: step) {
      let numbers = first..<(first + step)
      #expect(table.numbers(of: numbers.map(key)) == numbers.map { UInt32($0) })
    }
    #expect(table.numbers(of: (0..<30_000).map(key)) == (0..<30_000).map { UInt32($0) })
    #expect(table[4_999] == key(4_999) && table[5_000] == key(5_000))
  }

  @Test func `a key that is asked twice at once gets one number`() {
    let bytes = records(0..<5_000)
    var table = KeyTable(KeyRecords(bytes.view))
    #expect(table.numbers(of: [6_000, 3, 6_000, 3].map(key)) == [5_000, 3, 5_000, 3])
    #expect(table.count == 5_001)
  }

  @Test func `keys that are new for certain get numbers among those that are looked for`() {
    var table = KeyTable()
    for number in 0..<20_000 {
      let keys = [key(number)]
      #expect(
        (number % 3 != 0 ? table.numbers(ofUnseen: keys) : table.numbers(of: keys))
          == [UInt32(number)])
    }
    for number in stride(from: 0, to: 20_000, by: 3) {
      #expect(table.numbers(of: [key(number)]) == [UInt32(number)])
    }
    let bytes = records(0..<100)
    var known = KeyTable(KeyRecords(bytes.view))
    #expect(known.numbers(ofUnseen: [key(7), key(100)]) == [7, 100])
  }
}
