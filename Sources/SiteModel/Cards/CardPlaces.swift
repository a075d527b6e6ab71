internal import Bytes
internal import FrontMatter

/// Where the values stand that later checks may find wrong.
package struct CardPlaces: Hashable, Sendable {
  package var title: SourceRange
  package var date: SourceRange?
  package var updated: SourceRange?
  package var section: SourceRange?
  package var image: SourceRange?
  package var series: SourceRange?
  package var signoff: SourceRange?
  package var slug: SourceRange?
  package var permalink: SourceRange?
  package var id: SourceRange?
  package var layout: SourceRange?
  package var translationKey: SourceRange?
}

extension CardPlaces {
  /// The places in the front matter of a story.
  package init(_ metadata: ArticleMetadata) {
    self.init(
      title: metadata.title.range, date: metadata.date?.range, updated: metadata.updated?.range,
      section: metadata.section?.range, image: metadata.image?.source.range,
      series: metadata.series?.key.range, signoff: metadata.signoff?.range,
      slug: metadata.slug?.range, permalink: metadata.permalink?.range, id: metadata.id?.range,
      layout: metadata.layout?.range, translationKey: metadata.translationKey?.range)
  }

  private var all: [SourceRange?] {
    [
      title, date, updated, section, image, series, signoff, slug, permalink, id, layout,
      translationKey,
    ]
  }

  /// Appends a bit for each place that is known, then these places.
  func pack(into buffer: inout ByteBuffer) {
    let all = all
    var known: UInt32 = 0
    for (number, range) in all.enumerated() where range != nil { known |= 1 << UInt32(number) }
    buffer.append(littleEndian: known)
    for case .some(let range) in all { buffer.pack(range) }
  }

  init(from unpacker: inout Unpacker) {
    let known = unpacker.number()
    let ranges = (0..<12).map { number in
      known & 1 << UInt32(number) == 0 ? nil : unpacker.range()
    }
    self.init(
      title: ranges[0] ?? SourceRange(0..<0), date: ranges[1], updated: ranges[2],
      section: ranges[3], image: ranges[4], series: ranges[5], signoff: ranges[6],
      slug: ranges[7], permalink: ranges[8], id: ranges[9], layout: ranges[10],
      translationKey: ranges[11])
  }
}

extension Card {
  /// Where values stand in the source of the story.
  package var places: CardPlaces? {
    guard let bytes = text(.places) else { return nil }
    var unpacker = Unpacker(bytes)
    return CardPlaces(from: &unpacker)
  }
}
