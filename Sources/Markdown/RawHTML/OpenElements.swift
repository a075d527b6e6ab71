/// The raw HTML elements that are open, and the blocks of Markdown that they stand in.
///
/// An element is closed in the block that it was opened in, so that no tag of a text can reach
/// into the page around it.
struct OpenElements {
  private(set) var names: [String] = []
  private var floors: [Int] = []
  /// The number of elements that were open when the innermost block began.
  private(set) var floor = 0
  /// Where raw HTML was met last: what is found unclosed later is reported there.
  var spot = SourceSpot.whole

  @inline(__always)
  mutating func enterContainer() {
    floors.append(floor)
    floor = names.count
  }

  @inline(__always)
  mutating func leaveContainer() {
    floor = floors.popLast() ?? 0
  }

  mutating func open(_ name: String) {
    names.append(name)
  }

  mutating func pop() -> String? { names.popLast() }

  /// The number of elements that stay open when `name` is closed; nothing when it is not open here.
  func depth(closing name: String) -> Int? {
    guard let index = names.lastIndex(of: name), index >= floor else { return nil }
    return index
  }
}
