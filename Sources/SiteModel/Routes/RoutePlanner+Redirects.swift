internal import Bytes

// MARK: - Redirects

extension RoutePlanner {
  /// A path of the ledger that its story has left redirects to where the story is now.
  mutating func planFormerPaths() {
    for row in files.ledger where !row.isGone {
      guard let id = story(of: row) else {
        diagnostics.append(IndexProblem.unknownLedgerStory(row).words)
        continue
      }
      let route = articles[Int(id)]
      guard index.states[Int(id)].hasPage, table.path(of: route) != row.path.outputPath else {
        continue
      }
      planRedirect(row.path, to: route)
    }
  }

  private func story(of row: LedgerRow) -> CardID? {
    let hash = Fingerprint(of: row.story).low
    for edition in contents.settings.editions.indices {
      let key = StoryKey(edition: edition, hash: hash)
      if let id = index.identifiers[key] { return id }
    }
    return contents.cards.story(atPath: "Content/" + row.story)
  }

  mutating func planRedirects() {
    let cards = contents.cards
    for id in 0..<CardID(cards.count) where index.states[Int(id)].hasPage {
      for alias in cards[id].list(.aliases) {
        planRedirect(alias.text.string, to: articles[Int(id)])
      }
    }
    for (number, page) in contents.standing.enumerated() {
      for alias in page.metadata.aliases { planRedirect(alias.value, to: standing[number]) }
    }
    guard !redirects.isEmpty, !contents.settings.editions[0].disabledKinds.contains(.redirects),
      !files.staticFiles.contains(where: { $0.output == "_redirects" })
    else { return }
    table.add(.redirectMap, edition: 0, "_redirects")
  }

  private mutating func planRedirect(_ source: String, to target: RouteID) {
    table.add(.redirect, edition: 0, subject: redirects.count, source.outputPath)
    redirects.append(Redirect(source: source, target: target))
  }
}
