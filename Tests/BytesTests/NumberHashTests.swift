import Bytes
import Testing

struct NumberHashTests {
  private func hash(_ numbers: [UInt64], seed: UInt64 = 0) -> UInt64 {
    var hash = NumberHash(seed)
    for number in numbers { hash.add(number) }
    return hash.value
  }

  @Test func `order, count and seed tell runs of numbers apart`() {
    let all = [
      hash([]), hash([0]), hash([0, 0]), hash([1, 2]), hash([2, 1]), hash([1, 2, 0]),
      hash([1, 2], seed: 1), hash([.max]),
    ]
    #expect(Set(all).count == all.count)
  }

  @Test func `small numbers do not collide`() {
    var seen: Set<UInt64> = []
    for first in 0..<300 as Range<UInt64> {
      for second in 0..<300 as Range<UInt64> { seen.insert(hash([first, second])) }
    }
    #expect(seen.count == 90_000)
    #expect(!seen.contains(0))
  }

  @Test func `a text that is missing differs from one that is empty`() {
    var missing = NumberHash()
    missing.add(nil as String?)
    var empty = NumberHash()
    empty.add("" as String?)
    #expect(missing.value != empty.value)
  }
}
