internal import Bytes
package import Incremental
internal import Localization
internal import SiteModel

/// What a snapshot answers to keys, as fingerprints.
///
/// Contract:
/// 1. Two snapshots whose fingerprints of a key are equal give the reader the same answer to the
///    question. The converse need not hold: where the exact answer is dear (`related`), a
///    fingerprint of all that it is made of stands for it.
/// 2. A key is answered from itself alone, whether or not the snapshot has what it names; 0 stands
///    for what is absent.
/// 3. What an answer prints of another thing is a question of its own: the fingerprint of a list
///    holds the identities of its stories and nothing of what they say.
///
/// A class, so that handing it to a worker costs one reference; all of it is constant.
package final class Answers: Sendable {
  let snapshot: Snapshot
  /// What is found in one pass over all lists.
  let columns: StoryColumns
  private let templates: TemplatePrints
  private let names: NamePrints

  /// The answers of `snapshot`.
  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    columns = StoryColumns(snapshot)
    templates = TemplatePrints(snapshot)
    names = NamePrints(snapshot)
  }

  /// The fingerprint of the answer to a key of `snapshot`.
  func fingerprint(of key: SiteKey) -> UInt64 {
    switch key {
    case .code(let code): fingerprint(ofCode: code)
    case .key(let key): fingerprint(of: key)
    }
  }

  private func fingerprint(ofCode code: UInt32) -> UInt64 {
    switch snapshot.codes[code] {
    case .story(let id, let question): Question(rawValue: question).map { story($0, id) } ?? 0
    case .list(let id, let question): Question(rawValue: question).map { list($0, id) } ?? 0
    }
  }

  /// The fingerprint of the answer to `key`.
  package func fingerprint(of key: ReadKey) -> UInt64 {
    guard let question = Question(rawValue: key.question) else { return 0 }
    switch question {
    case .file, .site, .edition, .language, .string, .template, .asset, .picture, .record,
      .sectionPage, .standingPages, .standingTranslations, .data:
      return source(question, key)
    case .face, .times, .measure, .details, .body, .clock, .state, .url, .section, .tags,
      .authors, .neighbours, .related, .translations, .part:
      return snapshot.story(key.subject).map { story(question, $0) } ?? 0
    case .term, .listURL, .feeds, .slice, .page, .count, .pages, .isThin, .besides, .pinned,
      .newestChange, .besideMonths:
      return snapshot.list(key.subject).map { list(question, $0, Int(key.first), Int(key.second)) }
        ?? 0
    case .menu, .terms, .commonTags, .months, .besideYears, .editionURL, .yearURL, .shard,
      .shardChange,
      .newsWindow,
      .today, .updated:
      return snapshot.editionIdentities.firstIndex(of: key.subject)
        .map { edition(question, $0, key) } ?? 0
    case .target, .identifier, .lookup, .standingURL, .redirect: return reference(question, key)
    case .sitemaps, .redirects, .now, .preview: return whole(question, key)
    }
  }
}

// MARK: - Files and settings

extension Answers {
  private func source(_ question: Question, _ key: ReadKey) -> UInt64 {
    switch question {
    case .file: return snapshot.site.files.fingerprint(of: key.subject)
    case .site: return names.site
    case .edition: return editionNumber(key).map { names.settings[$0] } ?? 0
    case .language: return editionNumber(key).map { names.languages[$0] } ?? 0
    case .standingPages: return editionNumber(key).map { standingPages($0) } ?? 0
    case .template: return templates.fingerprint(of: key.subject)
    case .sectionPage: return sectionPage(key)
    case .standingTranslations:
      return names.standingPages[key.subject].map { standingTranslations($0) } ?? 0
    case .string: return names.strings[key.subject]
    case .asset: return names.assets[key.subject]
    case .picture: return names.pictures[key.subject]
    case .record: return names.records[key.subject]
    case .data: return names.data[key.subject]
    default: return 0
    }
  }

  private func editionNumber(_ key: ReadKey) -> Int? {
    snapshot.editionIdentities.firstIndex(of: key.subject)
  }

  private func sectionPage(_ key: ReadKey) -> UInt64 {
    guard let list = snapshot.list(key.subject),
      case .term(let term) = snapshot.index.lists[Int(list)].subject,
      let page = snapshot.sectionPage(term)
    else { return 0 }
    var hash = NumberHash()
    hash.add(page.path)
    hash.add(snapshot.site.files.fingerprint(of: Fingerprint.identity(of: page.path)))
    return hash.value
  }

  private func standingPages(_ edition: Int) -> UInt64 {
    var hash = NumberHash()
    for page in snapshot.standingPages(edition: edition) {
      hash.add(snapshot.site.contents.standing[page.number].path)
      hash.add(page.title)
      hash.add(page.url)
    }
    return hash.value
  }

  private func standingTranslations(_ number: Int) -> UInt64 {
    var hash = NumberHash()
    for other in snapshot.standingTranslations(number) {
      hash.add(snapshot.site.contents.standing[other].path)
    }
    return hash.value
  }
}

// MARK: - Stories

extension Answers {
  private func story(_ question: Question, _ id: CardID) -> UInt64 {
    switch question {
    case .face: return snapshot.card(id).fingerprint(of: .face)
    case .times: return snapshot.card(id).fingerprint(of: .times)
    case .measure: return snapshot.card(id).fingerprint(of: .measure)
    case .details: return snapshot.card(id).fingerprint(of: .details)
    case .body: return snapshot.card(id).fingerprint(of: .body)
    case .clock: return clock(snapshot.card(id))
    case .state: return UInt64(snapshot.index.states[Int(id)].rawValue) + 1
    case .url: return url(snapshot.url(ofArticle: id))
    case .section: return term(snapshot.index.sections[Int(id)])
    case .tags: return terms(snapshot.index.tags[id])
    case .authors: return authors(id)
    case .neighbours: return columns.neighbours[Int(id)]
    case .related: return related(id)
    case .translations: return stories(snapshot.translations(id))
    case .part: return columns.parts[Int(id)]
    default: return 0
    }
  }

  private func clock(_ card: Card) -> UInt64 {
    let isPinned = card.isPinned(at: snapshot.moment)
    return 1 + (isPinned ? 1 : 0) + (card.isBreaking(at: snapshot.moment) ? 2 : 0)
  }

  private func authors(_ id: CardID) -> UInt64 {
    var hash = NumberHash()
    for (term, credit) in zip(snapshot.index.authors[id], snapshot.card(id).list(.authors)) {
      hash.add(snapshot.identity(ofTerm: term))
      hash.add(credit.number)
    }
    return hash.value
  }

  /// The stories that `RelatedStories` looks at; which of them it takes follows.
  private func related(_ id: CardID) -> UInt64 {
    let card = snapshot.card(id)
    var hash = NumberHash(columns.related[Int(id)])
    for reference in card.list(.related) {
      let story = snapshot.story(reference.text.string, besides: card)
      hash.add(story.map { snapshot.identity(ofStory: $0) } ?? 0)
      hash.add(story.map { snapshot.index.states[Int($0)] == .live } ?? false ? 1 : 0)
    }
    return hash.value
  }
}

// MARK: - Lists

extension Answers {
  private func list(
    _ question: Question, _ id: ListID, _ first: Int = 0, _ second: Int = 0
  ) -> UInt64 {
    let own = snapshot.index.lists[Int(id)]
    switch question {
    case .term: return term(own.subject)
    case .listURL: return url(snapshot.url(ofList: id, page: first))
    case .feeds: return feeds(id)
    case .slice:
      return stories(own.stories.reversed().dropFirst(first).prefix(second))
    case .page: return page(first, own)
    case .count: return UInt64(own.stories.count) + 1
    case .pages: return UInt64(own.paging.numberedPages) + 1
    case .isThin: return own.isThin ? 2 : 1
    case .pinned: return stories(snapshot.pinned(id))
    case .besideMonths:
      let beside = snapshot.months(besides: id)
      var hash = NumberHash()
      hash.add(beside.previous.map { snapshot.identity(ofList: $0) } ?? 0)
      hash.add(beside.next.map { snapshot.identity(ofList: $0) } ?? 0)
      return hash.value
    case .newestChange: return time(snapshot.newestChange(of: id))
    case .besides:
      guard case .term(let tag) = own.subject else { return 0 }
      return terms(snapshot.tags(besides: tag))
    default: return 0
    }
  }

  private func term(_ subject: ListSubject) -> UInt64 {
    guard case .term(let id) = subject else { return 0 }
    var hash = NumberHash()
    hash.add(snapshot.labels[id])
    hash.add(url(snapshot.url(ofTerm: id)))
    return hash.value
  }

  private func feeds(_ id: ListID) -> UInt64 {
    var hash = NumberHash()
    for feed in snapshot.feeds(of: id) {
      hash.add(UInt64(feed.format.rawValue))
      hash.add(feed.url)
    }
    return hash.value
  }

  private func page(_ number: Int, _ list: StoryList) -> UInt64 {
    let last = list.paging.numberedPages
    guard number <= last else { return 0 }
    var hash = NumberHash(number == last ? 1 : 0)
    for id in list.page(number) { hash.add(snapshot.identity(ofStory: id)) }
    return hash.value
  }
}

// MARK: - Editions

extension Answers {
  private func edition(_ question: Question, _ number: Int, _ key: ReadKey) -> UInt64 {
    switch question {
    case .editionURL:
      return RouteKind(rawValue: UInt8(clamping: key.first))
        .map { url(snapshot.url(ofEdition: number, $0)) } ?? 0
    case .yearURL: return url(snapshot.url(ofYear: Int(key.first), edition: number))
    case .menu: return menu(number)
    case .terms:
      guard let kind = Term.Kind(rawValue: UInt8(clamping: key.first)) else { return 0 }
      return terms(snapshot.terms(kind, edition: number, minimum: Int(key.second)))
    case .commonTags:
      return terms(
        snapshot.commonTags(edition: number, minimum: Int(key.first), limit: Int(key.second)))
    case .months:
      var hash = NumberHash()
      for list in snapshot.index.editions[number].months {
        hash.add(snapshot.identity(ofList: list))
      }
      return hash.value
    case .besideYears:
      let beside = snapshot.years(besides: Int(key.first), edition: number)
      var hash = NumberHash()
      hash.add(beside.previous ?? 0)
      hash.add(beside.next ?? 0)
      return hash.value
    case .shard: return stories(snapshot.shard(edition: number, month: Int(key.first)))
    case .shardChange: return time(snapshot.shardChange(edition: number, month: Int(key.first)))
    case .newsWindow: return stories(snapshot.newsWindow(edition: number))
    case .updated: return time(snapshot.index.editions[number].newestChange)
    case .today:
      let day = snapshot.today(edition: number)
      return UInt64(day.year * 10_000 + day.month * 100 + day.day)
    default: return 0
    }
  }

  private func menu(_ edition: Int) -> UInt64 {
    var hash = NumberHash()
    for entry in snapshot.menu(edition: edition) {
      hash.add(snapshot.identity(ofTerm: entry.section))
      hash.add(entry.name)
      hash.add(entry.url)
    }
    return hash.value
  }

  private func time(_ time: Timestamp?) -> UInt64 {
    guard let time else { return 0 }
    var hash = NumberHash()
    hash.add(Int(time.seconds))
    hash.add(Int(time.offsetMinutes))
    return hash.value
  }
}

// MARK: - References and the whole

extension Answers {
  private func reference(_ question: Question, _ key: ReadKey) -> UInt64 {
    switch question {
    case .target:
      if snapshot.story(key.subject) != nil { return 1 }
      return names.targets[key.subject]
    case .identifier: return names.identifiers[key.subject]
    case .lookup: return snapshot.termNames.term(key.subject).map { term($0) } ?? 0
    case .standingURL:
      return names.standingPages[key.subject]
        .map { url(snapshot.url(ofRoute: snapshot.routes.standing[$0])) } ?? 0
    case .redirect: return names.redirects[key.subject].map { redirect($0) } ?? 0
    default: return 0
    }
  }

  private func redirect(_ number: Int) -> UInt64 {
    guard let redirect = snapshot.redirect(number) else { return 0 }
    var hash = NumberHash()
    hash.add(redirect.target)
    hash.add(snapshot.editionIdentities[redirect.edition])
    return hash.value
  }

  private func whole(_ question: Question, _ key: ReadKey) -> UInt64 {
    var hash = NumberHash()
    switch question {
    case .sitemaps:
      for route in key.first == 1 ? snapshot.announcedSitemaps : snapshot.sitemaps {
        hash.add(route.url)
        hash.add(UInt64(route.kind.rawValue))
        hash.add(snapshot.editionIdentities[route.edition])
        hash.add(UInt64(route.page))
      }
    case .redirects:
      for number in snapshot.routes.redirects.indices {
        hash.add(snapshot.routes.redirects[number].source)
        hash.add(redirect(number))
      }
    case .now: hash.add(Int(snapshot.moment.now.seconds))
    case .preview: hash.add(snapshot.moment.isPreview ? 1 : 0)
    default: return 0
    }
    return hash.value
  }
}

// MARK: - Parts

extension Answers {
  private func url(_ url: ByteView?) -> UInt64 {
    url.map { Fingerprint(of: $0).low | 1 } ?? 0
  }

  private func term(_ id: TermID) -> UInt64 {
    id == SiteIndex.noTerm ? 0 : snapshot.identity(ofTerm: id)
  }

  private func terms(_ ids: some Sequence<TermID>) -> UInt64 {
    var hash = NumberHash()
    for id in ids { hash.add(snapshot.identity(ofTerm: id)) }
    return hash.value
  }

  private func stories(_ ids: some Sequence<CardID>) -> UInt64 {
    var hash = NumberHash()
    for id in ids { hash.add(snapshot.identity(ofStory: id)) }
    return hash.value
  }
}
