package import Bytes
internal import Localization

/// RSS 2.0 with the modules that readers know: content, dc, media and atom.
///
/// The order is the one that the W3C feed validator accepts without a remark. What it warns of is
/// avoided by form: names are no addresses, dates are in English, languages are left out unless
/// the format knows them, items name people by `dc:creator` alone.
extension Feed {
  /// Writes the feed as RSS 2.0 to the end of `out`.
  package func writeRSS(into out: inout ByteBuffer) {
    out.append(rssOpening)
    writeRSSChannel(into: &out)
    for item in items { item.writeRSS(into: &out, in: self) }
    out.append("</channel>\n</rss>\n")
  }

  private func writeRSSChannel(into out: inout ByteBuffer) {
    out.element("title", text: title)
    out.element("link", uri: pageURL)
    out.open("description")
    out.append(xmlOfHTML: summary.isEmpty ? title : summary)
    out.close("description")
    if let language = LanguageTag(language)?.rssLanguage {
      out.element("language", text: language)
    }
    if let updated { out.element("lastBuildDate", rfc822: updated) }
    if let logo { writeRSSImage(logo, into: &out) }
    out.append("<atom:link rel=\"self\" type=\"application/rss+xml\"")
    out.attribute("href", uri: feedURL)
    out.append("/>\n")
    guard let hub else { return }
    out.append("<atom:link rel=\"hub\"")
    out.attribute("href", uri: hub)
    out.append("/>\n")
  }

  /// The title and link of the picture must be those of the channel.
  private func writeRSSImage(_ logo: FeedPicture, into out: inout ByteBuffer) {
    out.append("<image>\n")
    out.element("url", uri: logo.url)
    out.element("title", text: title)
    out.element("link", uri: pageURL)
    out.append("</image>\n")
  }
}

extension FeedItem {
  fileprivate func writeRSS(into out: inout ByteBuffer, in feed: borrowing Feed) {
    out.append("<item>\n")
    out.element("title", text: title.isolated(direction, in: feed.direction))
    out.element("link", uri: url)
    out.append("<guid isPermaLink=\"false\">")
    out.append(xml: id)
    out.close("guid")
    out.element("pubDate", rfc822: published)
    for author in authors { out.element("dc:creator", text: author.name) }
    for category in categories { out.element("category", text: category) }
    writeRSSText(into: &out, in: feed)
    if let picture { picture.writeMedia(into: &out) }
    out.append("</item>\n")
  }

  private func writeRSSText(into out: inout ByteBuffer, in feed: borrowing Feed) {
    if !summary.isEmpty {
      out.open("description")
      out.append(xmlOfHTML: summary.isolated(direction, in: feed.direction))
      out.close("description")
    }
    guard let html = feedBody() else { return }
    out.open("content:encoded")
    html.withSpan { out.append(cdata: $0) }
    out.close("content:encoded")
  }
}

private let rssOpening: StaticString = """
  <?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
  xmlns:content="http://purl.org/rss/1.0/modules/content/" \
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>

  """
