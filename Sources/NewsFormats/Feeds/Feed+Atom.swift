package import Bytes
internal import Localization

/// Atom 1.0 (RFC 4287).
extension Feed {
  /// Writes the feed as Atom 1.0 (RFC 4287) to the end of `out`.
  package func writeAtom(into out: inout ByteBuffer) {
    out.append(atomOpening)
    if !language.isEmpty { out.attribute("xml:lang", text: language) }
    out.append(">\n")
    out.element("id", text: id)
    out.element("title", text: title)
    if !summary.isEmpty { out.element("subtitle", text: summary) }
    // The element is required, and an empty feed has no change to tell of.
    out.element("updated", rfc3339: updated ?? Timestamp(Instant(seconds: 0)))
    writeAtomLinks(into: &out)
    publisher.writeAtom("author", into: &out)
    if let icon { out.element("icon", uri: icon) }
    if let logo { out.element("logo", uri: logo.url) }
    for item in items { item.writeAtom(into: &out, in: self) }
    out.append("</feed>\n")
  }

  private func writeAtomLinks(into out: inout ByteBuffer) {
    out.append("<link rel=\"self\" type=\"application/atom+xml\"")
    out.attribute("href", uri: feedURL)
    out.append("/>\n")
    out.writeAtomAlternate(url: pageURL, language: language)
    for other in alternates where other.url != pageURL {
      out.writeAtomAlternate(url: other.url, language: other.language)
    }
    guard let hub else { return }
    out.append("<link rel=\"hub\"")
    out.attribute("href", uri: hub)
    out.append("/>\n")
  }
}

extension FeedItem {
  fileprivate func writeAtom(into out: inout ByteBuffer, in feed: borrowing Feed) {
    out.append("<entry")
    if language != feed.language { out.attribute("xml:lang", text: language) }
    out.append(">\n")
    out.element("id", text: id)
    out.element("title", text: title.isolated(direction, in: feed.direction))
    out.element("updated", rfc3339: updated)
    out.element("published", rfc3339: published)
    out.writeAtomAlternate(url: url, language: language)
    for other in alternates where other.url != url {
      out.writeAtomAlternate(url: other.url, language: other.language)
    }
    for author in authors { author.writeAtom("author", into: &out) }
    for category in categories {
      out.append("<category")
      out.attribute("term", text: category)
      out.append("/>\n")
    }
    writeAtomText(into: &out, in: feed)
    if let picture { picture.writeMedia(into: &out) }
    out.append("</entry>\n")
  }

  private func writeAtomText(into out: inout ByteBuffer, in feed: borrowing Feed) {
    if !summary.isEmpty {
      out.element("summary", text: summary.isolated(direction, in: feed.direction))
    }
    guard let html = feedBody() else { return }
    out.append("<content type=\"html\">")
    html.withSpan { out.append(cdata: $0) }
    out.close("content")
  }
}

extension FeedPerson {
  fileprivate func writeAtom(_ element: StaticString, into out: inout ByteBuffer) {
    out.open(element)
    out.append("\n")
    out.element("name", text: name)
    if let url { out.element("uri", uri: url) }
    out.close(element)
  }
}

extension ByteBuffer {
  /// One of several pages that say the same; they must differ in their language (section 4.2.7).
  fileprivate mutating func writeAtomAlternate(url: String, language: String) {
    guard language != "x-default" else { return }
    append("<link rel=\"alternate\" type=\"text/html\"")
    if !language.isEmpty { attribute("hreflang", text: language) }
    attribute("href", uri: url)
    append("/>\n")
  }
}

private let atomOpening: StaticString = """
  <?xml version="1.0" encoding="UTF-8"?>
  <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"
  """
