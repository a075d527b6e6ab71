internal import Bytes
internal import Localization

// MARK: - Terms

extension IndexBuilder {
  /// Names tags and series without a record as their oldest story spells them.
  mutating func nameTerms() {
    for term in index.terms.indices where index.terms[term].isUnnamed {
      let stories = index.lists[Int(index.terms[term].list)].stories
      guard let oldest = stories.first, let name = spelling(of: term, in: oldest) else { continue }
      terms.name(&index.terms[term], name)
    }
    for term in index.terms.indices where terms.mentions[term].isSpelledTwice {
      reportSpelling(of: term)
    }
  }

  private func spelling(of term: Int, in story: CardID) -> String? {
    let card = contents.cards[story]
    if index.terms[term].kind == .series { return card.string(.series) }
    let identity = index.terms[term].identity
    return card.list(.tags).first { $0.number == identity }?.text.string
  }

  /// Warns of the first story that spells a tag in another way than readers see it.
  private mutating func reportSpelling(of term: Int) {
    let (name, identity) = (index.terms[term].name, index.terms[term].identity)
    for story in index.lists[Int(index.terms[term].list)].stories {
      let card = contents.cards[story]
      for item in card.list(.tags)
      where item.number == identity && !item.text.elementsEqual(name.utf8) {
        diagnostics.append(
          IndexProblem.secondSpelling(item.text.string, of: name, at: item.range, in: card).words)
        return
      }
    }
  }
}

// MARK: - Order

extension IndexBuilder {
  mutating func closeEditions() {
    for term in index.terms.indices {
      let edition = index.terms[term].edition
      switch index.terms[term].kind {
      case .section: continue
      case .tag: index.editions[edition].tags.append(TermID(term))
      case .author: index.editions[edition].authors.append(TermID(term))
      case .series: index.editions[edition].series.append(TermID(term))
      }
    }
    for (number, settings) in editions.enumerated() {
      let collation = Collation(language: settings.language)
      index.editions[number].tags = sorted(index.editions[number].tags, collation)
      index.editions[number].authors = sorted(index.editions[number].authors, collation)
      index.editions[number].series = sorted(index.editions[number].series, collation)
      for series in index.editions[number].series { orderParts(of: series) }
      if settings.sections.isEmpty {
        index.editions[number].sections = sorted(index.editions[number].sections, collation)
      }
    }
  }

  private func sorted(_ terms: [TermID], _ collation: Collation) -> [TermID] {
    let keyed = terms.map { (collation.key(of: index.terms[Int($0)].name), $0) }
    return keyed.sorted { a, b in
      a.0 == b.0 ? precedes(a.1, b.1) : a.0.lexicographicallyPrecedes(b.0)
    }.map(\.1)
  }

  /// Terms of one name are told apart by their keys.
  private func precedes(_ a: TermID, _ b: TermID) -> Bool {
    index.terms[Int(a)].key.utf8.lexicographicallyPrecedes(index.terms[Int(b)].key.utf8)
  }

  /// Numbered parts come first in their order, the others after them by date.
  private mutating func orderParts(of series: TermID) {
    let list = Int(index.terms[Int(series)].list)
    let stories = index.lists[list].stories
    let keyed = stories.enumerated().map {
      ($1, contents.cards[$1].number(.seriesPart) ?? .max, $0)
    }
    index.lists[list].stories = keyed.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
  }
}

// MARK: - Translations

extension IndexBuilder {
  /// Stories of one key, or of the same path in several editions, tell the same.
  mutating func linkTranslations() {
    guard editions.count > 1 else { return }
    let folders = editions.map { $0.key.value + "/" }
    var named: [StoryKey: CardID] = [:]
    var linker = TranslationLinker(count: contents.cards.count)
    for id in 0..<CardID(contents.cards.count) where index.states[Int(id)].hasPage {
      let card = contents.cards[id]
      guard let key = card.string(.translationKey) else {
        linker.insert(id, key: Fingerprint(of: card.editionPath(folders[card.edition])).low)
        continue
      }
      let hash = Fingerprint(of: "key:" + key).low
      linker.insert(id, key: hash)
      let name = StoryKey(edition: card.edition, hash: hash)
      if let first = named.updateValue(id, forKey: name) {
        diagnostics.append(
          IndexProblem.repeatedTranslation(key, of: card, first: contents.cards[first]).words)
      }
    }
    index.translations = linker.table
  }
}

extension Card {
  /// The source path below `folder`, the folder of the story's edition, without its ending: the
  /// same in two editions links the two.
  fileprivate func editionPath(_ folder: String) -> ByteView {
    guard var path = text(.path) else { return .empty }
    path = path.slice(min("Content/".utf8.count, path.count)..<path.count)
    if path.starts(with: folder.utf8) { path = path.slice(folder.utf8.count..<path.count) }
    for ending in ["/index.md", ".md"] where path.ends(with: ending) {
      return path.slice(0..<(path.count - ending.utf8.count))
    }
    return path
  }
}

extension ByteView {
  fileprivate func ends(with text: String) -> Bool {
    count >= text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}

extension Term {
  fileprivate var isUnnamed: Bool { record == nil && key.isEmpty && kind != .author }
}
