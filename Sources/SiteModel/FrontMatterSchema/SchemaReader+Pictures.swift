internal import FrontMatter

extension SchemaReader {
  private enum PictureKey: String, CaseIterable {
    case src, alt, caption, credit, license, decorative
    static let table = KeyTable(PictureKey.self)
  }

  /// `image`: a path, or `{src, alt, caption, credit, license}`.
  mutating func image(_ value: SchemaValue) -> ImageReference? {
    guard tree.kind(of: value.node) == .mapping else {
      return picture(value).map { ImageReference(source: $0) }
    }
    var source: Located<String>?
    let metadata = pictureMetadata(value, source: &source)
    guard let source else { return missing("src", form: "src: picture.jpg", in: value) }
    return ImageReference(source: source, metadata: metadata)
  }

  /// `pictures`: a map from file names to `{alt, caption, credit, license}`.
  mutating func pictures(_ value: SchemaValue) -> [PictureEntry] {
    guard expect(.mapping, value) else { return [] }
    let count = tree.count(of: value.node)
    guard count <= Self.listLimit else {
      note(.text(.tooMany(key: name(of: value), count: count, limit: Self.listLimit)), at: value)
      return []
    }
    var entries: [PictureEntry] = []
    for (key, node) in tree.members(of: value.node) where !tree.isNull(node) {
      let file = Located(tree.text(of: key), at: SourceRange(tree.range(of: key)))
      guard let metadata = entryMetadata(SchemaValue(key: key, node: node)) else { continue }
      entries.append(PictureEntry(file: file, metadata: metadata))
    }
    return entries
  }

  private mutating func entryMetadata(_ value: SchemaValue) -> PictureMetadata? {
    guard expect(.mapping, value) else { return nil }
    var source: Located<String>?
    let metadata = pictureMetadata(value, source: &source)
    if let source {
      note(
        SchemaProblem(
          kind: .key(.contradiction("src", name(of: value))), range: source.range.offsets))
    }
    return metadata
  }

  private mutating func pictureMetadata(
    _ value: SchemaValue, source: inout Located<String>?
  ) -> PictureMetadata {
    var metadata = PictureMetadata()
    for member in members(of: value, keys: PictureKey.table) ?? [] {
      switch member.name {
      case .src: source = picture(member.value)
      case .alt: metadata.alt = line(member.value)?.value
      case .caption: metadata.caption = line(member.value)?.value
      case .credit: metadata.credit = line(member.value)?.value
      case .license: metadata.license = line(member.value)?.value
      case .decorative: metadata.isDecorative = flag(member.value) ?? false
      }
    }
    return metadata
  }
}
