internal import Diagnostics
internal import FrontMatter

/// Reads a file of records: a mapping from keys to what is known about each.
struct RecordReader {
  var reader: SchemaReader
  let editions: [String]

  init(_ tree: YAMLTree, editions: [String]) {
    reader = SchemaReader(tree, context: SchemaContext())
    self.editions = editions
  }

  /// The entries of the file with keys that can stand in URLs.
  mutating func entries() -> [(key: Located<String>, value: SchemaValue)] {
    guard reader.expectMapping() else { return [] }
    var entries: [(key: Located<String>, value: SchemaValue)] = []
    for (key, node) in reader.tree.members(of: reader.tree.root) {
      let value = SchemaValue(key: key, node: node)
      guard let slug = reader.slug(SchemaValue(key: key, node: key), as: "key") else { continue }
      entries.append((slug, value))
    }
    return entries
  }

  /// What an entry says, wherever it stands.
  func fingerprint(of value: SchemaValue) -> UInt64 {
    reader.tree.fingerprint(of: value.node)
  }

  /// `name` alone, for an entry that is one text: `iran: Iran`.
  mutating func shortName(_ value: SchemaValue) -> EditionText? {
    guard reader.isScalar(value), !reader.tree.isNull(value.node) else { return nil }
    return reader.line(value).map { EditionText(common: $0) }
  }

  /// The name of an entry; a missing one is noted.
  mutating func required(_ name: EditionText?, in value: SchemaValue) -> EditionText? {
    name ?? reader.missing("name", form: "name: …", in: value)
  }
}

// MARK: - Text per edition

extension RecordReader {
  /// A line for all editions, or a mapping from editions to lines.
  mutating func lines(_ value: SchemaValue) -> EditionText? {
    perEdition(value) { reader, value in reader.line(value) }
  }

  /// Markdown for all editions, or a mapping from editions to it.
  mutating func texts(_ value: SchemaValue) -> EditionText? {
    perEdition(value) { reader, value in reader.text(value) }
  }

  /// A slug for all editions, or a mapping from editions to slugs.
  mutating func slugs(_ value: SchemaValue) -> EditionText? {
    perEdition(value) { reader, value in reader.slug(value) }
  }

  private mutating func perEdition(
    _ value: SchemaValue, read: (inout SchemaReader, SchemaValue) -> Located<String>?
  ) -> EditionText? {
    guard reader.tree.kind(of: value.node) == .mapping else {
      return read(&reader, value).map { EditionText(common: $0) }
    }
    var result = EditionText()
    for (key, node) in reader.tree.members(of: value.node) {
      let edition = reader.tree.text(of: key)
      guard editions.contains(edition) else {
        let suggestion = Suggestion.closest(to: edition, in: editions)
        reader.note(
          SchemaProblem(
            kind: .key(.unknownEdition(edition, suggestion: suggestion)),
            range: reader.tree.range(of: key), replacement: suggestion))
        continue
      }
      guard !reader.tree.isNull(node), let text = read(&reader, SchemaValue(key: key, node: node))
      else { continue }
      let place = SourceRange(reader.tree.range(of: key))
      result.byEdition.append(.init(edition: Located(edition, at: place), text: text))
    }
    return result.byEdition.isEmpty ? nil : result
  }
}
