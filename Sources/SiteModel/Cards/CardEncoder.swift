package import Bytes
package import Localization

/// What is known of an article besides its front matter: where it stands and what its body says.
package struct CardOrigin: Sendable {
  /// The source path, relative to the site.
  package var path: String
  package var edition: Int
  /// The key of the section, from front matter or the folder.
  package var section: String?
  package var slug: String
  /// The day of publication in the edition's zone.
  package var day: CivilDate?
  package var bodyStart: Int
  /// The fingerprint of the Markdown.
  package var body: Fingerprint
  package var measure: CardMeasure?

  package init(
    path: String, edition: Int, section: String?, slug: String, day: CivilDate?, bodyStart: Int,
    body: Fingerprint, measure: CardMeasure?
  ) {
    self.path = path
    self.edition = edition
    self.section = section
    self.slug = slug
    self.day = day
    self.bodyStart = bodyStart
    self.body = body
    self.measure = measure
  }
}

/// What only the parsed body tells.
package struct CardMeasure: Sendable {
  /// The first paragraph as text.
  package var excerpt: String
  package var wordCount: Int
  /// The pictures that the body shows, as written.
  package var pictures: [Located<String>]

  package init(excerpt: String, wordCount: Int, pictures: [Located<String>]) {
    self.excerpt = excerpt
    self.wordCount = wordCount
    self.pictures = pictures
  }
}

/// Writes the record of one card.
package struct CardEncoder: ~Copyable {
  private var slots = [UInt32](repeating: 0, count: CardField.allCases.count)
  private var values = ByteBuffer(capacity: 1024)

  package init() {}

  /// Appends the record of the story to `buffer`; its length is a multiple of 8.
  package mutating func encode(
    _ metadata: ArticleMetadata, _ origin: CardOrigin, into buffer: inout ByteBuffer
  ) {
    for index in slots.indices { slots[index] = 0 }
    values.removeAll()
    putTexts(metadata, origin)
    putTimes(metadata)
    putLists(metadata, origin)
    mark(.details)
    let length = values.count
    values.append(littleEndian: 0 as UInt32)
    CardDetails(metadata).pack(into: &values)
    values.overwrite(littleEndian: UInt32(values.count - length - 4), at: length)

    let flags = flags(metadata)
    buffer.append(littleEndian: flags.rawValue)
    buffer.append(littleEndian: UInt32(origin.edition))
    buffer.append(littleEndian: civilDay(origin.day))
    buffer.append(littleEndian: UInt32(clamping: origin.bodyStart))
    buffer.append(littleEndian: Int64(bitPattern: Fingerprint.identity(of: origin.path)))
    appendGroups(metadata, origin, flags, details: length, to: &buffer)
    for slot in slots { buffer.append(littleEndian: slot) }
    buffer.append(contentsOf: values)
    while buffer.count % 8 != 0 { buffer.append(0) }
  }

  /// The fingerprint of the values from `start` on.
  func fingerprintOfValues(from start: Int) -> Fingerprint {
    values.withSpan { Fingerprint(of: $0.extracting(start..<$0.count)) }
  }

  private func civilDay(_ day: CivilDate?) -> UInt32 {
    guard let day else { return 0 }
    return UInt32(clamping: day.year * 10_000 + day.month * 100 + day.day)
  }

  private func flags(_ metadata: ArticleMetadata) -> CardFlags {
    var flags = CardFlags()
    if metadata.isDraft { flags.insert(.draft) }
    if metadata.onExpiry == .gone { flags.insert(.goneOnExpiry) }
    if metadata.retracted != nil { flags.insert(.retracted) }
    if metadata.withdrawn != nil { flags.insert(.withdrawn) }
    if metadata.feeds == false { flags.insert(.notInFeeds) }
    if metadata.sitemap == false { flags.insert(.notInSitemap) }
    if metadata.image?.metadata.isDecorative == true { flags.insert(.decorativeImage) }
    if metadata.direction == .rightToLeft { flags.insert(.rightToLeft) }
    if metadata.direction == .leftToRight { flags.insert(.leftToRight) }
    if !metadata.corrections.isEmpty { flags.insert(.hasCorrections) }
    return flags.with(metadata.genre)
  }
}

// MARK: - Values

extension CardEncoder {
  private mutating func mark(_ field: CardField) {
    slots[field.rawValue] = UInt32(Card.slotsEnd + values.count)
  }

  private mutating func put(_ field: CardField, _ text: String?) {
    guard let text else { return }
    mark(field)
    values.pack(text)
  }

  private mutating func put(_ field: CardField, _ time: Timestamp?) {
    guard let time else { return }
    mark(field)
    values.pack(time)
  }

  private mutating func put(_ field: CardField, _ number: Int?) {
    guard let number else { return }
    mark(field)
    values.append(littleEndian: Int64(number))
  }

  private mutating func put(_ field: CardField, _ items: [(UInt64, Located<String>)]) {
    guard !items.isEmpty else { return }
    mark(field)
    values.append(littleEndian: UInt32(items.count))
    for (number, text) in items {
      values.append(littleEndian: Int64(bitPattern: number))
      values.pack(text)
    }
  }

  private mutating func putTexts(_ metadata: ArticleMetadata, _ origin: CardOrigin) {
    put(.path, origin.path)
    put(.title, metadata.title.value)
    put(.shortTitle, metadata.shortTitle)
    put(.summary, metadata.summary?.value)
    put(.kicker, metadata.kicker)
    put(.dateline, metadata.dateline)
    put(.section, origin.section)
    put(.slug, origin.slug)
    put(.permalink, metadata.permalink?.value)
    put(.id, metadata.id?.value)
    put(.signoff, metadata.signoff?.value)
    put(.series, metadata.series?.key.value)
    put(.seriesPart, metadata.series?.part)
    put(.translationKey, metadata.translationKey?.value)
    put(.language, metadata.lang?.value.tag)
    put(.robots, metadata.robots)
    put(.layout, metadata.layout?.value)
    put(.imageSource, metadata.image?.source.value)
    put(.imageAlt, metadata.image?.metadata.alt)
    put(.imageCaption, metadata.image?.metadata.caption)
    put(.imageCredit, metadata.image?.metadata.credit)
    put(.imageLicense, metadata.image?.metadata.license)
    if let measure = origin.measure {
      put(.excerpt, measure.excerpt)
      put(.wordCount, measure.wordCount)
    }
  }

  private mutating func putTimes(_ metadata: ArticleMetadata) {
    put(.date, metadata.date?.value)
    put(.updated, metadata.updated?.value)
    put(.embargo, metadata.embargo?.value)
    put(.expires, metadata.expires?.value)
    put(.pinnedUntil, metadata.pinnedUntil?.value)
    put(.breakingUntil, metadata.breakingUntil?.value)
  }

  private mutating func putLists(_ metadata: ArticleMetadata, _ origin: CardOrigin) {
    put(.tags, metadata.tags.map { (TagIdentity.of($0.value), $0) })
    put(
      .authors,
      metadata.authors.map { credit in
        (UInt64(Credit.Role.allCases.firstIndex(of: credit.role) ?? 0), credit.name)
      })
    put(.aliases, metadata.aliases.map { (0, $0) })
    put(.related, metadata.related.map { (Fingerprint.identity(of: $0.value), $0) })
    put(.bodyPictures, (origin.measure?.pictures ?? []).map { (0, $0) })
  }
}

/// The identity of a tag: what stays when case, Unicode form and Arabic letter forms differ.
package enum TagIdentity {
  /// The identity of a tag that is spelled `text`, the same on every machine.
  package static func of(_ text: String) -> UInt64 {
    Fingerprint.identity(of: Normalization.tagIdentity(text))
  }
}

extension ByteBuffer {
  /// Replaces the four bytes at `offset`, which have been written before.
  fileprivate mutating func overwrite(littleEndian number: UInt32, at offset: Int) {
    for index in 0..<4 {
      replaceByte(at: offset + index, with: UInt8(truncatingIfNeeded: number >> UInt32(8 * index)))
    }
  }
}
