internal import Bytes
internal import Localization

/// The fingerprints of the groups of a card, made of values and not of the record's bytes, so that
/// a value that moves in its file is no change.
extension CardEncoder {
  /// Appends a fingerprint for each `CardGroup`; the details stand at `details` in the values.
  func appendGroups(
    _ metadata: ArticleMetadata, _ origin: CardOrigin, _ flags: CardFlags, details: Int,
    to buffer: inout ByteBuffer
  ) {
    for group in CardGroup.allCases {
      var hash = NumberHash(UInt64(group.rawValue))
      switch group {
      case .face: addFace(metadata, origin, flags, to: &hash)
      case .times: addTimes(metadata, origin, to: &hash)
      case .measure:
        hash.add(origin.measure?.excerpt)
        hash.add(origin.measure?.wordCount ?? -1)
      case .details: addDetails(metadata, flags, at: details, to: &hash)
      case .body:
        hash.add(origin.body.low)
        hash.add(origin.bodyStart)
      }
      buffer.append(littleEndian: Int64(bitPattern: hash.value))
    }
  }

  private func addFace(
    _ metadata: ArticleMetadata, _ origin: CardOrigin, _ flags: CardFlags,
    to hash: inout NumberHash
  ) {
    hash.add(UInt64(flags.intersection(.face).rawValue))
    hash.add(origin.edition)
    hash.add(metadata.title.value)
    let image = metadata.image
    for text in [
      metadata.shortTitle, metadata.summary?.value, metadata.kicker, metadata.dateline,
      metadata.lang?.value.tag, metadata.id?.value, image?.source.value, image?.metadata.alt,
      image?.metadata.caption, image?.metadata.credit, image?.metadata.license,
    ] {
      hash.add(text)
    }
  }

  private func addTimes(
    _ metadata: ArticleMetadata, _ origin: CardOrigin, to hash: inout NumberHash
  ) {
    for time in [metadata.date, metadata.updated, metadata.embargo, metadata.expires] {
      hash.add(Int(time?.value.seconds ?? .min))
      hash.add(Int(time?.value.offsetMinutes ?? 0))
    }
    let day = origin.day
    hash.add((day?.year ?? 0) * 10_000 + (day?.month ?? 0) * 100 + (day?.day ?? 0))
  }

  private func addDetails(
    _ metadata: ArticleMetadata, _ flags: CardFlags, at start: Int, to hash: inout NumberHash
  ) {
    hash.add(UInt64(flags.rawValue))
    hash.add(fingerprintOfValues(from: start).low)
    hash.add(metadata.series?.part ?? -1)
    for text in [
      metadata.signoff?.value, metadata.series?.key.value, metadata.robots,
      metadata.layout?.value,
    ] {
      hash.add(text)
    }
  }
}
