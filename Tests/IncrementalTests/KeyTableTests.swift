import Bytes
import Incremental
import Testing

@Suite struct KeyTableTests {
  private func key(_ number: Int) -> ReadKey {
    ReadKey(
      UInt8(number % 60), subject: UInt64(number) &* 0x9E37_79B9_7F4A_7C15,
      first: UInt32(number % 3), second: UInt32(number % 5))
  }

  @Test func `keys are numbered in the order of their first asking`() {
    var table = KeyTable()
    for number in 0..<20_000 {
      #expect(table.number(of: key(number)) == UInt32(number))
      #expect(table.number(of: key(number / 2)) == UInt32(number / 2))
    }
    #expect(table.count == 20_000)
    #expect((0..<20_000).allSatisfy { table[UInt32($0)] == key($0) })
  }

  @Test func `keys that differ in one part have numbers of their own`() {
    var table = KeyTable()
    let keys = [
      ReadKey(1, subject: 5, first: 2, second: 3), ReadKey(2, subject: 5, first: 2, second: 3),
      ReadKey(1, subject: 6, first: 2, second: 3), ReadKey(1, subject: 5, first: 3, second: 2),
      ReadKey(1, subject: 5, first: 2, second: 4),
    ]
    #expect(keys.map { table.number(of: $0) } == [0, 1, 2, 3, 4])
  }

  @Test func `keys of a journal are read back by code or as they were written`() {
    var codes = ByteBuffer()
    var fingerprints = ByteBuffer()
    var others = ByteBuffer()
    for (number, code) in [7, 10, 3, 11].enumerated() {
      codes.append(littleEndian: UInt32(code))
      fingerprints.append(littleEndian: Int64(number * 3))
    }
    others.append(key(40))
    others.append(key(41))
    let storage = [codes.frozen(), fingerprints.frozen(), others.frozen()]
    defer { withExtendedLifetime(storage) {} }
    let keys = KeyRecords(
      codes: storage[0].view, fingerprints: storage[1].view, others: storage[2].view, dense: 10)
    #expect(keys.count == 4)
    #expect((0..<4).map { keys.code($0) } == [7, 10, 3, 11])
    #expect((0..<4).map { keys.fingerprint($0) } == [0, 3, 6, 9])
    #expect(keys.other(10) == key(40) && keys.other(11) == key(41))
  }
}
