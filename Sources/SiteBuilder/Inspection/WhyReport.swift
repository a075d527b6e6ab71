internal import Bytes
internal import Incremental
internal import Localization
internal import SiteModel

/// Why a story is published or not, and why its page was rendered: the answer of `warta why`.
package struct WhyReport {
  private let site: InspectedSite
  private let snapshot: Snapshot
  package private(set) var lines: [String] = []

  /// The answer to `subject`: a source path, a path of the output, or a URL; nothing when the site
  /// has no such thing.
  package init?(_ subject: String, in site: InspectedSite) {
    self.site = site
    snapshot = site.snapshot
    if let story = story(subject) {
      explain(story: story)
    } else if let route = page(subject) ?? route(subject), route != SiteRoutes.none {
      explain(page: route)
    } else {
      return nil
    }
  }

  /// The paths that `subject` could have meant.
  package static func candidates(in site: InspectedSite) -> [String] {
    let snapshot = site.snapshot
    let stories = (0..<CardID(snapshot.cards.count)).compactMap {
      snapshot.card($0).string(.path)
    }
    let routes = (0..<RouteID(snapshot.routes.table.count)).map {
      snapshot.routes.table.url(of: $0).string
    }
    return stories + routes
  }
}

// MARK: - Finding

extension WhyReport {
  private func story(_ subject: String) -> CardID? {
    let path = subject.hasPrefix("./") ? String(subject.dropFirst(2)) : subject
    return [path, "Content/" + path].lazy.compactMap { snapshot.story(atPath: $0) }.first
  }

  /// The page of a source file that is no story: a standing page, a section's own page.
  private func page(_ subject: String) -> RouteID? {
    let contents = snapshot.site.contents
    if let number = contents.standing.firstIndex(where: { $0.path == subject }) {
      return snapshot.routes.standing[number]
    }
    return contents.sectionPages.first { $0.path == subject }
      .flatMap { snapshot.section(of: $0) }.map { snapshot.routes.terms[Int($0)] }
  }

  private func route(_ subject: String) -> RouteID? {
    var url = Substring(subject)
    let origin = snapshot.settings.baseURL.origin
    if url.hasPrefix(origin) { url = url.dropFirst(origin.count) }
    let path = String(url.hasPrefix("/") ? url.dropFirst() : url)
    let table = snapshot.routes.table
    return (0..<RouteID(table.count)).first { route in
      table.url(of: route).string == "/" + path || table.url(of: route).string == "/" + path + "/"
        || table[route].path.string == path
    }
  }
}

// MARK: - Stories

extension WhyReport {
  private mutating func explain(story id: CardID) {
    let card = snapshot.card(id)
    lines.append("\(card.string(.path) ?? ""): \(words(for: snapshot.index.states[Int(id)], card))")
    let route = snapshot.routes.articles[Int(id)]
    if route != SiteRoutes.none { explain(page: route) }
  }

  private func words(for state: StoryState, _ card: Card) -> String {
    switch state {
    case .live: "published \(moment(card.publication, card))"
    case .draft: "not published: it is a draft (draft: true)"
    case .scheduled: "not published before \(moment(card.time(.date)?.seconds, card)) (date)"
    case .embargoed: "not published before \(moment(card.time(.embargo)?.seconds, card)) (embargo)"
    case .unlisted:
      "in no list since \(moment(card.time(.expires)?.seconds, card)) (expires); its page stays"
    case .expired: "gone since \(moment(card.time(.expires)?.seconds, card)) (expires)"
    case .withdrawn: "withdrawn (withdrawn)"
    }
  }

  /// A moment in the zone of the story's edition, which is named because a date without an offset
  /// is read in it.
  private func moment(_ seconds: Int64?, _ card: Card) -> String {
    guard let seconds, seconds > .min else { return "without a date" }
    let zone = snapshot.site.contents.zones[card.edition]
    let instant = Instant(seconds: seconds)
    var text = ByteBuffer(capacity: 32)
    text.append(rfc3339: instant, offset: zone.offset(at: instant))
    return "\(text.string()) (\(snapshot.settings.editions[card.edition].timezone?.value ?? "UTC"))"
  }
}

// MARK: - Pages

extension WhyReport {
  private mutating func explain(page route: RouteID) {
    let path = snapshot.routes.table[route].path
    lines.append("page \(snapshot.routes.table.url(of: route).string)")
    guard let journal = site.journal else {
      lines.append("  nothing is remembered of an earlier build")
      return
    }
    let identity = Fingerprint.identity(of: path)
    guard
      let number = (0..<journal.results.count).first(where: {
        journal.results.identity($0) == identity
      })
    else {
      lines.append("  not built yet")
      return
    }
    let words = CauseWords(snapshot)
    let cause = words.words(for: journal.results[number].cause) { journal.key(Int($0)) }
    if journal.made.contains(number) {
      lines.append("  rendered by the last build that changed anything, because \(cause)")
    } else {
      lines.append("  reused by the last build; when it was last rendered, it was because \(cause)")
    }
    compare(number, journal, meaning: snapshot.meaning(of: route))
  }

  /// Says what has changed since.
  private mutating func compare(_ number: Int, _ journal: SiteJournal, meaning: UInt64) {
    let (answers, keys) = (Answers(snapshot), KeyWords(snapshot))
    let reads = journal.results.reads(number).map { Int($0) }
    var changes = reads.lazy
      .filter { answers.fingerprint(of: journal.key($0)) != journal.keys.fingerprint($0) }
      .map { "  changed since: \(keys.words(for: journal.key($0)))" }.makeIterator()
    if journal.results[number].meaning != meaning {
      lines.append("  changed since: what stands at this path")
    }
    var isChanged = false
    while let change = changes.next() {
      isChanged = true
      lines.append(change)
    }
    if !isChanged {
      lines.append("  none of the \(reads.count) answers that it was made from has changed")
    }
  }
}
