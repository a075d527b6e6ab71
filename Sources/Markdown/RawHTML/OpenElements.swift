/// The raw HTML elements that are open, and the blocks of Markdown that they stand in.
///
/// An element is closed in the block that it was opened in, so that no tag of a text can reach
/// into the page around it.
struct OpenElements {
  /// An element and where its start tag stands.
  struct Element {
    let name: String
    let spot: SourceSpot
  }

  private var elements: [Element] = []
  private var floors: [Int] = []
  /// The number of elements that were open when the innermost block began.
  private(set) var floor = 0

  /// The number of elements that are open.
  var count: Int { elements.count }

  @inline(__always)
  mutating func enterContainer() {
    floors.append(floor)
    floor = elements.count
  }

  @inline(__always)
  mutating func leaveContainer() {
    floor = floors.popLast() ?? 0
  }

  mutating func open(_ name: String, at spot: SourceSpot) {
    elements.append(Element(name: name, spot: spot))
  }

  mutating func pop() -> Element? { elements.popLast() }

  /// The number of elements that stay open when `name` is closed; nothing when it is not open here.
  func depth(closing name: String) -> Int? {
    guard let index = elements.lastIndex(where: { $0.name == name }), index >= floor else {
      return nil
    }
    return index
  }
}
