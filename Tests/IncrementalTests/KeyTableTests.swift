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

  @Test func `keys of a journal keep their numbers and new ones follow`() {
    let bytes = records(0..<5_000)
    var table = KeyTable(KeyRecords(bytes.view))
    for number in [4_999, 0, 17] { #expect(table.number(of: key(number)) == UInt32(number)) }
    for number in 5_000..<50_000 { #expect(table.number(of: key(number)) == UInt32(number)) }
    for number in 0..<50_000 { #expect(table.number(of: key(number)) == UInt32(number)) }
    #expect(table.count == 50_000)
    #expect(table[4_999] == key(4_999) && table[5_000] == key(5_000))
  }

  @Test func `keys that are new for certain get numbers among those that are looked for`() {
    var table = KeyTable()
    for number in 0..<20_000 {
      let isUnseen = number % 3 != 0
      #expect(
        (isUnseen ? table.number(ofUnseen: key(number)) : table.number(of: key(number)))
          == UInt32(number))
    }
    for number in stride(from: 0, to: 20_000, by: 3) {
      #expect(table.number(of: key(number)) == UInt32(number))
    }
    let bytes = records(0..<100)
    var known = KeyTable(KeyRecords(bytes.view))
    #expect(known.number(ofUnseen: key(7)) == 7)
    #expect(known.number(ofUnseen: key(100)) == 100)
  }
}
