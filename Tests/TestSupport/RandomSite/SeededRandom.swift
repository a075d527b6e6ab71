/// Random numbers that are the same in every run of the tests (SplitMix64).
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
    // Neighbouring seeds must not give neighbouring parts of one sequence.
    state = next() ^ seed << 32
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// A number in `range`.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// One of `choices`, which are not empty.
  public mutating func one<Choices: RandomAccessCollection>(
    of choices: Choices
  ) -> Choices.Element {
    let place = Int.random(in: 0..<choices.count, using: &self)
    return choices[choices.index(choices.startIndex, offsetBy: place)]
  }

  /// Whether something happens that happens `percent` times of a hundred.
  public mutating func happens(_ percent: Int) -> Bool {
    number(1...100) <= percent
  }

  /// Some of `choices`, at most `limit`, in their order.
  public mutating func some<Choice>(of choices: [Choice], upTo limit: Int) -> [Choice] {
    let wanted = number(0...min(limit, choices.count))
    let places = choices.indices.shuffled(using: &self).prefix(wanted).sorted()
    return places.map { choices[$0] }
  }
}
