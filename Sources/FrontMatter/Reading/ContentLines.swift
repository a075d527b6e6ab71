/// The lines of a file, by any of the three line breaks.
struct ContentLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var place: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    place = start
  }

  /// A line without its break, and where the next one starts.
  struct Line {
    var text: Range<Int>
    var next: Int
  }

  mutating func next() -> Line? {
    guard place < bytes.count else { return nil }
    let start = place
    while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
    let text = start..<place
    if place < bytes.count {
      let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
      place += isPair ? 2 : 1
    }
    return Line(text: text, next: place)
  }
}
