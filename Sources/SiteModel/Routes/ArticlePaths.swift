internal import Bytes
internal import Localization

/// The output paths of stories: their `permalink`, or the edition's pattern filled in.
struct ArticlePaths {
  private let contents: SiteContents
  private let index: SiteIndex
  private let patterns: [Pattern]

  /// What an edition puts around the words of its stories.
  private struct Pattern {
    let basePath: String
    let components: [[PermalinkPattern.Piece]]
    let endsWithSlash: Bool
  }

  init(_ contents: SiteContents, _ index: SiteIndex) {
    self.contents = contents
    self.index = index
    patterns = contents.settings.editions.map { edition in
      Pattern(
        basePath: edition.basePath, components: edition.permalink.components,
        endsWithSlash: edition.permalink.endsWithSlash)
    }
  }

  /// Appends the path of a story below the output folder.
  func append(_ id: CardID, _ card: Card, to buffer: inout ByteBuffer) {
    if let permalink = card.text(.permalink) { return buffer.append(outputPathOf: permalink) }
    let pattern = patterns[card.edition]
    buffer.append(pattern.basePath)
    let day = card.civilDay > 0 ? card.civilDay : day(of: id, card.edition)
    let last = pattern.components.count - 1
    for (number, component) in pattern.components.enumerated() {
      let start = buffer.count
      for piece in component { append(piece, id, card, day, to: &buffer) }
      if buffer.count > start, number < last || pattern.endsWithSlash { buffer.append("/") }
    }
    if pattern.endsWithSlash { buffer.append("index.html") }
  }

  /// The day on which a draft without a date is shown: year × 10,000 + month × 100 + day.
  private func day(of id: CardID, _ edition: Int) -> Int {
    let instant = Instant(seconds: index.publications[Int(id)])
    let date = contents.zones[edition].local(at: instant).date
    return date.year * 10_000 + date.month * 100 + date.day
  }

  private func append(
    _ piece: PermalinkPattern.Piece, _ id: CardID, _ card: Card, _ day: Int,
    to buffer: inout ByteBuffer
  ) {
    switch piece {
    case .text(let text): buffer.append(text)
    case .token(.section): appendSection(id, card, to: &buffer)
    case .token(.year): buffer.append(decimal: day / 10_000, width: 4)
    case .token(.month): buffer.append(decimal: day / 100 % 100, width: 2)
    case .token(.day): buffer.append(decimal: day % 100, width: 2)
    case .token(.slug): if let slug = card.text(.slug) { buffer.append(slug) }
    case .token(.id): if let id = card.text(.id) ?? card.text(.slug) { buffer.append(id) }
    }
  }

  private func appendSection(_ id: CardID, _ card: Card, to buffer: inout ByteBuffer) {
    let term = index.sections[Int(id)]
    if term != SiteIndex.noTerm {
      buffer.append(index.terms[Int(term)].slug)
    } else if let section = card.text(.section) {
      buffer.append(section)
    }
  }
}
