/// The text that stands for a story in lists: up to `<!-- more -->`, else the first paragraph.
struct Excerpt: Hashable, Sendable {
  /// Scalars of a first paragraph that are shown at most.
  static let limit = 300

  private let waitsForMore: Bool
  private var gathered: [UInt8] = []
  private var first: [UInt8] = []
  private var fallback: [UInt8] = []
  private var hasReachedMore = false
  /// Whether no further text can change the excerpt.
  private(set) var isComplete = false

  /// With `waitsForMore`, text is gathered until the end in case the marker follows.
  init(waitsForMore: Bool = false) {
    self.waitsForMore = waitsForMore
  }

  /// Whether a paragraph at the top level or inside a list or quotation is of interest.
  func wants(isTopLevel: Bool) -> Bool {
    isTopLevel ? waitsForMore || first.isEmpty : fallback.isEmpty && first.isEmpty
  }

  /// Adds a paragraph.
  mutating func add(_ text: PlainText, isTopLevel: Bool) {
    guard isTopLevel else {
      fallback = text.bytes
      return
    }
    if first.isEmpty { first = text.bytes }
    if waitsForMore, !text.bytes.isEmpty {
      if !gathered.isEmpty { gathered.append(0x20) }
      gathered += text.bytes
    }
    if text.hasReachedMore { reachMore() }
    if !waitsForMore, !first.isEmpty { isComplete = true }
  }

  /// Ends the excerpt here: the marker was met.
  mutating func reachMore() {
    guard !isComplete, !gathered.isEmpty else { return }
    hasReachedMore = true
    isComplete = true
  }

  /// The excerpt.
  var text: String {
    if hasReachedMore { return String(decoding: gathered, as: UTF8.self) }
    return SentenceCut.cut(first.isEmpty ? fallback : first, limit: Self.limit)
  }
}
