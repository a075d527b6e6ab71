/// The keys of an entry of `authors.yaml`.
enum AuthorKey: String, CaseIterable {
  case name, slug, codes
  case jobTitle = "job_title"
  case bio, email, links, image, description
  case sameAs = "same_as"
  case kind, extra

  static let table = KeyTable(AuthorKey.self)
}

/// The keys of an entry of `sections.yaml`.
enum SectionRecordKey: String, CaseIterable {
  case name, slug, description, image, layout, extra

  static let table = KeyTable(SectionRecordKey.self)
}

/// The keys of an entry of `tags.yaml`.
enum TagKey: String, CaseIterable {
  case name, slug, aliases, description, image
  case sameAs = "same_as"
  case extra

  static let table = KeyTable(TagKey.self)
}

/// The keys of a container of `fronts/<edition>.yaml`.
enum ContainerKey: String, CaseIterable {
  case title, url, layout, items, limit, backfill

  static let table = KeyTable(ContainerKey.self)
}

/// The keys of a container's `backfill`.
enum QueryKey: String, CaseIterable {
  case section, tag, author, series, genre

  static let table = KeyTable(QueryKey.self)
}
