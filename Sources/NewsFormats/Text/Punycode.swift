/// The ASCII form of a label of a host name (RFC 3492).
enum Punycode {
  /// What follows `xn--` for `label`; `خبر` gives `ngblk`.
  static func encoded(_ label: String) -> String {
    let input = label.unicodeScalars.map(\.value)
    var output = input.filter { $0 < initialCode }.map { UInt8($0) }
    let basic = output.count
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var state = State(next: initialCode, delta: 0, bias: 72, handled: basic, basic: basic)
    while state.handled < input.count {
      guard let code = input.filter({ $0 >= state.next }).min() else { break }
      state.delta += Int(code - state.next) * (state.handled + 1)
      state.next = code
      for scalar in input {
        if scalar < code { state.delta += 1 }
        if scalar == code { state.writeDelta(to: &output) }
      }
      state.delta += 1
      state.next += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let initialCode: UInt32 = 0x80
  private static let base = 36
  private static let lowest = 1
  private static let highest = 26

  /// Where the encoder stands: the names are those of section 6.3.
  private struct State {
    var next: UInt32
    var delta: Int
    var bias: Int
    var handled: Int
    let basic: Int

    /// Writes `delta` as a variable-length integer and adapts the bias.
    mutating func writeDelta(to output: inout [UInt8]) {
      var rest = delta
      var position = base
      while true {
        let threshold = min(max(position - bias, lowest), highest)
        guard rest >= threshold else { break }
        output.append(digit(threshold + (rest - threshold) % (base - threshold)))
        rest = (rest - threshold) / (base - threshold)
        position += base
      }
      output.append(digit(rest))
      adapt()
    }

    private mutating func adapt() {
      var rest = handled == basic ? delta / 700 : delta / 2
      rest += rest / (handled + 1)
      var rounds = 0
      while rest > (base - lowest) * highest / 2 {
        rest /= base - lowest
        rounds += base
      }
      bias = rounds + (base - lowest + 1) * rest / (rest + 38)
      delta = 0
      handled += 1
    }

    private func digit(_ value: Int) -> UInt8 {
      UInt8(value < 26 ? 97 + value : 22 + value)
    }
  }
}
