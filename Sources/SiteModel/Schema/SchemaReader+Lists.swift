internal import FrontMatter

extension SchemaReader {
  /// The elements of a list; one value alone is a list of one.
  mutating func elements(_ value: SchemaValue, limit: Int = listLimit) -> [SchemaValue] {
    guard tree.kind(of: value.node) == .sequence else { return [value] }
    let count = tree.count(of: value.node)
    if count > limit {
      note(.text(.tooMany(key: name(of: value), count: count, limit: limit)), at: value)
      return []
    }
    var elements: [SchemaValue] = []
    elements.reserveCapacity(count)
    for node in tree.children(of: value.node) {
      let element = SchemaValue(key: value.key, node: node)
      if tree.isNull(node), tree.cut(of: node) == nil {
        note(.text(.emptyElement(key: name(of: value))), at: element)
      } else {
        elements.append(element)
      }
    }
    return elements
  }

  /// Lines of text: a list, or one alone.
  mutating func lines(_ value: SchemaValue) -> [Located<String>] {
    var lines: [Located<String>] = []
    for element in elements(value) {
      if let line = line(element) { lines.append(line) }
    }
    return lines
  }

  /// Different words of an enumeration: a list, or one alone.
  mutating func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ value: SchemaValue, of type: Choice.Type
  ) -> Set<Choice> where Choice.RawValue == String {
    var choices: Set<Choice> = []
    for element in elements(value) {
      if let choice = choice(element, of: type) { choices.insert(choice) }
    }
    return choices
  }

  /// Tags: a list, or one text with commas (`,` `،` `、`).
  mutating func commaSeparated(_ value: SchemaValue) -> [Located<String>] {
    guard isScalar(value) else { return expect(.list, value) ? lines(value) : [] }
    guard let all = line(value) else { return [] }
    let parts = all.value.unicodeScalars.split { $0 == "," || $0 == "،" || $0 == "、" }
    return parts.compactMap { part in
      let text = Self.trimmed(String(part))
      return text.isEmpty ? nil : Located(text, at: all.range)
    }
  }
}
