internal import Bytes
internal import Diagnostics
internal import Localization

/// The terms that stories mention, each opened when it is met first.
///
/// A mention that is known costs one look-up of a number: neither a string nor a dictionary.
struct TermTable {
  private let contents: SiteContents
  private(set) var terms: [Term] = []
  private(set) var mentions: [Mentions] = []
  /// The sections of every edition, in the order in which they were opened.
  private(set) var sections: [[TermID]]
  /// Every spelling that was met, as a term.
  private var numbers = IdentityTable()
  private let tagRecords: IdentityTable
  private let authorRecords: IdentityTable

  /// What the stories say of a term.
  struct Mentions {
    var count = 0
    /// As it was first spelled; nothing where a record names it.
    var spelling: ByteView?
    var isSpelledTwice = false
    /// The key that was meant, of an author whom `authors.yaml` does not know.
    var suggestion: String?
  }

  init(_ contents: SiteContents) {
    self.contents = contents
    sections = Array(repeating: [], count: contents.settings.editions.count)
    var tagRecords = IdentityTable()
    for (number, record) in contents.records.tags.enumerated() {
      for spelling in [record.key.value] + record.name.all + record.aliases.map(\.value) {
        tagRecords.insert(TagIdentity.of(spelling), UInt32(number))
      }
    }
    self.tagRecords = tagRecords
    var authorRecords = IdentityTable()
    for (number, record) in (contents.records.authors ?? []).enumerated() {
      authorRecords.insert(Fingerprint(of: record.key.value).low, UInt32(number))
    }
    self.authorRecords = authorRecords
  }

  private func editionKey(_ edition: Int) -> String {
    contents.settings.editions[edition].key.value
  }

  /// What names a term, or a spelling of one, in the table.
  private static func hash(_ kind: Term.Kind, _ edition: Int, _ identity: UInt64) -> UInt64 {
    identity ^ (UInt64(edition) << 2 | UInt64(kind.rawValue)) &* 0x9E37_79B9_7F4A_7C15
  }

  private mutating func mention(_ term: TermID) -> TermID {
    mentions[Int(term)].count += 1
    return term
  }
}

// MARK: - Mentions

extension TermTable {
  /// The section of a story.
  mutating func section(_ key: ByteView, edition: Int) -> TermID {
    let known = numbers[Self.hash(.section, edition, Fingerprint(of: key).low)]
    return mention(known ?? openSection(key.string, edition: edition))
  }

  /// A tag of a story.
  mutating func tag(_ item: CardList.Item, edition: Int) -> TermID {
    let hash = Self.hash(.tag, edition, item.number)
    guard let known = numbers[hash] else {
      let term = openTag(item, edition)
      numbers.insert(hash, term)
      return mention(term)
    }
    if let spelling = mentions[Int(known)].spelling, !(spelling == item.text) {
      mentions[Int(known)].isSpelledTwice = true
    }
    return mention(known)
  }

  /// An author of a story.
  mutating func author(_ name: ByteView, edition: Int) -> TermID {
    let identity = Fingerprint(of: name).low
    let known = numbers[Self.hash(.author, edition, identity)]
    return mention(known ?? openAuthor(name.string, identity, edition))
  }

  /// The series of a story.
  mutating func series(_ name: ByteView, edition: Int) -> TermID {
    // Spellings are looked up as they stand, with a mark that keeps them apart from identities.
    let hash = ~Self.hash(.series, edition, Fingerprint(of: name).low)
    if let known = numbers[hash] { return mention(known) }
    let identity = TagIdentity.of(name.string)
    let term =
      numbers[Self.hash(.series, edition, identity)]
      ?? open(.series, edition, identity: identity, key: "", name: "", slug: "", record: nil)
    numbers.insert(hash, term)
    return mention(term)
  }

  /// What is wrong with an author whom `authors.yaml` does not know.
  func unknownAuthor(_ term: TermID, at range: SourceRange, in card: Card) -> IndexProblem? {
    guard contents.records.authors != nil, terms[Int(term)].record == nil else { return nil }
    return .unknownAuthor(
      terms[Int(term)].name, at: range, in: card, closest: mentions[Int(term)].suggestion)
  }
}

// MARK: - Opening

extension TermTable {
  private mutating func open(
    _ kind: Term.Kind, _ edition: Int, identity: UInt64, key: String, name: String, slug: String,
    record: Int?
  ) -> TermID {
    let id = TermID(terms.count)
    terms.append(
      Term(
        kind: kind, edition: edition, identity: identity, key: key, name: name, slug: slug,
        record: record, list: 0))
    mentions.append(Mentions())
    numbers.insert(Self.hash(kind, edition, identity), id)
    return id
  }

  /// The section that `key` names.
  @discardableResult
  mutating func openSection(_ key: String, edition: Int) -> TermID {
    let identity = Fingerprint(of: key).low
    if let known = numbers[Self.hash(.section, edition, identity)] { return known }
    let records = contents.records.sections
    let number = records.firstIndex { $0.key.value == key }
    let record = number.map { records[$0] }
    let editionKey = editionKey(edition)
    let page = contents.sectionPages.first { $0.section == key && $0.edition == edition }
    let name = page?.metadata.title?.value ?? record?.name.text(in: editionKey) ?? key
    let slug = record?.slug?.text(in: editionKey) ?? key
    let id = open(
      .section, edition, identity: identity, key: key, name: name, slug: slug, record: number)
    sections[edition].append(id)
    return id
  }

  /// Two spellings of one record are one tag; without a record the oldest story names it, later.
  private mutating func openTag(_ item: CardList.Item, _ edition: Int) -> TermID {
    guard let number = tagRecords[item.number] else {
      let id = open(
        .tag, edition, identity: item.number, key: "", name: "", slug: "", record: nil)
      mentions[Int(id)].spelling = item.text
      return id
    }
    let record = contents.records.tags[Int(number)]
    let key = record.key.value
    let identity = TagIdentity.of(key)
    if let known = numbers[Self.hash(.tag, edition, identity)] { return known }
    let editionKey = editionKey(edition)
    let name = record.name.text(in: editionKey) ?? key
    let slug = record.slug?.text(in: editionKey) ?? slug(name, key: key, edition)
    return open(
      .tag, edition, identity: identity, key: key, name: name, slug: slug, record: Int(number))
  }

  private mutating func openAuthor(_ key: String, _ identity: UInt64, _ edition: Int) -> TermID {
    let number = authorRecords[identity].map(Int.init)
    let record = number.flatMap { contents.records.authors?[$0] }
    let editionKey = editionKey(edition)
    let name = record?.name.text(in: editionKey) ?? key
    let slug =
      record.map { $0.slug?.text(in: editionKey) ?? $0.key.value } ?? slug(name, key: key, edition)
    let id = open(
      .author, edition, identity: identity, key: key, name: name, slug: slug, record: number)
    if number == nil, let known = contents.records.authors?.map(\.key.value) {
      mentions[Int(id)].suggestion = Suggestion.closest(to: key, in: known.sorted())
    }
    return id
  }

  /// Gives a tag or series without a record its name; that of a series may name a record after all.
  func name(_ term: inout Term, _ spelling: String) {
    let records = contents.records.series
    let number =
      term.kind == .series ? records.firstIndex { $0.key.value == spelling } : nil
    let record = number.map { records[$0] }
    let editionKey = editionKey(term.edition)
    term.key = spelling
    term.name = record?.name.text(in: editionKey) ?? spelling
    term.record = number
    term.slug =
      record.map { $0.slug?.text(in: editionKey) ?? spelling }
      ?? slug(spelling, key: spelling, term.edition)
  }

  /// A slug of the name, else of the key, else the identity of the key in hexadecimal digits.
  private func slug(_ name: String, key: String, _ edition: Int) -> String {
    let settings = contents.settings.editions[edition]
    let mode: Slug.Mode = settings.slugs == .ascii ? .ascii : .native
    return Slug.make(name, mode: mode, language: settings.language)
      ?? Slug.make(key, mode: mode, language: settings.language)
      ?? String(TagIdentity.of(key), radix: 16)
  }
}
