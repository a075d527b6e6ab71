internal import Bytes
internal import FrontMatter
internal import Localization
internal import SiteModel
internal import TemplateEngine

extension RenderContext {
  /// Text of the site's frozen memory; nothing is missing.
  func text(_ view: ByteView?) -> Value {
    guard let view else { return .missing }
    // The snapshot that owns the bytes outlives every render of it.
    return unsafe Value(borrowing: view.buffer)
  }

  /// A copy of `text`; nothing is missing.
  mutating func text(_ text: String?) throws(RenderFault) -> Value {
    guard let text else { return .missing }
    return try arena.string(text)
  }

  /// A map with the entries that are not missing.
  mutating func record(
    _ entries: [(name: StaticString, value: Value)]
  ) throws(RenderFault) -> Value {
    var present: [(key: Value, value: Value)] = []
    present.reserveCapacity(entries.count)
    for entry in entries where !entry.value.isMissing {
      present.append((key: Value(static: entry.name), value: entry.value))
    }
    return try arena.map(present)
  }

  /// A timestamp as RFC 3339 text with its own offset.
  mutating func time(_ time: SiteModel.Timestamp?) throws(RenderFault) -> Value {
    guard let time else { return .missing }
    let start = beginText()
    scratch.append(
      rfc3339: Instant(seconds: time.seconds), offset: Int(time.offsetMinutes) * 60)
    return try endText(from: start, flags: .plainASCII)
  }

  /// Plain data of front matter, settings and data files.
  mutating func value(_ data: DataValue) throws(RenderFault) -> Value {
    switch data {
    case .none: return .none
    case .bool(let flag): return Value(flag)
    case .integer(let number): return Value(number)
    case .number(let number): return Value(number)
    case .text(let text): return try arena.string(text)
    case .list(let elements):
      var values: [Value] = []
      for element in elements { values.append(try value(element)) }
      return try arena.list(values)
    case .map(let members):
      var entries: [(key: Value, value: Value)] = []
      for member in members {
        entries.append((key: try arena.string(member.key), value: try value(member.value)))
      }
      return try arena.map(entries)
    }
  }

  /// A list of stories as entities.
  mutating func stories(_ ids: [CardID]) throws(RenderFault) -> Value {
    try entities(.article, ids[...])
  }

  /// A list of terms as entities.
  mutating func terms(_ ids: ArraySlice<TermID>) throws(RenderFault) -> Value {
    try entities(.term, ids)
  }

  /// A list of terms as entities.
  mutating func terms(_ ids: [TermID]) throws(RenderFault) -> Value {
    try entities(.term, ids[...])
  }

  private mutating func entities(
    _ kind: EntityKind, _ numbers: ArraySlice<UInt32>
  ) throws(RenderFault) -> Value {
    try charge(listOf: numbers.count)
    guard !numbers.isEmpty else { return try arena.list([]) }
    var list = try ListBuilder(room: numbers.count, in: &arena)
    for number in numbers { list.append(Value(kind, Int(number))) }
    return list.list
  }

  /// A list of texts.
  mutating func texts(_ texts: [String]) throws(RenderFault) -> Value {
    var values: [Value] = []
    for text in texts { values.append(try arena.string(text)) }
    return try arena.list(values)
  }
}
