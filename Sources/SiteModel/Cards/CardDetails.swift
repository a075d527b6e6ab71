internal import Bytes
package import FrontMatter

/// The metadata of a story that only its own page, feeds and checks read: unpacked on demand.
package struct CardDetails: Hashable, Sendable {
  package var places: CardPlaces
  package var source: StorySource?
  package var pictures: [PictureEntry] = []
  package var retracted: StoryNotice?
  package var withdrawn: StoryNotice?
  package var corrections: [Correction] = []
  package var seo: SearchMetadata?
  package var social: SocialMetadata?
  package var extra: DataValue = .emptyMap
}

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

extension CardDetails {
  /// The details in the front matter of a story.
  init(_ metadata: ArticleMetadata) {
    places = CardPlaces(metadata)
    source = metadata.source
    pictures = metadata.pictures
    retracted = metadata.retracted
    withdrawn = metadata.withdrawn
    corrections = metadata.corrections
    seo = metadata.seo
    social = metadata.social
    extra = metadata.extra
  }

  func pack(into buffer: inout ByteBuffer) {
    for range in places.all { buffer.pack(range) { $1.pack($0) } }
    buffer.pack(source) { source, buffer in
      buffer.pack(source.name)
      buffer.pack(source.url)
    }
    buffer.pack(pictures) { picture, buffer in
      buffer.pack(picture.file)
      buffer.pack(picture.metadata)
    }
    for notice in [retracted, withdrawn] {
      buffer.pack(notice) { notice, buffer in
        buffer.pack(notice.at.range)
        buffer.pack(notice.at.value)
        buffer.pack(notice.text)
      }
    }
    buffer.pack(corrections) { $1.pack($0) }
    buffer.pack(seo) { seo, buffer in
      buffer.pack(seo.title)
      buffer.pack(seo.description)
      buffer.pack(seo.canonical) { $1.pack($0) }
    }
    buffer.pack(social) { social, buffer in
      buffer.pack(social.title)
      buffer.pack(social.image) { $1.pack($0) }
    }
    buffer.pack(extra)
  }

  init(from unpacker: inout Unpacker) {
    places = CardPlaces(from: &unpacker)
    source = unpacker.optional { StorySource(name: $0.text(), url: $0.optionalText()) }
    pictures = unpacker.array { PictureEntry(file: $0.locatedText(), metadata: $0.picture()) }
    retracted = unpacker.optional { $0.notice() }
    withdrawn = unpacker.optional { $0.notice() }
    corrections = unpacker.array { $0.correction() }
    seo = unpacker.optional { unpacker in
      var seo = SearchMetadata()
      seo.title = unpacker.optionalText()
      seo.description = unpacker.optionalText()
      seo.canonical = unpacker.optional { $0.locatedText() }
      return seo
    }
    social = unpacker.optional { unpacker in
      var social = SocialMetadata()
      social.title = unpacker.optionalText()
      social.image = unpacker.optional { $0.locatedText() }
      return social
    }
    extra = unpacker.data()
  }
}

extension Card {
  /// Unpacks the details.
  package var details: CardDetails? {
    guard let bytes = text(.details) else { return nil }
    var unpacker = Unpacker(bytes)
    return CardDetails(from: &unpacker)
  }
}

// MARK: - Parts

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

  fileprivate var all: [SourceRange?] {
    [
      title, date, updated, section, image, series, signoff, slug, permalink, id, layout,
      translationKey,
    ]
  }

  fileprivate init(from unpacker: inout Unpacker) {
    let ranges = (0..<12).map { _ in unpacker.optional { $0.range() } }
    self.init(
      title: ranges[0] ?? SourceRange(0..<0), date: ranges[1], updated: ranges[2],
      section: ranges[3], image: ranges[4], series: ranges[5], signoff: ranges[6],
      slug: ranges[7], permalink: ranges[8], id: ranges[9], layout: ranges[10],
      translationKey: ranges[11])
  }
}

extension ByteBuffer {
  fileprivate mutating func pack(_ picture: PictureMetadata) {
    pack(picture.alt)
    pack(picture.caption)
    pack(picture.credit)
    pack(picture.license)
    pack(picture.isDecorative)
  }

  fileprivate mutating func pack(_ correction: Correction) {
    pack(correction.at.range)
    pack(correction.at.value)
    append(UInt8(Correction.Kind.allCases.firstIndex(of: correction.kind) ?? 0))
    pack(correction.severity == .major)
    pack(correction.text)
  }
}

extension Unpacker {
  fileprivate mutating func picture() -> PictureMetadata {
    var picture = PictureMetadata()
    picture.alt = optionalText()
    picture.caption = optionalText()
    picture.credit = optionalText()
    picture.license = optionalText()
    picture.isDecorative = flag()
    return picture
  }

  fileprivate mutating func notice() -> StoryNotice {
    let range = range()
    return StoryNotice(at: Located(time(), at: range), text: locatedText())
  }

  fileprivate mutating func correction() -> Correction {
    let range = range()
    let at = Located(time(), at: range)
    let kind = Correction.Kind.allCases[Int(byte())]
    let isMajor = flag()
    return Correction(
      at: at, kind: kind, severity: isMajor ? .major : .minor, text: locatedText())
  }
}
