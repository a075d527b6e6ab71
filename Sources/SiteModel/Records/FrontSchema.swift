package import FrontMatter

/// Reads `fronts/<edition>.yaml`.
package enum FrontSchema {
  /// The containers in `file`, and everything wrong with them.
  package static func read(_ tree: YAMLTree, file: String) -> SchemaReading<FrontRecord> {
    var reader = SchemaReader(tree, context: SchemaContext())
    guard reader.expectMapping() else { return reader.finish(nil, file: file) }
    var front = FrontRecord()
    for (key, node) in tree.members(of: tree.root) {
      let value = SchemaValue(key: key, node: node)
      guard let name = reader.slug(SchemaValue(key: key, node: key), as: "key") else { continue }
      if let container = container(name, value, by: &reader) { front.containers.append(container) }
    }
    return reader.finish(front, file: file)
  }

  private static func container(
    _ key: Located<String>, _ value: SchemaValue, by reader: inout SchemaReader
  ) -> FrontContainer? {
    var container = FrontContainer(key: key)
    if reader.tree.kind(of: value.node) == .sequence {
      container.items = reader.lines(value)
      return container
    }
    guard let members = reader.members(of: value, keys: ContainerKey.table) else { return nil }
    for member in members {
      switch member.name {
      case .title: container.title = reader.line(member.value)?.value
      case .url: container.url = reader.link(member.value)
      case .layout: container.layout = reader.word(member.value)?.value
      case .items: container.items = reader.lines(member.value)
      case .limit: container.limit = reader.integer(member.value, in: 1...200)
      case .backfill: container.backfill = query(member.value, by: &reader)
      }
    }
    return container
  }

  /// `backfill`: `{section: iran}`, or `true` for the newest of the edition.
  private static func query(
    _ value: SchemaValue, by reader: inout SchemaReader
  ) -> StoryQuery? {
    if reader.isScalar(value) {
      return reader.flag(value) == true ? StoryQuery() : nil
    }
    guard let members = reader.members(of: value, keys: QueryKey.table) else { return nil }
    var query = StoryQuery()
    for member in members {
      switch member.name {
      case .section: query.section = reader.word(member.value)
      case .tag: query.tag = reader.line(member.value)
      case .author: query.author = reader.line(member.value)
      case .series: query.series = reader.word(member.value)
      case .genre: query.genre = reader.choice(member.value, of: Genre.self)
      }
    }
    return query
  }
}
