internal import Bytes
internal import Localization

/// The output path of a story: its `permalink`, or the edition's pattern filled in.
struct ArticlePath {
  private let card: Card
  private let section: String?
  private let settings: EditionSettings
  /// Year × 10,000 + month × 100 + day.
  private let day: Int

  init(_ card: Card, _ id: CardID, _ contents: SiteContents, _ index: SiteIndex) {
    self.card = card
    settings = contents.settings.editions[card.edition]
    day = card.civilDay > 0 ? card.civilDay : Self.day(of: id, card.edition, contents, index)
    let term = index.sections[Int(id)]
    section = term == SiteIndex.noTerm ? card.string(.section) : index.terms[Int(term)].slug
  }

  /// The day on which a draft without a date is shown.
  private static func day(
    of id: CardID, _ edition: Int, _ contents: SiteContents, _ index: SiteIndex
  ) -> Int {
    let instant = Instant(seconds: index.publications[Int(id)])
    let date = contents.zones[edition].local(at: instant).date
    return date.year * 10_000 + date.month * 100 + date.day
  }

  /// Appends the path below the output folder.
  func append(to buffer: inout ByteBuffer) {
    if let permalink = card.string(.permalink) { return buffer.append(permalink.outputPath) }
    buffer.append(settings.basePath)
    let pattern = settings.permalink
    for (number, component) in pattern.components.enumerated() {
      let start = buffer.count
      for piece in component { append(piece, to: &buffer) }
      let isLast = number == pattern.components.count - 1
      if buffer.count > start, !isLast || pattern.endsWithSlash { buffer.append("/") }
    }
    if pattern.endsWithSlash { buffer.append("index.html") }
  }

  /// The path as text.
  var text: String {
    var buffer = ByteBuffer(capacity: 128)
    append(to: &buffer)
    return buffer.string()
  }

  private func append(_ piece: PermalinkPattern.Piece, to buffer: inout ByteBuffer) {
    switch piece {
    case .text(let text): buffer.append(text)
    case .token(.section): buffer.append(section ?? "")
    case .token(.year): buffer.append(decimal: day / 10_000, width: 4)
    case .token(.month): buffer.append(decimal: day / 100 % 100, width: 2)
    case .token(.day): buffer.append(decimal: day % 100, width: 2)
    case .token(.slug): if let slug = card.text(.slug) { buffer.append(slug) }
    case .token(.id): if let id = card.text(.id) ?? card.text(.slug) { buffer.append(id) }
    }
  }
}
