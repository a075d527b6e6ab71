internal import Bytes

// MARK: - Stories

extension RoutePlanner {
  mutating func planStories() {
    let paths = ArticlePaths(contents, index)
    let cards = contents.cards
    for id in 0..<CardID(cards.count) {
      let state = index.states[Int(id)]
      guard state.hasPage || state.isGone else { continue }
      let card = cards[id]
      let kind: RouteKind = state.isGone ? .tombstone : .article
      let route = table.add(kind, edition: card.edition, subject: Int(id)) {
        paths.append(id, card, to: &$0)
      }
      articles[Int(id)] = route
      if state.hasPage, !files.pictures.isEmpty { planPictures(of: card, on: route) }
    }
  }

  private mutating func planPictures(of card: Card, on route: RouteID) {
    var names = card.list(.bodyPictures).map(\.text.string)
    if let image = card.string(.imageSource) { names.append(image) }
    guard !names.isEmpty, let source = card.string(.path) else { return }
    planPictures(names, besides: source, edition: card.edition, on: route)
  }

  /// Plans the pictures that lie beside the file `source`, next to its page.
  private mutating func planPictures(
    _ names: [String], besides source: String, edition: Int, on route: RouteID
  ) {
    let folder = table.folder(of: route)
    var seen: Set<String> = []
    for name in names {
      guard let picture = files.pictures.find(name, besides: source),
        !picture.path.utf8.starts(with: "Content/static/".utf8),
        seen.insert(picture.path).inserted
      else { continue }
      let output = folder + picture.path.lastComponent
      table.add(.picture, edition: edition, subject: pictures.count, output)
      pictures.append(SiteFile(source: picture.path, output: output))
    }
  }
}

// MARK: - Standing pages

extension RoutePlanner {
  mutating func planStanding() {
    for (number, page) in contents.standing.enumerated() {
      let route = table.add(
        .standing, edition: page.edition, subject: number, standingPath(page))
      standing[number] = route
      var names = page.bodyPictures.map(\.value)
      if let image = page.metadata.image { names.append(image.source.value) }
      planPictures(names, besides: page.path, edition: page.edition, on: route)
    }
    for page in contents.sectionPages {
      let term = index.editions[page.edition].sections.first {
        index.terms[Int($0)].key == page.section
      }
      guard let term, terms[Int(term)] != SiteRoutes.none else { continue }
      var names = page.bodyPictures.map(\.value)
      if let image = page.metadata.image { names.append(image.source.value) }
      planPictures(names, besides: page.path, edition: page.edition, on: terms[Int(term)])
    }
  }

  private func standingPath(_ page: StandingPage) -> String {
    if let permalink = page.metadata.permalink?.value { return permalink.outputPath }
    return settings(page.edition).basePath + page.slugPath + "/index.html"
  }
}
